import type { PaperQuery } from '../contract/views.ts';
import type { Paper } from '../model/paper.ts';
import { fold, foldedFamily, yearOf } from './fold.ts';

export type SortField = Exclude<PaperQuery['sort'], 'relevance'>;

const keys = new Map<SortField, WeakMap<Paper, string>>();

/** What a paper is sorted by, as text that compares letter by letter; worked out once for each form of a record. */
export function sortKey(paper: Paper, field: SortField): string {
  const known = keys.get(field) ?? new WeakMap<Paper, string>();
  keys.set(field, known);
  const key = known.get(paper) ?? makeKey(paper, field);
  known.set(paper, key);
  return key;
}

function makeKey(paper: Paper, field: SortField): string {
  const { item } = paper;
  switch (field) {
    case 'added': return paper.added;
    case 'changed': return paper.deleted ?? paper.changed;
    case 'title': return fold(item.title ?? '').replace(/^(?:a|an|the) /, '');
    case 'author': return foldedFamily((item.author ?? item.editor)?.[0]);
    case 'year': return yearOf(item) + (item.issued?.['date-parts']?.[0]?.slice(1).map((part) => String(part).padStart(2, '0')).join('') ?? '');
    case 'venue': return fold(item['container-title'] ?? item.publisher ?? '');
    case 'rating': return String(paper.rating ?? 0);
  }
}

/** Order of two papers: by key, papers without one last in either direction. Equals keep the order in which they came (ids rise), so that a page brought in reads from its top. */
export function compare(one: Paper, other: Paper, field: SortField, descending: boolean): number {
  const [a, b] = [sortKey(one, field), sortKey(other, field)];
  if (a === b) return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  const order = a < b ? -1 : 1;
  return descending ? -order : order;
}
