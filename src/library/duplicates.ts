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

/** Whether two items of the same title may be one work. */
export function sameWork(one: CslItem, other: CslItem): boolean {
  const [a, b] = [foldedFamily(one.author?.[0]), foldedFamily(other.author?.[0])];
  if (a !== '' && b !== '' && a !== b) return false;
  const [y, z] = [yearOf(one), yearOf(other)];
  return a === '' || b === '' || y === '' || z === '' || y === z;
}
