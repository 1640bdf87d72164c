import { fail, ok } from '../../../contract/errors.ts';
import type { PaperRow } from '../../../contract/views.ts';
import { papersNamed } from '../../../library/find.ts';
import { under } from '../../../library/multi-map.ts';
import { rowOf } from '../../../library/row.ts';
import type { LibraryState } from '../../../library/state.ts';
import type { Paper } from '../../../model/paper.ts';
import type { Handlers } from '../handlers.ts';
import { readReport } from '../import-reports.ts';
import type { Session } from '../session.ts';

/** How far back an import is looked for that was not made since the library was opened. */
const GROUPS_BACK = 1000;

const paperOf = (state: LibraryState, id: string): Paper | undefined => state.paper.get(id) ?? state.trash.paper.get(id);

const rowsOf = (state: LibraryState, ids: readonly string[]): PaperRow[] => ids.flatMap((id) => { const paper = paperOf(state, id); return paper ? [rowOf(state, paper)] : []; });

export const papers: Handlers<'papers.query' | 'papers.rows' | 'papers.place' | 'papers.get' | 'papers.list' | 'papers.find'> = {
  async 'papers.query'(session, { first, ...query }) {
    if (query.scope.in === 'import') await findImport(session, query.scope.group);
    const handle = session.lists.open(query);
    const list = session.lists.get(handle.query);
    return ok({ ...handle, rows: list.ok ? rowsOf(session.store.state, list.value.found.slice(0, first)) : [] });
  },

  'papers.rows'({ store: { state }, lists }, { query, version, from, count }) {
    const list = lists.get(query);
    if (!list.ok) return list;
    if (list.value.version !== version) return fail('conflict', 'The list has changed since.', { retryable: true });
    return ok(rowsOf(state, list.value.found.slice(from, from + count)));
  },

  'papers.place'({ lists }, { query, id }) {
    const list = lists.get(query);
    return list.ok ? ok({ index: list.value.found.all().indexOf(id) }) : list;
  },

  'papers.get'({ store: { state } }, { id }) {
    const paper = paperOf(state, id);
    if (!paper) return fail('not-found', 'That paper is not in the library.', { details: { table: 'paper', id } });
    const of = <T>(index: 'attachment' | 'note' | 'annotation', table: Map<string, T>): T[] => [...under(state.index[index], id)].sort().flatMap((one) => table.get(one) ?? []);
    return ok({ paper, attachments: of('attachment', state.attachment), notes: of('note', state.note), annotations: of('annotation', state.annotation) });
  },

  'papers.list'({ store: { state }, lists }, { selection, from, count }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    return ok({ papers: ids.value.slice(from, from + count).flatMap((id) => paperOf(state, id) ?? []), total: ids.value.length });
  },

  'papers.find': ({ store: { state } }, { names }) => ok(names.map((name) => ({ name, ids: papersNamed(state, name) }))),
};

/** The papers of an import made before the library was opened, from its journal. */
async function findImport({ store, lists, disk }: Session, group: string): Promise<void> {
  if (lists.imports.has(group)) return;
  const report = await readReport(store.folder, disk, group);
  if (report) { lists.imports.set(group, new Set(report.ids)); return; }
  const found = (await store.historyOf(null, GROUPS_BACK)).find(({ head }) => head.id === group);
  lists.imports.set(group, new Set(found?.changes.flatMap((change) => (change.table === 'paper' && change.op === 'put' ? [change.id] : []))));
}
