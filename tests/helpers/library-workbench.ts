import type { Change } from '../../src/model/change.ts';
import { makeId } from '../../src/model/id.ts';
import type { Paper } from '../../src/model/paper.ts';
import { TABLE_NAMES } from '../../src/model/tables.ts';
import type { Disk } from '../../src/services/disk/disk.ts';
import { createLibrary } from '../../src/services/library/create.ts';
import type { Store, StoreOptions } from '../../src/services/library/store.ts';
import { openStore } from '../../src/services/library/store.ts';

export const FOLDER = '/library';
const START = Date.UTC(2026, 0, 1);

/** The nth id: always the same one. */
export const idOf = (n: number): string => makeId(START + n, new Uint8Array(16).fill(n % 32));

export const paperOf = (n: number, title = `Paper ${n}`): Paper => ({
  id: idOf(n), item: { type: 'article', title, abstract: `The abstract of ${title}.` }, citationKey: `key${n}`, tags: [], collections: [], status: 'inbox', links: [],
  added: '2026-01-01T00:00:00.000Z', changed: '2026-01-01T00:00:00.000Z',
});

export const put = (n: number, title?: string): Change => ({ op: 'put', table: 'paper', id: idOf(n), record: paperOf(n, title) });
export const retitle = (n: number, before: string, after: string): Change => ({ op: 'set', table: 'paper', id: idOf(n), before: { 'item.title': before }, after: { 'item.title': after } });
export const trash = (record: Paper): Change => ({ op: 'remove', table: 'paper', id: record.id, record });

export function options(disk: Disk, more: Partial<StoreOptions> = {}): StoreOptions {
  let time = START + 1_000_000;
  return { folder: FOLDER, disk, machine: 'desk', now: () => time++, random: (length) => new Uint8Array(length).fill(7), ...more };
}

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>): Promise<T> {
  const found = await result;
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}
export const create = (disk: Disk, more: Partial<StoreOptions> = {}): Promise<Store> => value(createLibrary({ ...options(disk, more), name: 'Test' }));
export const open = (disk: Disk, more: Partial<StoreOptions> = {}): Promise<Store> => value(openStore(options(disk, more)));

let serial = 0;
/** Runs changes as a command of their own. */
export const run = (store: Store, changes: Change[], more: { undoes?: string; redoes?: string; id?: string; moves?: { from: string; to: string | null }[] } = {}): Promise<void> =>
  store.commit({ id: `group-${++serial}`, name: 'test', label: 'test', at: '2026-02-02T00:00:00.000Z', changes, ...more });

/** All records of a library as plain data, to compare two. */
export function contents(store: Store): unknown {
  const { trash: bin } = store.state;
  const live = Object.fromEntries(TABLE_NAMES.map((name) => [name, store.state[name]]));
  const plain = (tables: Record<string, unknown>): unknown => Object.fromEntries(Object.entries(tables).map(([name, map]) => [name, Object.fromEntries([...(map as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1)))]));
  return JSON.parse(JSON.stringify({ live: plain(live), trash: plain({ ...bin }) }));
}
