import { PLACES, textsOf, WEIGHTS, yearOf, type SearchFields } from './fields.ts';
import { PLACE_SIZE, paperOf, placeCode, placeOf, SegmentWriter, type Segment } from './segment.ts';
import { tokens } from './tokens.ts';

/** Between the texts of one place (two authors), so that no phrase spans them. */
const GAP = 4;

/** All words of some papers in the order read: the number of the word, and where it stands as one code. */
interface Gathered { numbers: Map<string, number>; words: number[]; codes: number[] }

/** A segment of these papers. */
export function buildSegment(papers: readonly [string, SearchFields][]): Segment {
  const gathered: Gathered = { numbers: new Map(), words: [], codes: [] };
  const lengths = Uint16Array.from(papers, ([, fields], paper) => addPaper(gathered, paper, fields));
  const writer = new SegmentWriter(papers.length);
  const sorted = [...gathered.numbers.keys()].sort();
  const { codes, ends } = byWord(gathered, sorted);
  sorted.forEach((word, rank) => {
    writePostings(writer, codes, rank === 0 ? 0 : ends[rank - 1] ?? 0, ends[rank] ?? 0);
    writer.word(word);
  });
  return writer.done({ ids: papers.map(([id]) => id), prints: Float64Array.from(papers, ([, fields]) => fields.print ?? 0), years: Uint16Array.from(papers, ([, fields]) => yearOf(fields)), lengths });
}

/** Gathers a paper's words; answers how many there are. */
function addPaper(gathered: Gathered, paper: number, fields: SearchFields): number {
  let length = 0;
  PLACES.forEach((place, bit) => {
    let base = 0;
    for (const text of textsOf(fields, place)) {
      const found = tokens(text);
      for (const token of found) add(gathered, token.text, placeCode(paper, bit, base + token.at));
      base += (found.at(-1)?.at ?? 0) + GAP;
      length += found.length;
    }
  });
  return Math.min(length, 65535);
}

function add({ numbers, words, codes }: Gathered, word: string, code: number): void {
  let number = numbers.get(word);
  if (number === undefined) numbers.set(word, (number = numbers.size));
  words.push(number);
  codes.push(code);
}

/** The codes of each word together, words sorted, by counting: no array a word. */
function byWord({ numbers, words, codes }: Gathered, sorted: readonly string[]): { codes: Float64Array; ends: Uint32Array } {
  const ranks = new Uint32Array(sorted.length);
  sorted.forEach((word, rank) => { ranks[numbers.get(word) ?? 0] = rank; });
  const next = new Uint32Array(sorted.length + 1);
  for (const word of words) next[(ranks[word] ?? 0) + 1] = (next[(ranks[word] ?? 0) + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const placed = new Float64Array(codes.length);
  words.forEach((word, i) => {
    const rank = ranks[word] ?? 0;
    const at = next[rank] ?? 0;
    placed[at] = codes[i] ?? 0;
    next[rank] = at + 1;
  });
  return { codes: placed, ends: next };
}

function writePostings(writer: SegmentWriter, codes: Float64Array, from: number, to: number): void {
  for (let at = from; at < to;) {
    const paper = paperOf(codes[at] ?? 0);
    let mask = 0;
    let weight = 0;
    while (at < to && paperOf(codes[at] ?? 0) === paper) {
      const place = placeOf(codes[at] ?? 0);
      const first = at;
      while (at < to && Math.floor((codes[at] ?? 0) / PLACE_SIZE) === paper * 8 + place) at++;
      mask |= 1 << place;
      weight += (at - first) * (WEIGHTS[place] ?? 1);
      writePlaces(writer, codes, first, at);
    }
    writer.posting(paper, mask, Math.min(weight, 255));
  }
}

function writePlaces(writer: SegmentWriter, codes: Float64Array, from: number, to: number): void {
  writer.places.number(to - from);
  let last = 0;
  for (let i = from; i < to; i++) {
    const at = (codes[i] ?? 0) % PLACE_SIZE;
    writer.places.number(at - last);
    last = at;
  }
}
