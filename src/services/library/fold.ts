import { join } from 'node:path';
import type { LibraryState } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import type { Disk } from '../disk/disk.ts';
import { LIBRARY_FILE } from './layout.ts';
import type { FileEntry, LibraryFile } from './library-file.ts';
import { encodeLibraryFile } from './library-file.ts';
import { nextName } from './load.ts';
import { keyOf } from './records.ts';
import type { Covers } from './replay.ts';
import { readyForm } from './shard-form.ts';
import type { NewFile, Row } from './shards.ts';
import { ROWS, rewriteRow, rowOf } from './shards.ts';
import type { Form } from './sheet.ts';
import { openSheet } from './sheet.ts';

/** What has changed since the files were last written. */
export class Touched {
  private readonly ids = new Map<string, Set<string>>();
  private readonly rows: Set<string>;

  /** `rows`: those to be written anew whole. */
  constructor(rows: Row[] = []) {
    this.rows = new Set(rows.map((row) => row.stem));
  }

  note(changes: Change[]): void {
    for (const change of changes) {
      const [table] = keyOf(change).split('/');
      const ids = this.ids.get(table ?? '') ?? new Set();
      this.ids.set(table ?? '', ids.add(change.id));
    }
  }

  of = (row: Row): ReadonlySet<string> => this.ids.get(row.table) ?? new Set();
  whole = (row: Row): boolean => this.rows.has(row.stem);
  get damaged(): boolean { return this.rows.size > 0; }
  get empty(): boolean { return this.ids.size === 0 && this.rows.size === 0; }

  /** Takes over what another one has noted, when its fold failed. */
  absorb(other: Touched): void {
    for (const [table, ids] of other.ids) this.ids.set(table, new Set([...(this.ids.get(table) ?? []), ...ids]));
    for (const stem of other.rows) this.rows.add(stem);
  }
}

export interface Snapshot { file: LibraryFile; fresh: NewFile[]; gone: string[] }

/** The library as it is now, as files: only those that changed are encoded. Runs at one go, so that it is one moment's. */
export function takeSnapshot(state: LibraryState, old: LibraryFile, touched: Touched, covers: Covers, limit?: number): Snapshot {
  const files: FileEntry[] = [];
  const fresh: NewFile[] = [];
  for (const row of ROWS) {
    const whole = touched.whole(row);
    const ids = whole ? new Set([...state[row.table].keys(), ...state.trash[row.table].keys()]) : touched.of(row);
    const rewriting = rewriteRow(state, row, whole ? [] : old.files, ids, limit);
    files.push(...rewriting.files);
    fresh.push(...rewriting.fresh);
  }
  const kept = new Set(files.map((file) => file.name));
  const gone = old.files.map((file) => file.name).filter((name) => !kept.has(name));
  const sorted = <T extends { id: string }>(records: Iterable<T>): T[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const file = { ...old, tags: sorted(state.tag.values()), collections: sorted(state.collection.values()), feeds: sorted(state.feed.values()), files, covers };
  return { file, fresh, gone };
}

const libraryForm: Form<LibraryFile> = {
  encode: (file) => Buffer.from(encodeLibraryFile(file)),
  decode: () => { throw new Error('library.json is read by the loader.'); },
};

/**
 * Writes a snapshot so that a crash leaves the old library or the new one. The new texts are laid beside the old
 * files first; library.json, replaced at one stroke, says that they count; then they take their names.
 */
export async function writeSnapshot(disk: Disk, folder: string, { file, fresh, gone }: Snapshot): Promise<void> {
  await layAside(disk, folder, fresh);
  await openSheet(disk, join(folder, LIBRARY_FILE), libraryForm, file).write();
  for (const { entry } of fresh) await disk.rename(nextName(join(folder, entry.name)), join(folder, entry.name));
  for (const name of gone) await disk.remove(join(folder, name));
  if (fresh.length + gone.length > 0) for (const part of ['', 'trash']) await disk.syncDir(join(folder, part));
}

/** Lays the new texts beside the old files. When there is no room for them all they go again. */
async function layAside(disk: Disk, folder: string, fresh: NewFile[]): Promise<void> {
  try {
    for (const { entry, bytes } of fresh) await openSheet(disk, nextName(join(folder, entry.name)), readyForm, bytes).write();
  } catch (error) {
    for (const { entry } of fresh) for (const end of ['', '.tmp']) await disk.remove(nextName(join(folder, entry.name)) + end).catch(() => undefined);
    throw error;
  }
}

/** Removes what interrupted folds left: waiting texts that library.json does not name, temporary files, files no longer named. */
export async function sweep(disk: Disk, folder: string, file: LibraryFile): Promise<void> {
  const named = new Set(file.files.map((entry) => entry.name));
  for (const part of ['', 'trash/']) {
    for (const name of await disk.list(join(folder, part))) {
      const left = /\.json(\.next)?(\.tmp)?$/.exec(name) !== null && rowOf(part + name.replace(/(\.next)?(\.tmp)?$/, '')) !== undefined;
      if ((left && !named.has(part + name)) || name === `${LIBRARY_FILE}.tmp`) await disk.remove(join(folder, part, name));
    }
  }
}
