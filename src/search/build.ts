import { PLACES, textsOf, WEIGHTS, yearOf, type SearchFields } from './fields.ts';
import { eachPlace, eachPosting, placeReader, SegmentWriter, wordAt, type Segment } from './segment.ts';
import { tokens } from './tokens.ts';

/** Between the texts of one place (two authors), so that no phrase spans them. */
const GAP = 4;
type Occurrences = (number[] | undefined)[];

/** A segment of these papers. */
export function buildSegment(papers: readonly [string, SearchFields][]): Segment {
  const words = new Map<string, [number, Occurrences][]>();
  const lengths = Uint16Array.from(papers, ([, fields], paper) => addPaper(words, paper, fields));
  const writer = new SegmentWriter(papers.length);
  for (const word of [...words.keys()].sort()) {
    for (const [paper, occurrences] of words.get(word) ?? []) writePosting(writer, paper, occurrences);
    writer.word(word);
  }
  return writer.done({ ids: papers.map(([id]) => id), years: Uint16Array.from(papers, ([, fields]) => yearOf(fields)), lengths });
}

/** Gathers a paper's words; answers how many there are. */
function addPaper(words: Map<string, [number, Occurrences][]>, paper: number, fields: SearchFields): number {
  let length = 0;
  PLACES.forEach((place, bit) => {
    let base = 0;
    for (const text of textsOf(fields, place)) {
      const found = tokens(text);
      for (const token of found) add(words, token.text, paper, bit, base + token.at);
      base += (found.at(-1)?.at ?? 0) + GAP;
      length += found.length;
    }
  });
  return Math.min(length, 65535);
}

function add(words: Map<string, [number, Occurrences][]>, word: string, paper: number, place: number, at: number): void {
  let postings = words.get(word);
  if (postings === undefined) words.set(word, (postings = []));
  let last = postings.at(-1);
  if (last?.[0] !== paper) postings.push((last = [paper, []]));
  const places = (last[1][place] ??= []);
  if (places.at(-1) !== at) places.push(at);
}

function writePosting(writer: SegmentWriter, paper: number, occurrences: Occurrences): void {
  let mask = 0;
  let weight = 0;
  occurrences.forEach((places, place) => {
    if (places === undefined) return;
    mask |= 1 << place;
    weight += places.length * (WEIGHTS[place] ?? 1);
    writer.places.number(places.length);
    places.forEach((at, i) => { writer.places.number(at - (places[i - 1] ?? 0)); });
  });
  writer.posting(paper, mask, Math.min(weight, 255));
}

/** One segment of the papers that are still alive in several, in their order. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const numbers = renumber(segments);
  const writer = new SegmentWriter(segments.reduce((sum, { live }) => sum + live, 0));
  const next = segments.map(() => 0);
  for (let word = leastWord(segments, next); word !== null; word = leastWord(segments, next)) {
    for (const [i, segment] of segments.entries()) {
      const at = next[i] ?? 0;
      if (at >= segment.wordEnds.length || wordAt(segment, at) !== word) continue;
      copyWord(segment, at, numbers[i] ?? new Int32Array(), writer);
      next[i] = at + 1;
    }
    writer.word(word);
  }
  const living = <T>(pick: (segment: Segment, paper: number) => T): T[] => segments.flatMap((segment) => segment.ids.map((_, paper) => paper).filter((paper) => segment.alive[paper] === 1).map((paper) => pick(segment, paper)));
  return writer.done({ ids: living((s, p) => s.ids[p] ?? ''), years: Uint16Array.from(living((s, p) => s.years[p] ?? 0)), lengths: Uint16Array.from(living((s, p) => s.lengths[p] ?? 0)) });
}

/** The new number of each paper, -1 for one that is gone. */
function renumber(segments: readonly Segment[]): Int32Array[] {
  let next = 0;
  return segments.map((segment) => Int32Array.from(segment.alive, (alive) => (alive === 1 ? next++ : -1)));
}

function leastWord(segments: readonly Segment[], next: readonly number[]): string | null {
  let least: string | null = null;
  segments.forEach((segment, i) => {
    const at = next[i] ?? 0;
    if (at >= segment.wordEnds.length) return;
    const word = wordAt(segment, at);
    if (least === null || word < least) least = word;
  });
  return least;
}

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
