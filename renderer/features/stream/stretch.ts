/** Papers in one scrolling stretch: a browser's pages are at most about 33 million px high. */
export const STRETCH = 20_000;
/** As many px of an abstract must be seen for it to be the one that is read. */
const SEEN = 90;

/** The first place of the stretch that holds a place. */
export const chunkOf = (index: number): number => Math.floor(index / STRETCH) * STRETCH;

export interface Lying { index: number; start: number; end: number }

/** Which abstract is read after scrolling: still the one of before while enough of it is seen, else the first that begins in sight, else the one that fills it. */
export function inSightAfterScroll(blocks: readonly Lying[], top: number, height: number, now: number): number {
  const seen = (block: Lying): number => Math.min(block.end, top + height) - Math.max(block.start, top);
  const still = blocks.find((block) => block.index === now);
  if (still !== undefined && seen(still) >= Math.min(SEEN, still.end - still.start)) return now;
  const whole = blocks.find((block) => block.start >= top - SEEN / 3 && block.start < top + height - SEEN);
  return (whole ?? blocks.find((block) => seen(block) > 0))?.index ?? now;
}
