import type { CslItem } from '../model/csl.ts';
import type { PaperLink } from '../model/paper.ts';
import { fold, foldedFamily, yearOf } from './fold.ts';
import { identifiersOf } from '../identify/item-identifiers.ts';
import { under } from './multi-map.ts';
import type { LibraryState } from './state.ts';
import { fingerprintsOf } from './state.ts';

export type Likeness = { paper: string; by: 'identifier' | 'title' };

/**
 * The paper that a new one is a copy of: the same DOI, arXiv id, PMID or ISBN, or the same folded title with the same first
 * author and year. A title alone is enough where one side names no authors, a missing year agrees with any.
 */
export function duplicateOf(state: LibraryState, item: CslItem, links: readonly PaperLink[] = []): Likeness | null {
  if (state.paper.size === 0) return null;
  for (const identifier of identifiersOf(item, links)) {
    const [paper] = under(fingerprintsOf(state).identifier, identifier);
    if (paper !== undefined) return { paper, by: 'identifier' };
  }
  const title = fold(item.title ?? '');
  if (title === '') return null;
  for (const id of under(fingerprintsOf(state).title, title)) {
    const paper = state.paper.get(id);
    if (paper && sameWork(item, paper.item)) return { paper: id, by: 'title' };
  }
  return null;
}

/** The other papers that a paper of the library may be a copy of, those it shares an identifier with first; related ones are known to be others. */
export function copiesOf(state: LibraryState, id: string): Likeness[] {
  const paper = state.paper.get(id);
  if (!paper) return [];
  const { identifier, title } = fingerprintsOf(state);
  const by = new Map<string, Likeness['by']>();
  for (const one of identifiersOf(paper.item, paper.links)) for (const other of under(identifier, one)) by.set(other, 'identifier');
  const words = fold(paper.item.title ?? '');
  const titled = words === '' ? [] : [...under(title, words)].slice(0, MOST_OF_A_TITLE);
  for (const other of titled) if (!by.has(other) && areOneWork(state, id, other)) by.set(other, 'title');
  by.delete(id);
  return [...by].filter(([other]) => state.paper.has(other) && !areRelated(state, id, other)).map(([other, how]) => ({ paper: other, by: how }));
}

/** Whether two items of the same title may be one work: the same authors as far as both are named, the same year, and nothing that tells them apart. */
export function sameWork(one: CslItem, other: CslItem): boolean {
  const [a, b] = [families(one), families(other)];
  if (a.some((family, place) => place < b.length && family !== b[place])) return false;
  const [y, z] = [yearOf(one), yearOf(other)];
  if (a.length > 0 && b.length > 0 && y !== '' && z !== '' && y !== z) return false;
  return !TELLING.some((name) => differ(one[name], other[name])) && !differ(firstPage(one), firstPage(other)) && !differ(registered(one), registered(other));
}

/** Numbers that two accounts of one work share: columns of a journal have one title for years. */
const TELLING = ['volume', 'issue', 'chapter-number', 'edition', 'part-number'] as const;
const MOST_COMPARED = 3;
const families = ({ author, editor }: CslItem): string[] => (author ?? editor ?? []).slice(0, MOST_COMPARED).map(foldedFamily).filter(Boolean);
const firstPage = ({ page }: CslItem): string => /\w+/.exec(String(page ?? ''))?.[0] ?? '';
/** A DOI that tells works apart: those of preprints do not. */
const registered = ({ DOI = '' }: CslItem): string => (/^10\.(?:48550|1101|31234|31219|2139)\//.test(DOI) ? '' : DOI.toLowerCase());
const differ = (one: unknown, other: unknown): boolean => one !== undefined && other !== undefined && one !== '' && other !== '' && fold(String(one)) !== fold(String(other));

/**
 * The papers of a library that may be one and the same, as groups: one identifier, or one title and nothing that tells them apart.
 * Two that are related in any way are known to be two.
 */
export function duplicateGroups(state: LibraryState): string[][] {
  const { identifier, title } = fingerprintsOf(state);
  const group = new Map<string, Set<string>>();
  const unite = (one: string, other: string): void => {
    const [a, b] = [group.get(one) ?? new Set([one]), group.get(other) ?? new Set([other])];
    if (a === b) return;
    for (const id of b) a.add(id);
    for (const id of a) group.set(id, a);
  };
  for (const [, ids] of identifier) pairs(ids, (one, other) => { if (!areRelated(state, one, other)) unite(one, other); });
  for (const [words, ids] of title) {
    if (words !== '') pairs(ids, (one, other) => { if (areOneWork(state, one, other) && !areRelated(state, one, other)) unite(one, other); });
  }
  return [...new Set(group.values())].map((ids) => [...ids].sort());
}

/** A title such as "Editorial" may be that of thousands: of those the first are compared. */
const MOST_OF_A_TITLE = 200;

function pairs(ids: ReadonlySet<string>, each: (one: string, other: string) => void): void {
  if (ids.size < 2) return;
  const all = [...ids].slice(0, MOST_OF_A_TITLE);
  for (const [at, one] of all.entries()) for (const other of all.slice(at + 1)) each(one, other);
}

function areOneWork(state: LibraryState, one: string, other: string): boolean {
  const [a, b] = [state.paper.get(one), state.paper.get(other)];
  return a !== undefined && b !== undefined && sameWork(a.item, b.item);
}

const areRelated = (state: LibraryState, one: string, other: string): boolean => [...under(state.index.relation, one)].some((id) => under(state.index.relation, other).has(id));
