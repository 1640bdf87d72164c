import type { Change } from '../model/change.ts';
import type { RecordOf, TableName } from '../model/tables.ts';
import { TABLE_NAMES } from '../model/tables.ts';
import type { Paper } from '../model/paper.ts';
import type { Fingerprints } from './fingerprints.ts';
import { follow, makeFingerprints } from './fingerprints.ts';
import type { Indexes } from './indexes.ts';
import { emptyIndexes, moved } from './indexes.ts';
import { edited } from './edit-record.ts';

export type Tables = { [T in TableName]: Map<string, RecordOf<T>> };

/** A whole library in memory: live records by table, deleted ones in the trash, and what must be found at once. */
export interface LibraryState extends Tables { trash: Tables; index: Indexes; fingerprints: Fingerprints | null }

const tables = (): Tables => Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map()])) as unknown as Tables;

export const emptyLibrary = (): LibraryState => ({ ...tables(), trash: tables(), index: emptyIndexes(), fingerprints: null });

/** What copies of papers are known by; the first call reads every paper. */
export const fingerprintsOf = (state: LibraryState): Fingerprints => (state.fingerprints ??= makeFingerprints(state.paper.values()));

type Fields = Record<string, unknown>;
type Shelf = Map<string, Fields>;

/**
 * Applies a change in place, at a cost that does not depend on the size of the library. A changed record is a new object.
 * `at` (ISO 8601) becomes the record's `changed` time, or a paper's `deleted` time, which are derived and in no change. An edit of a record that is not live does nothing.
 */
export function applyChange(state: LibraryState, change: Change, at?: string): void {
  const { table, id } = change;
  const live = state[table] as unknown as Shelf;
  const trash = state.trash[table] as unknown as Shelf;
  const before = live.get(id);
  const after = liveAfter(change, before, at);
  if (after) live.set(id, after);
  else live.delete(id);
  if (change.op === 'unpurge' || (change.op === 'remove' && !change.erased)) trash.set(id, change.op === 'remove' && table === 'paper' && at !== undefined ? { ...change.record, deleted: at } : change.record);
  else if (change.op === 'put' || change.op === 'purge') trash.delete(id);
  if (before === after) return;
  moved(state.index, table, id, before, after);
  if (table === 'paper' && state.fingerprints) follow(state.fingerprints, before as Paper | undefined, after as Paper | undefined);
}

function liveAfter(change: Change, before: Fields | undefined, at: string | undefined): Fields | undefined {
  if (change.op === 'put') return change.record;
  if (change.op === 'remove') return undefined;
  if (change.op === 'purge' || change.op === 'unpurge' || before === undefined) return before;
  const after = edited(before, change);
  return at !== undefined && 'changed' in after ? { ...after, changed: at } : after;
}
