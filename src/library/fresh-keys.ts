import { citationKey } from '../citation/key.ts';
import type { Paper } from '../model/paper.ts';
import { under } from './multi-map.ts';
import type { LibraryState } from './state.ts';

export interface FreshKeys { pattern?: string | undefined; keepPinned: boolean }

/** The keys that papers would get by a pattern, each one alone in the library; pinned ones are left out where they are kept. */
export function freshKeys(state: LibraryState, papers: readonly Paper[], { pattern, keepPinned }: FreshKeys): { paper: Paper; key: string }[] {
  const renewed = papers.filter((paper) => !(keepPinned && paper.keyPinned));
  const ids = new Set(renewed.map(({ id }) => id));
  const given = new Set<string>();
  return renewed.map((paper) => {
    const key = citationKey(paper.item, (one) => given.has(one) || [...under(state.index.key, one)].some((id) => !ids.has(id)), pattern);
    given.add(key);
    return { paper, key };
  });
}
