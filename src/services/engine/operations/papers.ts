import { copiesOf } from '../../../library/duplicates.ts';
import { fail, ok } from '../../../contract/errors.ts';
import type { PaperRow, RelationView } from '../../../contract/views.ts';
import { plainAbstract } from '../../../library/abstract-text.ts';
import { manyEdits, valueText } from '../../../library/editing/edit-many.ts';
import { papersOf } from '../../../library/selection.ts';
import { papersNamed } from '../../../library/find.ts';
import { under } from '../../../library/multi-map.ts';
import { rowOf } from '../../../library/row.ts';
import type { LibraryState } from '../../../library/state.ts';
import type { Attachment } from '../../../model/attachment.ts';
import type { Paper } from '../../../model/paper.ts';
import { asksPdfs, queryFor } from '../../../search/in-pdfs.ts';
import { passageOf, wantedWords } from '../../../search/passage.ts';
import { parseQuery } from '../../../search/query.ts';
import type { Handlers } from '../handlers.ts';
import { readReport } from '../import-reports.ts';
import { likelyCopies } from '../likely.ts';
import { manuscriptOf } from './manuscripts.ts';
import type { Session } from '../session.ts';

/** Papers whose differences a preview shows. */
const SHOWN_EDITS = 20;

/** Copies of a paper that are named. */
const MOST_COPIES = 3;

/** How far back an import is looked for that was not made since the library was opened. */
const GROUPS_BACK = 1000;

const paperOf = (state: LibraryState, id: string): Paper | undefined => state.paper.get(id) ?? state.trash.paper.get(id);

/** Rows of papers; where words were looked for, with the passage of the abstract they stand in. */
function rowsOf(state: LibraryState, ids: readonly string[], text: string): PaperRow[] {
  const wanted = text.trim() === '' ? null : wantedWords(parseQuery(text));
  return ids.flatMap((id) => {
    const paper = paperOf(state, id);
    if (!paper) return [];
    const passage = wanted === null ? null : passageOf(plainAbstract(paper.item.abstract ?? ''), wanted);
    return [passage === null ? rowOf(state, paper) : { ...rowOf(state, paper), passage }];
  });
}

/** A paper's relations as it sees them, those to papers that are nowhere left out. */
function relationsOf(state: LibraryState, id: string): RelationView[] {
  return [...under(state.index.relation, id)].sort().flatMap((one) => {
    const relation = state.relation.get(one);
    const other = relation === undefined ? undefined : paperOf(state, relation.from === id ? relation.to : relation.from);
    if (relation === undefined || other === undefined) return [];
    const { title, authors, year } = rowOf(state, other);
    return [{ id: one, kind: relation.kind, out: relation.from === id, paper: other.id, title, authors, year, trashed: !state.paper.has(other.id) }];
  });
}

function countsOf(papers: readonly Paper[], field: 'tags' | 'collections'): { id: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const paper of papers) for (const id of paper[field]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count }));
}

export const papers: Handlers<'papers.copies' | 'papers.duplicates' | 'papers.query' | 'papers.rows' | 'papers.place' | 'papers.get' | 'papers.list' | 'papers.ids' | 'papers.find' | 'papers.formerly' | 'papers.shared' | 'papers.previewEdit' | 'trash.facts'> = {
  async 'papers.duplicates'({ store }) {
    return ok(likelyCopies(store.state));
  },

  'papers.copies'({ store: { state } }, { id }) {
    return ok(copiesOf(state, id).slice(0, MOST_COPIES).flatMap(({ paper, by }) => {
      const found = state.paper.get(paper);
      if (!found) return [];
      const { title, authors, year } = rowOf(state, found);
      return [{ id: paper, title, authors, year, by }];
    }));
  },

  async 'papers.query'(session, { first, ...query }) {
    if (query.scope.in === 'import') await findImport(session, query.scope.group);
    if (query.scope.in === 'cited') {
      const read = await manuscriptOf(session, query.scope.manuscript);
      if (!read.ok) return read;
    }
    if (asksPdfs(queryFor(query.text, query.pdfs))) await session.pdfTexts.load();
    const handle = session.lists.open(query);
    const list = session.lists.get(handle.query);
    return ok({ ...handle, rows: list.ok ? rowsOf(session.store.state, list.value.found.slice(0, first), list.value.text) : [] });
  },

  'papers.rows'({ store: { state }, lists }, { query, version, from, count }) {
    const list = lists.get(query);
    if (!list.ok) return list;
    if (list.value.version !== version) return fail('conflict', 'The list has changed since.', { retryable: true, details: { reason: 'list-changed' } });
    return ok(rowsOf(state, list.value.found.slice(from, from + count), list.value.text));
  },

  'papers.place'({ lists }, { query, id }) {
    const list = lists.get(query);
    return list.ok ? ok({ index: list.value.found.all().indexOf(id) }) : list;
  },

  'papers.get'({ store: { state } }, { id }) {
    const paper = paperOf(state, id);
    if (!paper) return fail('not-found', 'That paper is not in the library.', { details: { table: 'paper', id } });
    const of = <T>(index: 'attachment' | 'note' | 'annotation', table: Map<string, T>): T[] => [...under(state.index[index], id)].sort().flatMap((one) => table.get(one) ?? []);
    return ok({ paper, attachments: of('attachment', state.attachment).sort((a, b) => rank(b) - rank(a)), notes: of('note', state.note), annotations: of('annotation', state.annotation), relations: relationsOf(state, id) });
  },

  'papers.list'({ store: { state }, lists }, { selection, from, count }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    return ok({ papers: ids.value.slice(from, from + count).flatMap((id) => paperOf(state, id) ?? []), total: ids.value.length });
  },

  'papers.ids'({ lists }, { selection, most }) {
    const ids = lists.resolve(selection);
    return ids.ok ? ok({ ids: ids.value.slice(0, most), total: ids.value.length }) : ids;
  },

  'papers.shared'({ store: { state }, lists }, { selection }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    const chosen = ids.value.flatMap((id) => paperOf(state, id) ?? []);
    return ok({ total: chosen.length, tags: countsOf(chosen, 'tags'), collections: countsOf(chosen, 'collections') });
  },

  'papers.previewEdit'({ store: { state }, lists }, { selection, edits }) {
    const [ids, made] = [lists.resolve(selection), manyEdits(edits)];
    if (!ids.ok) return ids;
    if (!made.ok) return made;
    const chosen = papersOf(state, { ids: ids.value });
    const differing = chosen.map((paper) => ({ paper, set: Object.entries(made.value(paper)) })).filter(({ set }) => set.length > 0);
    const first = differing.slice(0, SHOWN_EDITS).flatMap(({ paper, set }) => set.map(([name, after]) => {
      const field = name.slice('item.'.length);
      return { paper: paper.id, title: paper.item.title ?? '', field, before: valueText(field, paper.item[field]), after: valueText(field, after) };
    }));
    return ok({ total: chosen.length, changed: differing.length, first });
  },

  'trash.facts'({ store: { state } }) {
    const files = new Map([...state.trash.attachment.values()].map((file) => [file.id, file]));
    for (const paper of state.trash.paper.keys()) for (const id of under(state.index.attachment, paper)) {
      const file = state.attachment.get(id);
      if (file) files.set(id, file);
    }
    const kept = [...files.values()].filter((file) => file.kind === 'kept');
    return ok({ papers: state.trash.paper.size, files: kept.length, bytes: kept.reduce((sum, file) => sum + (file.bytes ?? 0), 0) });
  },

  async 'papers.formerly'({ store, writer }, { keys }) {
    await writer.settled();
    const renamed = await store.formerlyCalled(keys);
    const joined = new Map<string, string[]>(keys.map((key) => [key, []]));
    for (const { id, verbatim = [] } of store.state.paper.values()) for (const { key } of verbatim) if (key !== undefined) joined.get(key)?.push(id);
    return ok(keys.map((name) => ({ name, ids: [...new Set([...(renamed.get(name) ?? []).filter((id) => store.state.paper.has(id)), ...(joined.get(name) ?? [])])] })));
  },

  'papers.find': ({ store: { state } }, { names }) => ok(names.map((name) => ({ name, ids: papersNamed(state, name) }))),
};

/** The file chosen to be read comes first, then PDFs, then the others as they came. */
const rank = ({ main, mediaType }: Attachment): number => (main ? 2 : mediaType === 'application/pdf' ? 1 : 0);

/** The papers of an import made before the library was opened, from its journal. */
async function findImport({ store, lists, disk }: Session, group: string): Promise<void> {
  if (lists.imports.has(group)) return;
  const report = await readReport(store.folder, disk, group);
  if (report) { lists.imports.set(group, new Set(report.ids)); return; }
  const found = (await store.historyOf(null, GROUPS_BACK)).find(({ head }) => head.id === group);
  lists.imports.set(group, new Set(found?.changes.flatMap((change) => (change.table === 'paper' && change.op === 'put' ? [change.id] : []))));
}
