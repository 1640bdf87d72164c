import type { Result } from '../../../contract/errors.ts';
import { fail, ok } from '../../../contract/errors.ts';
import type { HistoryEntry } from '../../../contract/views.ts';
import { redoChanges, undoChanges } from '../../../library/undo.ts';
import { Annotation } from '../../../model/annotation.ts';
import type { Change } from '../../../model/change.ts';
import type { Group } from '../../library/group.ts';
import { folderGone } from '../disk-trouble.ts';
import { goesOn, isNear, isWriting } from './stretch.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import type { Planned } from '../writer.ts';

export const history: Handlers<'history.undo' | 'history.redo' | 'history.takeBack' | 'history.list'> = {
  'history.undo': (session) => step(session, 'undo'),
  'history.redo': (session) => step(session, 'redo'),

  async 'history.takeBack'(session, { id, paper }) {
    const written = await session.writer.write(() => planOne(session, id, paper ?? null));
    return written.ok ? ok({ label: written.value.label, revision: written.value.revision }) : written;
  },

  async 'history.list'({ store, writer }, { paper, limit }) {
    await writer.settled();
    const groups = await store.historyOf(paper ?? null, limit);
    const undone = undoneOf(groups);
    return ok(groups.map((group) => entryOf(group, undone, paper, store)));
  },
};

async function step(session: Session, way: 'undo' | 'redo'): Promise<Result<{ label: string; revision: number }>> {
  const stretch: Group[] = [];
  const written = await session.writer.write(() => plan(session, way, stretch));
  if (!written.ok) return written;
  let last = written.value;
  // Writing that went on without a pause was kept in pieces; it goes and comes back as one.
  while (stretch[0] && isWriting(stretch[0])) {
    const more = await session.writer.write(() => plan(session, way, stretch));
    if (!more.ok) break;
    last = more.value;
  }
  return ok({ label: last.label, revision: last.revision });
}

async function plan({ store, disk, writer, context }: Session, way: 'undo' | 'redo', stretch: Group[]): Promise<Result<Planned>> {
  // What is not durable yet is in no journal.
  await writer.settled();
  // Without its folder the library has no journal to read: that is not the same as nothing to undo.
  if (!(await disk.stat(store.folder))) return { ok: false, error: folderGone(store.folder).error };
  const placed = await (way === 'undo' ? store.undoable() : store.redoable());
  if (stretch.length > 0 && !(placed && isNear(stretch, placed))) return fail('declined', 'That is another piece of work.', { details: { reason: 'other-work' } });
  if (!placed) return fail('declined', way === 'undo' ? 'There is nothing to undo.' : 'There is nothing to do again.', { details: { reason: way === 'undo' ? 'nothing' : 'nothing-again' } });
  const group = await store.readGroup(placed.place);
  if (!group) return fail('declined', 'The journal no longer holds what this command did.', { details: { reason: 'missing' } });
  if (stretch[0] && !goesOn(stretch[0], group)) return fail('declined', 'That is another piece of work.', { details: { reason: 'other-work' } });
  stretch.push(group);
  const changes = way === 'undo' ? undoChanges(store.state, group.changes) : redoChanges(store.state, group.changes);
  if (!changes.ok) return changes;
  const { id, label } = placed.head;
  return ok({ name: `history.${way}`, label, at: context().now, changes: changes.value, ...(way === 'undo' ? { undoes: id } : { redoes: id }) });
}

/** How far back one command is looked for. */
const REACH = 500;

/** What takes one command back, wherever it is in the history. */
async function planOne({ store, disk, writer, context }: Session, id: string, paper: string | null): Promise<Result<Planned>> {
  await writer.settled();
  if (!(await disk.stat(store.folder))) return { ok: false, error: folderGone(store.folder).error };
  const groups = await store.historyOf(paper, REACH);
  const found = groups.find(({ head }) => head.id === id);
  const group = found && (await store.readGroup(found.place));
  if (!group) return fail('declined', 'The journal no longer holds what this command did.', { details: { reason: 'missing' } });
  if (group.head.mends || group.head.undoes !== undefined || group.head.redoes !== undefined || undoneOf(groups).has(id)) return fail('declined', 'There is nothing of it to take back.', { details: { reason: 'nothing' } });
  const changes = undoChanges(store.state, group.changes);
  return changes.ok ? ok({ name: 'history.undo', label: group.head.label, at: context().now, changes: changes.value, undoes: id }) : changes;
}

/** The commands that stand undone. Newest first: an undo that was itself followed by a redo no longer counts. */
function undoneOf(groups: Group[]): Set<string> {
  const undone = new Set<string>();
  for (const { head } of [...groups].reverse()) {
    if (head.undoes !== undefined) undone.add(head.undoes);
    if (head.redoes !== undefined) undone.delete(head.redoes);
  }
  return undone;
}

function entryOf({ head, place, changes }: Group, undone: Set<string>, paper: string | undefined, { machine, state }: Session['store']): HistoryEntry {
  const papers = new Set(changes.flatMap((change) => (change.table === 'paper' ? [change.id] : 'record' in change && typeof change.record['paper'] === 'string' ? [change.record['paper']] : [])));
  const one = papers.size === 1 ? state.paper.get([...papers][0] ?? '') : undefined;
  const shown = paper === undefined ? changes.slice(0, 20) : changes.filter((change) => change.id === paper || change.table !== 'paper').slice(0, 20);
  return { id: head.id, command: head.name, label: head.label, at: head.at, machine: place.machine, here: place.machine === machine, by: head.by ?? 'window', ...(one === undefined ? {} : { paper: { id: one.id, title: one.item.title ?? '' } }), papers: papers.size, undone: undone.has(head.id), fields: shown.flatMap(fieldsOf) };
}

const SHOWN = 300;
const Quoting = Annotation.pick({ selector: true });
const shown = (value: unknown): string => (value === null || value === undefined ? '' : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, SHOWN));

/** The words by which a person knows a record that came or went. */
function saidBy({ table, record }: Extract<Change, { op: 'put' | 'remove' }>): [field: string, words: string] {
  switch (table) {
    case 'annotation': return ['mark', shown(Quoting.safeParse(record).data?.selector.exact)];
    case 'note': return ['note', shown(record['markdown'])];
    case 'attachment': return ['file', shown(record['title'] ?? record['path'])];
    default: return ['', ''];
  }
}

function fieldsOf(change: Change): HistoryEntry['fields'] {
  switch (change.op) {
    case 'set': return Object.keys(change.after).map((field) => ({ field, before: shown(change.before[field]), after: shown(change.after[field]) }));
    case 'patch': return change.splices.map(({ cut, put }) => ({ field: change.field, before: shown(cut), after: shown(put) }));
    case 'add': return [{ field: change.field, before: '', after: change.element }];
    case 'drop': return [{ field: change.field, before: change.element, after: '' }];
    case 'put': case 'remove': {
      const [field, words] = saidBy(change);
      return words === '' ? [] : [{ field, before: change.op === 'remove' ? words : '', after: change.op === 'put' ? words : '' }];
    }
    default: return [];
  }
}
