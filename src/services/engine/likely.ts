import type { Likely } from '../../contract/imports.ts';
import { duplicateGroups } from '../../library/duplicates.ts';
import { under } from '../../library/multi-map.ts';
import { rowOf } from '../../library/row.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Paper } from '../../model/paper.ts';
import { differences, summary } from './import-view.ts';

/** Groups that are shown at a time. */
const SHOWN = 200;

/** The groups of papers that may be one and the same; in each the fullest account comes first, of equals the oldest. */
export function likelyCopies(state: LibraryState): { total: number; groups: Likely[][] } {
  const groups = duplicateGroups(state);
  return { total: groups.length, groups: groups.slice(0, SHOWN).map((ids) => {
    const papers = ids.flatMap((id) => state.paper.get(id) ?? []).sort((a, b) => fullness(state, b) - fullness(state, a) || (a.added < b.added ? -1 : 1));
    const [first] = papers;
    return first === undefined ? [] : papers.map((paper) => likely(state, paper, first));
  }) };
}

const fullness = (state: LibraryState, { id, item, tags }: Paper): number => Object.keys(item).length + tags.length + 3 * (['note', 'annotation', 'attachment'] as const).reduce((sum, table) => sum + under(state.index[table], id).size, 0);

function likely(state: LibraryState, paper: Paper, first: Paper): Likely {
  const count = (table: 'note' | 'annotation' | 'attachment'): number => under(state.index[table], paper.id).size;
  return {
    id: paper.id, ...summary(paper.item), venue: rowOf(state, paper).venue, citationKey: paper.citationKey, added: paper.added, files: count('attachment'), notes: count('note'), marks: count('annotation'),
    differences: paper === first ? [] : differences(first.item, paper.item),
  };
}
