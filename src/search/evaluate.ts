import { PLACES, type Place } from './fields.ts';
import type { ParsedQuery } from './query.ts';
import { eachPosting, paperOf, placeCode, placeReader, wordAt, wordRange, type Segment } from './segment.ts';

/** Answers for what the index does not hold: `is:read`, `has:pdf`, `type:book`. */
export type FactTest = (id: string, name: 'is' | 'has' | 'type', value: string) => boolean;

/** Answers for the texts of PDFs, which are indexed apart: how well the PDFs of papers hold these words, by paper. */
export type PdfTest = (words: readonly string[], prefix: boolean) => ReadonlyMap<string, number>;

export const noPdfs: PdfTest = () => new Map();

/** The segments side by side, the papers of all of them numbered through. */
export interface Ground { segments: readonly Segment[]; bases: readonly number[]; size: number; live: number; meanLength: number; facts: FactTest; pdfs: PdfTest }

export function groundOf(segments: readonly Segment[], facts: FactTest, pdfs: PdfTest): Ground {
  const bases: number[] = [];
  let size = 0;
  let live = 0;
  let length = 0;
  for (const segment of segments) {
    bases.push(size);
    size += segment.ids.length;
    live += segment.live;
    for (let i = 0; i < segment.ids.length; i++) length += (segment.alive[i] ?? 0) * (segment.lengths[i] ?? 0);
  }
  return { segments, bases, size, live, meanLength: live === 0 ? 1 : Math.max(1, length / live), facts, pdfs };
}

/** The score of every paper, 0 for those that do not match (a match that no word earned has a very small one). */
export type Scores = Float64Array;
const MATCH = 1e-9;

export function evaluate(ground: Ground, query: ParsedQuery): Scores {
  switch (query.is) {
    case 'everything': return each(ground, () => true);
    case 'year': return each(ground, (segment, paper) => (segment.years[paper] ?? 0) >= query.from && (segment.years[paper] ?? 0) <= query.to && segment.years[paper] !== 0);
    case 'fact': return each(ground, (segment, paper) => ground.facts(segment.ids[paper] ?? '', query.name, query.value));
    case 'not': {
      const inside = evaluate(ground, query.of);
      return each(ground, (_, paper, base) => inside[base + paper] === 0);
    }
    case 'and': return combine(query.of.map((part) => evaluate(ground, part)), (a, b) => (a === 0 || b === 0 ? 0 : a + b));
    case 'or': return combine(query.of.map((part) => evaluate(ground, part)), (a, b) => a + b);
    case 'row': return query.field === 'pdf' ? inPdfs(ground, ground.pdfs(query.words, query.prefix)) : ranked(ground, rowWeights(ground, query.words, query.field, query.prefix));
  }
}

function each(ground: Ground, test: (segment: Segment, paper: number, base: number) => boolean): Scores {
  const scores = new Float64Array(ground.size);
  ground.segments.forEach((segment, i) => {
    const base = ground.bases[i] ?? 0;
    for (let paper = 0; paper < segment.ids.length; paper++) if (segment.alive[paper] === 1 && test(segment, paper, base)) scores[base + paper] = MATCH;
  });
  return scores;
}

function inPdfs(ground: Ground, found: ReadonlyMap<string, number>): Scores {
  const scores = new Float64Array(ground.size);
  if (found.size === 0) return scores;
  ground.segments.forEach(({ ids, alive }, i) => {
    const base = ground.bases[i] ?? 0;
    for (let paper = 0; paper < ids.length; paper++) if (alive[paper] === 1) scores[base + paper] = found.get(ids[paper] ?? '') ?? 0;
  });
  return scores;
}

function combine(parts: Scores[], join: (a: number, b: number) => number): Scores {
  const [first = new Float64Array(), ...rest] = parts;
  for (const part of rest) for (let i = 0; i < first.length; i++) first[i] = join(first[i] ?? 0, part[i] ?? 0);
  return first;
}

/** BM25 over weighted frequencies (title and author count more than abstract), the dead taken out. */
function ranked(ground: Ground, weights: Scores): Scores {
  let count = 0;
  ground.segments.forEach((segment, i) => { count += buryDead(segment, weights, ground.bases[i] ?? 0); });
  const rarity = Math.log(1 + (ground.live - count + 0.5) / (count + 0.5));
  ground.segments.forEach((segment, i) => { weigh(segment, weights, ground.bases[i] ?? 0, rarity, ground.meanLength); });
  return weights;
}

/** Takes the weights of dropped papers away; the number of those that keep theirs. */
function buryDead({ alive }: Segment, weights: Scores, base: number): number {
  let count = 0;
  for (let paper = 0; paper < alive.length; paper++) {
    if (alive[paper] !== 1) weights[base + paper] = 0;
    else if (weights[base + paper] !== 0) count++;
  }
  return count;
}

function weigh({ lengths }: Segment, weights: Scores, base: number, rarity: number, meanLength: number): void {
  const perWord = 0.72 / meanLength;
  for (let paper = 0; paper < lengths.length; paper++) {
    const weight = weights[base + paper] ?? 0;
    if (weight !== 0) weights[base + paper] = (rarity * weight * 2.2) / (weight + 0.48 + perWord * (lengths[paper] ?? 0));
  }
}

function rowWeights(ground: Ground, words: string[], field: Place | null, prefix: boolean): Scores {
  const allowed = field === null ? 255 : 1 << PLACES.indexOf(field);
  const weights = new Float64Array(ground.size);
  ground.segments.forEach((segment, i) => {
    const base = ground.bases[i] ?? 0;
    if (words.length === 1) addWeights(segment, words[0] ?? '', prefix, allowed, weights.subarray(base, base + segment.ids.length));
    else addRow(segment, words, prefix, allowed, weights.subarray(base, base + segment.ids.length));
  });
  return weights;
}

/** Weighted frequencies of one word, or of all that begin with it (those count half). */
function addWeights(segment: Segment, word: string, prefix: boolean, allowed: number, weights: Scores): void {
  const [from, to] = wordRange(segment, word, prefix);
  for (let at = from; at < to; at++) addWord(segment, at, prefix && (at > from || wordAt(segment, at) !== word) ? 0.5 : 1, allowed, weights);
}

/** Reads the bytes itself: one letter typed means a million postings. */
function addWord(segment: Segment, word: number, share: number, allowed: number, weights: Scores): void {
  const bytes = segment.papers;
  const end = segment.paperEnds[word] ?? 0;
  let paper = -1;
  for (let at = word === 0 ? 0 : segment.paperEnds[word - 1] ?? 0; at < end; at += 2) {
    let step = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = bytes[at++] ?? 0;
      step |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    paper += step;
    if (((bytes[at] ?? 0) & allowed) !== 0) weights[paper] = (weights[paper] ?? 0) + (bytes[at + 1] ?? 0) * share;
  }
}

/** Weights of the papers where the words follow each other: first the papers that have them all, then where in these they stand. */
function addRow(segment: Segment, words: string[], prefix: boolean, allowed: number, weights: Scores): void {
  const ranges = words.map((word, i) => wordRange(segment, word, prefix && i === words.length - 1));
  const counts = new Uint8Array(segment.ids.length);
  for (const [nth, range] of ranges.entries()) if (!countPapers(segment, range, allowed, nth, counts)) return;
  let ends: Float64Array | null = null;
  for (const range of ranges) {
    const codes = codesOf(segment, range, allowed, counts, ranges.length);
    ends = ends === null ? codes : following(ends, codes);
  }
  for (const code of ends ?? []) weights[paperOf(code)] = Math.min(255, (weights[paperOf(code)] ?? 0) + 3);
}

/** Raises the count of the papers that had all words so far and have the nth too; false when none is left. */
function countPapers(segment: Segment, [from, to]: [number, number], allowed: number, nth: number, counts: Uint8Array): boolean {
  let any = false;
  for (let word = from; word < to; word++) eachPosting(segment, word, ({ paper, mask }) => {
    if (counts[paper] !== nth || (mask & allowed) === 0) return;
    counts[paper] = nth + 1;
    any = true;
  });
  return any;
}

/** Where a word (or all of a range) stands, in order, in the papers whose count is `wanted`. The places in others are stepped over. */
function codesOf(segment: Segment, [from, to]: [number, number], allowed: number, counts: Uint8Array, wanted: number): Float64Array {
  const codes: number[] = [];
  for (let word = from; word < to; word++) {
    const places = placeReader(segment, word);
    eachPosting(segment, word, ({ paper, mask }) => {
      for (let place = 0; place < 8; place++) {
        if ((mask & (1 << place)) === 0) continue;
        const count = places.number();
        if (counts[paper] !== wanted || (allowed & (1 << place)) === 0) places.skip(count);
        else for (let at = 0, left = count; left > 0; left--) codes.push(placeCode(paper, place, (at += places.number())));
      }
    });
  }
  return to - from > 1 ? Float64Array.from(codes).sort() : new Float64Array(codes);
}

/** Those of `codes` that stand right after one of `ends`. */
function following(ends: Float64Array, codes: Float64Array): Float64Array {
  let at = 0;
  let count = 0;
  const found = new Float64Array(codes.length);
  for (const code of codes) {
    while ((ends[at] ?? Infinity) < code - 1) at++;
    if (ends[at] === code - 1) found[count++] = code;
  }
  return found.subarray(0, count);
}
