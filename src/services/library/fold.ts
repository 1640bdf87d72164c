import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { LibraryState } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import type { Disk } from '../disk/disk.ts';
import { LIBRARY_FILE } from './layout.ts';
import type { FileEntry, LibraryFile } from './library-file.ts';
import { encodeLibraryFile } from './library-file.ts';
import { nextName } from './load.ts';
import { keyOf } from './records.ts';
import type { Covers } from './replay.ts';
import type { Encoded } from './shard.ts';
import type { NewFile, Row, RowPlan } from './shards.ts';
import { ROWS, encodeRow, planRow, rowOf } from './shards.ts';
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
/** The library of one moment, still to be encoded. */
export interface Moment { file: LibraryFile; old: FileEntry[]; rows: RowPlan[] }

/** Holds fast the library as it is now. Quick and at one go, so that it is one moment's: only names of records are gathered. */
export function takeMoment(state: LibraryState, old: LibraryFile, touched: Touched, covers: Covers): Moment {
  const rows = ROWS.map((row) => {
    const whole = touched.whole(row);
    return planRow(state, row, whole ? [] : old.files, whole ? new Set([...state[row.table].keys(), ...state.trash[row.table].keys()]) : touched.of(row));
  });
  const sorted = <T extends { id: string }>(records: Iterable<T>): T[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { file: { ...old, tags: sorted(state.tag.values()), collections: sorted(state.collection.values()), feeds: sorted(state.feed.values()), covers }, old: old.files, rows };
}

/** A moment as files: only those that changed are encoded, and handed to `made` at once. Others may run after each file, some 30 ms: `giveWay`. */
export async function encodeMoment({ file, old, rows }: Moment, { limit, encoded, made, giveWay = turn }: { limit?: number | undefined; encoded?: Encoded; made?: (one: NewFile) => void; giveWay?: () => Promise<void> } = {}): Promise<Snapshot> {
  const files: FileEntry[] = [];
  const fresh: NewFile[] = [];
  for (const row of rows) for (const one of encodeRow(row, limit, encoded)) {
    files.push('entry' in one ? one.entry : one);
    if (!('entry' in one)) continue;
    fresh.push(one);
    made?.(one);
    await giveWay();
  }
  const kept = new Set(files.map(({ name }) => name));
  return { file: { ...file, files }, fresh, gone: old.map(({ name }) => name).filter((name) => !kept.has(name)) };
}

const libraryForm: Form<LibraryFile> = {
  encode: (file) => Buffer.from(encodeLibraryFile(file)),
  decode: () => { throw new Error('library.json is read by the loader.'); },
};

/**
 * Writes a snapshot so that a crash leaves the old library or the new one. The new texts are laid beside the old files
 * first (`LayingAside`); library.json, replaced at one stroke, says that they count; then they take their names. What stopped
 * in between must be brought to its end by the same call before another snapshot is laid aside: library.json may name its texts.
 */
export async function settleSnapshot(disk: Disk, folder: string, { file, fresh, gone }: Snapshot): Promise<void> {
  await openSheet(disk, join(folder, LIBRARY_FILE), libraryForm, file).write();
  for (const { entry } of fresh) {
    const next = nextName(join(folder, entry.name));
    if (await disk.stat(next)) await disk.rename(next, join(folder, entry.name));
  }
  for (const name of gone) await disk.remove(join(folder, name));
  if (fresh.length + gone.length > 0) for (const part of ['', 'trash']) await disk.syncDir(join(folder, part));
}

/** Lays new texts beside the old files, each as soon as it is made. */
export class LayingAside {
  private readonly writes: Promise<void>[] = [];
  private readonly paths: string[] = [];

  constructor(private readonly disk: Disk, private readonly folder: string) {}

  add = ({ entry, bytes }: NewFile): void => {
    const path = nextName(join(this.folder, entry.name));
    this.paths.push(path);
    const write = this.disk.write(path, bytes);
    write.catch(() => undefined);
    this.writes.push(write);
  };

  /** Resolves when all of them and their names are durable. When there is no room for them all they go again. */
  async done(): Promise<void> {
    const failed = (await Promise.allSettled(this.writes)).find((write) => write.status === 'rejected');
    if (failed) {
      for (const path of this.paths) await this.disk.remove(path).catch(() => undefined);
      throw failed.reason;
    }
    for (const part of new Set(this.paths.map((path) => dirname(path)))) await this.disk.syncDir(part);
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
