import type { Segment } from '../../search/segment.ts';

/** The parts of a file, in their order: the widest numbers first, so that each begins where its kind may. */
const WIDTHS = { prints: 8, wordEnds: 4, paperEnds: 4, placeEnds: 4, years: 2, lengths: 2, papers: 1, places: 1, words: 1, ids: 1 } as const;
type Part = keyof typeof WIDTHS;
const PARTS = Object.keys(WIDTHS) as Part[];
/** Lengths of the parts in bytes, as 32-bit numbers. */
const HEAD = 40;

/** A segment as the bytes of a file: a head with the length of each part, then the parts as they lie in memory (little-endian). */
export function encodeSegment(segment: Segment): Buffer {
  const { prints, wordEnds, paperEnds, placeEnds, years, lengths, papers, places, words, ids } = segment;
  const parts = [prints, wordEnds, paperEnds, placeEnds, years, lengths, papers, places].map(bytesOf);
  parts.push(Buffer.from(words), Buffer.from(ids.join('\n')));
  return Buffer.concat([Buffer.from(Uint32Array.from(parts, (part) => part.length).buffer), ...parts]);
}

const bytesOf = (array: ArrayBufferView): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** The segment in a file's bytes, all papers alive; null when the bytes are none. The numbers are not copied out of them. */
export function decodeSegment(bytes: Uint8Array): Segment | null {
  if (bytes.length < HEAD) return null;
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const at = placesOf(new Uint32Array(whole.buffer, whole.byteOffset, PARTS.length), whole.length);
  if (!at) return null;
  const part = <T>(name: Part, make: new (buffer: ArrayBufferLike, offset: number, length: number) => T): T => new make(whole.buffer, whole.byteOffset + at[name].from, at[name].length / WIDTHS[name]);
  const text = (name: Part): string => Buffer.from(whole.buffer, whole.byteOffset + at[name].from, at[name].length).toString();
  const ids = at.ids.length === 0 ? [] : text('ids').split('\n');
  const segment: Segment = {
    ids, prints: part('prints', Float64Array), years: part('years', Uint16Array), lengths: part('lengths', Uint16Array), alive: new Uint8Array(ids.length).fill(1), live: ids.length,
    words: text('words'), wordEnds: part('wordEnds', Uint32Array), papers: part('papers', Uint8Array), paperEnds: part('paperEnds', Uint32Array), places: part('places', Uint8Array), placeEnds: part('placeEnds', Uint32Array),
  };
  return fits(segment) ? segment : null;
}

function placesOf(lengths: Uint32Array, total: number): Record<Part, { from: number; length: number }> | null {
  let from = HEAD;
  const at = Object.fromEntries(PARTS.map((name, i) => {
    const length = lengths[i] ?? 0;
    from += length;
    return [name, { from: from - length, length }];
  })) as Record<Part, { from: number; length: number }>;
  return from === total && PARTS.every((name) => at[name].length % WIDTHS[name] === 0 && at[name].from % WIDTHS[name] === 0) ? at : null;
}

/** Whether the parts belong together, so that no reader runs past an end. */
function fits({ ids, prints, years, lengths, words, wordEnds, papers, paperEnds, places, placeEnds }: Segment): boolean {
  const papersFit = [prints, years, lengths].every((array) => array.length === ids.length);
  return papersFit && paperEnds.length === wordEnds.length && placeEnds.length === wordEnds.length && rises(wordEnds, words.length) && rises(paperEnds, papers.length) && rises(placeEnds, places.length);
}

function rises(ends: Uint32Array, last: number): boolean {
  let before = 0;
  for (const end of ends) {
    if (end < before) return false;
    before = end;
  }
  return before === last;
}
