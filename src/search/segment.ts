import { ByteReader, ByteWriter } from './bytes.ts';

/**
 * An unchanging part of the index: the words of up to a few thousand papers, numbered from 0. The words lie sorted in one string,
 * their postings in two byte arrays: which papers (number, places as bits, weight), and where in them (for phrases). Few large
 * arrays instead of many objects: this is what keeps 50,000 abstracts small. Only `alive` ever changes.
 */
export interface Segment {
  ids: string[];
  /** What each paper was when it was indexed, as a number (see SearchFields.print). */
  prints: Float64Array;
  years: Uint16Array;
  lengths: Uint16Array;
  alive: Uint8Array;
  live: number;
  words: string;
  wordEnds: Uint32Array;
  papers: Uint8Array;
  paperEnds: Uint32Array;
  places: Uint8Array;
  placeEnds: Uint32Array;
}

export interface Posting { paper: number; mask: number; weight: number }

export const wordAt = (segment: Segment, i: number): string => segment.words.slice(i === 0 ? 0 : segment.wordEnds[i - 1], segment.wordEnds[i]);

/** The place of the first word that is not before `word`. */
export function firstFrom(segment: Segment, word: string): number {
  let low = 0;
  let high = segment.wordEnds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wordAt(segment, middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places [from, to) of the words that are `word`, or begin with it. */
export function wordRange(segment: Segment, word: string, prefix: boolean): [number, number] {
  const from = firstFrom(segment, word);
  if (prefix) return [from, firstFrom(segment, `${word}\uffff`)];
  return [from, from < segment.wordEnds.length && wordAt(segment, from) === word ? from + 1 : from];
}

/** Calls with every posting of one word; the object is the same each time. */
export function eachPosting(segment: Segment, word: number, visit: (posting: Posting) => void): void {
  const reader = new ByteReader(segment.papers, word === 0 ? 0 : segment.paperEnds[word - 1] ?? 0);
  const end = segment.paperEnds[word] ?? 0;
  const posting: Posting = { paper: -1, mask: 0, weight: 0 };
  while (reader.at < end) {
    posting.paper += reader.number();
    posting.mask = reader.byte();
    posting.weight = reader.byte();
    visit(posting);
  }
}

export const placeReader = (segment: Segment, word: number): ByteReader => new ByteReader(segment.places, word === 0 ? 0 : segment.placeEnds[word - 1] ?? 0);

/** Reads the places of one posting: for each set bit how many, then the distances between them. */
export function eachPlace(reader: ByteReader, mask: number, visit: (place: number, at: number) => void): void {
  for (let place = 0; place < 8; place++) {
    if ((mask & (1 << place)) === 0) continue;
    let at = 0;
    for (let count = reader.number(); count > 0; count--) visit(place, (at += reader.number()));
  }
}

/** Where a word stands, as one number in the order of paper, place and position. */
export const PLACE_SIZE = 2 ** 20;
export const placeCode = (paper: number, place: number, at: number): number => (paper * 8 + place) * PLACE_SIZE + Math.min(at, PLACE_SIZE - 1);
export const paperOf = (code: number): number => Math.floor(code / (8 * PLACE_SIZE));
export const placeOf = (code: number): number => Math.floor(code / PLACE_SIZE) % 8;

/** Takes words in order with their postings in order, and makes a segment of them. */
export class SegmentWriter {
  private readonly words: string[] = [];
  private readonly ends: { word: number; paper: number; place: number }[] = [];
  private readonly papers: ByteWriter;
  readonly places: ByteWriter;
  private length = 0;
  private last = -1;

  constructor(papers: number) {
    this.papers = new ByteWriter(papers * 400);
    this.places = new ByteWriter(papers * 400);
  }

  /** One posting of the current word; its places are written to `places` by the caller. */
  posting(paper: number, mask: number, weight: number): void {
    this.papers.number(paper - this.last);
    this.papers.byte(mask);
    this.papers.byte(weight);
    this.last = paper;
  }

  /** Ends the current word; one without postings is left out. */
  word(word: string): void {
    const none = this.last === -1;
    this.last = -1;
    if (none) return;
    this.words.push(word);
    this.length += word.length;
    this.ends.push({ word: this.length, paper: this.papers.length, place: this.places.length });
  }

  done(papers: Pick<Segment, 'ids' | 'prints' | 'years' | 'lengths'>): Segment {
    return {
      ...papers, alive: new Uint8Array(papers.ids.length).fill(1), live: papers.ids.length, words: this.words.join(''),
      wordEnds: Uint32Array.from(this.ends, (end) => end.word), papers: this.papers.done(), paperEnds: Uint32Array.from(this.ends, (end) => end.paper),
      places: this.places.done(), placeEnds: Uint32Array.from(this.ends, (end) => end.place),
    };
  }
}
