import type { LibraryState } from '../../library/state.ts';
import { applyChange } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import type { RecordOf, TableName } from '../../model/tables.ts';

/** A record is in its table or in the trash: one of these two shelves. */
export type Shelf = 'live' | 'trash';
export type AnyRecord = RecordOf<TableName>;

export const shelfOf = (state: LibraryState, table: TableName, shelf: Shelf): ReadonlyMap<string, AnyRecord> => (shelf === 'live' ? state[table] : state.trash[table]);

/** Puts a record on a shelf of a state that does not hold it yet, as it was read. */
export function lay(state: LibraryState, table: TableName, shelf: Shelf, record: AnyRecord): void {
  applyChange(state, { op: shelf === 'live' ? 'put' : 'unpurge', table, id: record.id, record: record });
}

/** Where a record is now, if anywhere. */
export function find(state: LibraryState, table: TableName, id: string): { shelf: Shelf; record: AnyRecord } | null {
  for (const shelf of ['live', 'trash'] as const) {
    const record = shelfOf(state, table, shelf).get(id);
    if (record) return { shelf, record };
  }
  return null;
}

/** Takes a record away from wherever it is. */
export function clear(state: LibraryState, table: TableName, id: string): void {
  const found = find(state, table, id);
  if (!found) return;
  const record = found.record as Record<string, unknown>;
  applyChange(state, found.shelf === 'live' ? { op: 'remove', table, id, record, erased: true } : { op: 'purge', table, id, record });
}

export const keyOf = (change: Change): string => `${change.table}/${change.id}`;

/** Where a record was, before a change. */
export interface Before { table: TableName; id: string; was: ReturnType<typeof find> }

/** What the records of some changes are now, each once, so that a change that fails can be taken back to the letter. */
export function rememberAll(state: LibraryState, changes: Change[]): Before[] {
  const seen = new Map<string, Before>();
  for (const change of changes) if (!seen.has(keyOf(change))) seen.set(keyOf(change), { table: change.table, id: change.id, was: find(state, change.table, change.id) });
  return [...seen.values()];
}

export function putBack(state: LibraryState, { table, id, was }: Before): void {
  clear(state, table, id);
  if (was) lay(state, table, was.shelf, was.record);
}
