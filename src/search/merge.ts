import { eachPlace, eachPosting, placeReader, SegmentWriter, wordAt, type Segment } from './segment.ts';

/** One segment of the papers that are still alive in several, in their order. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const numbers = renumber(segments);
  const writer = new SegmentWriter(segments.reduce((sum, { live }) => sum + live, 0));
  const heads = segments.map((segment, i) => ({ segment, numbers: numbers[i] ?? new Int32Array(), at: 0, word: headWord(segment, 0) }));
  for (let word = least(heads); word !== null; word = least(heads)) {
    for (const head of heads) {
      if (head.word !== word) continue;
      copyWord(head.segment, head.at, head.numbers, writer);
      head.word = headWord(head.segment, ++head.at);
    }
    writer.word(word);
  }
  const living = <T>(pick: (segment: Segment, paper: number) => T): T[] => segments.flatMap((segment) => segment.ids.map((_, paper) => paper).filter((paper) => segment.alive[paper] === 1).map((paper) => pick(segment, paper)));
  return writer.done({ ids: living((s, p) => s.ids[p] ?? ''), prints: Float64Array.from(living((s, p) => s.prints[p] ?? 0)), years: Uint16Array.from(living((s, p) => s.years[p] ?? 0)), lengths: Uint16Array.from(living((s, p) => s.lengths[p] ?? 0)) });
}

/** The new number of each paper, -1 for one that is gone. */
function renumber(segments: readonly Segment[]): Int32Array[] {
  let next = 0;
  return segments.map((segment) => Int32Array.from(segment.alive, (alive) => (alive === 1 ? next++ : -1)));
}

const headWord = (segment: Segment, at: number): string | null => (at < segment.wordEnds.length ? wordAt(segment, at) : null);

const least = (heads: readonly { word: string | null }[]): string | null => heads.reduce<string | null>((low, { word }) => (word !== null && (low === null || word < low) ? word : low), null);

function copyWord(segment: Segment, word: number, numbers: Int32Array, writer: SegmentWriter): void {
  const places = placeReader(segment, word);
  eachPosting(segment, word, ({ paper, mask, weight }) => {
    const number = numbers[paper] ?? -1;
    if (number === -1) {
      eachPlace(places, mask, () => undefined);
      return;
    }
    writer.posting(number, mask, weight);
    copyPlaces(places, mask, writer);
  });
}

function copyPlaces(places: ReturnType<typeof placeReader>, mask: number, writer: SegmentWriter): void {
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const count = places.number();
    writer.places.number(count);
    for (let i = 0; i < count; i++) writer.places.number(places.number());
  }
}
