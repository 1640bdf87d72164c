import type { Result } from '../contract/errors.ts';
import { fail, ok } from '../contract/errors.ts';
import type { Change } from '../model/change.ts';
import type { Edit } from './edit-record.ts';
import { edited, elements, fieldOf, textOf } from './edit-record.ts';
import { equal } from './equal.ts';
import { invertChanges } from './invert.ts';
import { under } from './multi-map.ts';
import type { LibraryState } from './state.ts';

type Fields = Record<string, unknown>;
type Place = { on: 'live' | 'trash'; record: Fields } | null;
type Reason = 'edited' | 'gone' | 'back' | 'in-use';

const WORDS: Record<Reason, string> = {
  edited: 'Something it changed was changed again since.',
  gone: 'Something it changed is no longer in the library.',
  back: 'Something it deleted is in the library again.',
  'in-use': 'Something it added is in use by now.',
};

/** The changes that undo a command, or why they may not be made (`declined`): each field must still hold what the command left. */
export const undoChanges = (state: LibraryState, changes: readonly Change[]): Result<Change[]> => allowed(state, invertChanges(changes));

/** The changes that do an undone command again, under the same rule. */
export const redoChanges = (state: LibraryState, changes: readonly Change[]): Result<Change[]> => allowed(state, [...changes]);

/** Plays changes on copies of the records they touch, and stops at the first that does not fit. */
function allowed(state: LibraryState, changes: Change[]): Result<Change[]> {
  const copies = new Map<string, Place>();
  for (const change of changes) {
    const key = `${change.table}/${change.id}`;
    const place = copies.get(key) ?? (copies.has(key) ? null : placeOf(state, change));
    const next = step(place, change);
    if (typeof next === 'string') return declined(next, change);
    copies.set(key, next);
  }
  for (const change of changes) {
    const reason = orphaned(state, copies, change);
    if (reason) return declined(reason, change);
  }
  return ok(changes);
}

const declined = (reason: Reason, { table, id }: Change): Result<never> => fail('declined', WORDS[reason], { details: { reason, table, id } });

function placeOf(state: LibraryState, { table, id }: Change): Place {
  const live = state[table].get(id);
  const trashed = state.trash[table].get(id);
  return live ? { on: 'live', record: live } : trashed ? { on: 'trash', record: trashed } : null;
}

/** Where a record is after a change, or why the change does not fit. */
function step(place: Place, change: Change): Place | Reason {
  const same = place !== null && 'record' in change && equal({ ...place.record, changed: null, deleted: null }, { ...change.record, changed: null, deleted: null });
  switch (change.op) {
    case 'put':
      if (place?.on === 'live') return 'back';
      return change.restored && (place === null || !same) ? 'gone' : { on: 'live', record: change.record };
    case 'unpurge':
      return place ? 'back' : { on: 'trash', record: change.record };
    case 'purge':
      return place?.on === 'trash' ? null : place ? 'back' : 'gone';
    case 'remove':
      if (place?.on !== 'live') return 'gone';
      if (!same) return 'edited';
      return change.erased ? null : { on: 'trash', record: place.record };
    default:
      if (place?.on !== 'live') return 'gone';
      return fits(place.record, change) ? { on: 'live', record: edited(place.record, change) } : 'edited';
  }
}

function fits(record: Fields, edit: Edit): boolean {
  if (edit.op === 'set') return Object.entries(edit.before).every(([field, value]) => equal(fieldOf(record, field), value));
  if (edit.op !== 'patch') return elements(record, edit.field).includes(edit.element) === (edit.op === 'drop');
  let text = textOf(record, edit.field);
  for (const { at, cut, put } of edit.splices) {
    if (!text.startsWith(cut, at)) return false;
    text = text.slice(0, at) + put + text.slice(at + cut.length);
  }
  return true;
}

const USERS = {
  paper: [['note', 'note'], ['annotation', 'annotation'], ['attachment', 'attachment'], ['relation', 'relation']],
  tag: [['tag', 'paper'], ['annotationTag', 'annotation']],
  collection: [['collection', 'paper'], ['children', 'collection']],
} as const;

/** What is erased may not leave anything behind that names it; what is added must name something that is there. */
function orphaned(state: LibraryState, copies: Map<string, Place>, change: Change): Reason | null {
  const isLive = (table: Change['table'], id: string): boolean => {
    const place = copies.get(`${table}/${id}`);
    return place === undefined ? state[table].has(id) : place?.on === 'live';
  };
  if (change.op === 'remove' && change.erased && !isLive(change.table, change.id)) {
    for (const [index, table] of USERS[change.table as keyof typeof USERS] ?? []) for (const user of under(state.index[index], change.id)) {
      const place = copies.get(`${table}/${user}`);
      if (place === undefined || (place?.on === 'live' && names(place.record, change.id))) return 'in-use';
    }
  }
  if (change.op === 'add' && isLive(change.table, change.id) && !isLive(change.field === 'tags' ? 'tag' : 'collection', change.element)) return 'gone';
  const put = change.op === 'put' ? copies.get(`${change.table}/${change.id}`) : null;
  if (put?.on === 'live') {
    // What the record names in the end: a collection that is gone may be taken off it by the same command.
    const named = [...elements(put.record, 'tags').map((id) => isLive('tag', id)), ...elements(put.record, 'collections').map((id) => isLive('collection', id))];
    if (named.includes(false)) return 'gone';
  }
  if (change.op === 'put' && typeof change.record['paper'] === 'string' && isLive(change.table, change.id)) {
    const paper = change.record['paper'];
    if (!isLive('paper', paper) && !state.trash.paper.has(paper) && copies.get(`paper/${paper}`)?.on !== 'trash') return 'gone';
  }
  return null;
}

/** Whether a record names an id in one of the fields that refer to others. */
const names = (record: Fields, id: string): boolean => ['paper', 'from', 'to', 'parent'].some((field) => record[field] === id) || elements(record, 'tags').includes(id) || elements(record, 'collections').includes(id);
