import type { LibraryState } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';

/** The papers that changes are about: their own and those their notes, marks, files and relations belong to. */
export function papersTouched(state: LibraryState, changes: readonly Change[]): Set<string> {
  const papers = new Set<string>();
  for (const change of changes) {
    if (change.table === 'paper') papers.add(change.id);
    else if (change.table !== 'tag' && change.table !== 'collection' && change.table !== 'feed') {
      const record: Record<string, unknown> | undefined = 'record' in change ? change.record : (state[change.table].get(change.id));
      for (const field of ['paper', 'from', 'to']) if (typeof record?.[field] === 'string') papers.add(record[field]);
    }
  }
  return papers;
}
