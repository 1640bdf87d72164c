import { buildSegment } from './build.ts';
import { evaluate, groundOf, noPdfs, type FactTest, type PdfTest } from './evaluate.ts';
import type { SearchFields } from './fields.ts';
import { mergeSegments } from './merge.ts';
import type { ParsedQuery } from './query.ts';
import { Found, numberedBy, type Numbered } from './rank.ts';
import type { Segment } from './segment.ts';

/** Full text of a library in memory. Changes are cheap; the answer never depends on the order they came in. */
export interface SearchIndex {
  /** Papers that can be found. */
  readonly size: number;
  /** Adds a paper, or replaces what was known of it. */
  put(id: string, fields: SearchFields): void;
  /** Adds many; give a few hundred at a time and let others run in between. */
  addBatch(papers: Iterable<readonly [string, SearchFields]>): void;
  drop(id: string): void;
  /** The print a paper was indexed with; undefined when it is not here. */
  print(id: string): number | undefined;
  /** Every paper that can be found. */
  ids(): Iterable<string>;
  /** The parts it is made of, to be kept. They never change but for `alive`. */
  segments(): readonly Segment[];
  /** Takes in a part that was kept. Papers that are here already stay as they are. */
  adopt(segment: Segment): void;
  /** Best first (BM25), equals by id. `facts` answers for is:, has: and type:, `pdfs` for the texts of PDFs. */
  search(query: ParsedQuery, facts?: FactTest, pdfs?: PdfTest): Found;
  /** The same papers, unranked: quicker where the order comes from elsewhere. */
  matches(query: ParsedQuery, facts?: FactTest, pdfs?: PdfTest): Set<string>;
}

/** Papers gathered before they become a segment, and the size beyond which segments are not merged: no step takes long. */
const BATCH = 256;
const LARGEST = 2048;

export function createIndex(): SearchIndex {
  const waiting = new Map<string, SearchFields>();
  const where = new Map<string, { segment: Segment; paper: number }>();
  const segments: Segment[] = [];
  /** The ids of all segments, one after the other, while these stay as they are. */
  let numbered: Numbered | null = null;

  const drop = (id: string): void => {
    waiting.delete(id);
    const place = where.get(id);
    if (place === undefined) return;
    place.segment.alive[place.paper] = 0;
    place.segment.live--;
    where.delete(id);
  };
  const replace = (from: number, count: number, segment: Segment): void => {
    numbered = null;
    segments.splice(from, count, ...(segment.live === 0 ? [] : [segment]));
    for (const [paper, id] of segment.ids.entries()) where.set(id, { segment, paper });
  };
  const settle = (): void => {
    if (waiting.size > 0) {
      const papers = [...waiting];
      waiting.clear();
      replace(segments.length, 0, buildSegment(papers));
    }
    for (let i = segments.length - 2; i >= 0 && joinable(segments[i], segments[i + 1]); i--) replace(i, 2, mergeSegments(segments.slice(i, i + 2)));
    for (const segment of [...segments]) if (segment.live * 2 < segment.ids.length) replace(segments.indexOf(segment), 1, mergeSegments([segment]));
  };
  const put = (id: string, fields: SearchFields): void => {
    drop(id);
    waiting.set(id, fields);
    if (waiting.size >= BATCH) settle();
  };
  const all = (): Numbered => (numbered ??= numberedBy(segments.flatMap((segment) => segment.ids)));
  const scored = (query: ParsedQuery, facts: FactTest, pdfs: PdfTest): Float64Array => {
    settle();
    return evaluate(groundOf(segments, facts, pdfs), query);
  };

  return {
    get size() { return where.size + waiting.size; },
    put,
    addBatch: (papers) => { for (const [id, fields] of papers) put(id, fields); },
    drop,
    print: (id) => waiting.get(id)?.print ?? printIn(where.get(id)),
    ids: () => [...where.keys(), ...waiting.keys()],
    segments: () => { settle(); return segments; },
    adopt: (segment) => {
      for (const [paper, id] of segment.ids.entries()) if (segment.alive[paper] === 1) {
        if (where.has(id) || waiting.has(id)) { segment.alive[paper] = 0; segment.live--; }
        else where.set(id, { segment, paper });
      }
      if (segment.live === 0) return;
      numbered = null;
      segments.push(segment);
    },
    search: (query, facts = none, pdfs = noPdfs) => new Found(scored(query, facts, pdfs), all()),
    matches: (query, facts = none, pdfs = noPdfs) => {
      const scores = scored(query, facts, pdfs);
      return new Set(all().ids.filter((_, paper) => scores[paper] !== 0));
    },
  };
}

const printIn = (place: { segment: Segment; paper: number } | undefined): number | undefined => place?.segment.prints[place.paper];

const none: FactTest = () => false;

const joinable = (a: Segment | undefined, b: Segment | undefined): boolean => a !== undefined && b !== undefined && a.live <= 2 * b.live && a.live + b.live <= LARGEST;
