import { join } from 'node:path';
import type { Result } from '../../contract/errors.ts';
import { fail, ok } from '../../contract/errors.ts';
import type { LibraryState } from '../../library/state.ts';
import { emptyLibrary } from '../../library/state.ts';
import type { Disk } from '../disk/disk.ts';
import { LIBRARY_FILE } from './layout.ts';
import type { FileEntry, LibraryFile } from './library-file.ts';
import { decodeLibraryFile } from './library-file.ts';
import type { AnyRecord } from './records.ts';
import { lay } from './records.ts';
import type { Problem } from './problem.ts';
import { salvageLibraryFile, salvageRow } from './salvage.ts';
import { soundForm } from './shard-form.ts';
import type { Row } from './shards.ts';
import { ROWS, filesOf } from './shards.ts';
import { asBuffer, openSheet } from './sheet.ts';

/** So many files of records are read at a time. */
const AHEAD = 2;

export interface Loaded {
  file: LibraryFile;
  state: LibraryState;
  problems: Problem[];
  /** Rows whose files must be written anew, because what is on disk is not what is in memory. */
  damaged: Row[];
}

/** Where the new text of a file waits until library.json names it. */
export const nextName = (name: string): string => `${name}.next`;

/** Reads library.json and the files it names. Journals are not replayed here. Nothing is written but aside. */
export async function loadLibrary(disk: Disk, folder: string, readOnly: boolean): Promise<Result<Loaded>> {
  const problems: Problem[] = [];
  const found = await readLibraryFile(disk, folder, problems, readOnly);
  if (!found.ok) return found;
  const { file, from } = found.value;
  const loaded: Loaded = { file, state: emptyLibrary(), problems, damaged: from === folder ? [] : [...ROWS] };
  for (const tag of loaded.file.tags) lay(loaded.state, 'tag', 'live', tag);
  for (const collection of loaded.file.collections) lay(loaded.state, 'collection', 'live', collection);
  for (const feed of loaded.file.feeds) lay(loaded.state, 'feed', 'live', feed);
  for (const row of ROWS) await loadRow(disk, { folder, from }, row, loaded, readOnly);
  return ok(loaded);
}

async function readLibraryFile(disk: Disk, folder: string, problems: Problem[], readOnly: boolean): Promise<Result<{ file: LibraryFile; from: string }>> {
  const path = join(folder, LIBRARY_FILE);
  const there = await disk.stat(path);
  const bytes = there ? asBuffer(await disk.read(path)) : null;
  const decoded = bytes ? decodeLibraryFile(bytes.toString('utf8')) : { problem: 'library.json is missing.' };
  if ('file' in decoded) return ok({ file: decoded.file, from: folder });
  if ('newer' in decoded) return fail('unsupported', decoded.problem, { details: { reason: 'newer' } });
  const salvaged = await salvageLibraryFile(disk, folder, decoded.problem, { bytes, readOnly });
  if (!salvaged) return fail(bytes ? 'library-damaged' : 'library-missing', bytes ? decoded.problem : 'There is no library in this folder.');
  problems.push(salvaged.problem);
  return ok({ file: salvaged.file, from: salvaged.from });
}

/** `from`: the folder whose files library.json names: the library's, or that of the backup that stands in for it. */
async function loadRow(disk: Disk, { folder, from }: { folder: string; from: string }, row: Row, loaded: Loaded, readOnly: boolean): Promise<void> {
  const sound = [];
  const damaged: FileEntry[] = [];
  for await (const { entry, records } of readAhead(filesOf(row, loaded.file.files), (one) => readShard(disk, from, one, readOnly || from !== folder))) {
    if (records) sound.push(...records);
    else damaged.push(entry);
  }
  for (const record of sound) lay(loaded.state, row.table, row.shelf, record);
  if (damaged.length === 0) return;
  if (from === folder) loaded.damaged.push(row);
  loaded.problems.push(...(await salvageRow({ disk, folder, row, file: loaded.file, damaged, state: loaded.state, readOnly })));
}

/** Reads files in turn; while one is being understood, the next is on its way from the disk. */
async function* readAhead(entries: FileEntry[], read: (entry: FileEntry) => Promise<AnyRecord[] | null>): AsyncGenerator<{ entry: FileEntry; records: AnyRecord[] | null }> {
  const begin = (entry: FileEntry): Promise<AnyRecord[] | null> => {
    const reading = read(entry);
    // Its error is thrown where it is waited for, which may never come to pass after another one's.
    reading.catch(() => undefined);
    return reading;
  };
  const coming = entries.slice(0, AHEAD).map(begin);
  for (const [index, entry] of entries.entries()) {
    const records = (await coming.shift()) ?? null;
    const further = entries[index + AHEAD];
    if (further) coming.push(begin(further));
    yield { entry, records };
  }
}

/** The records of a file, also when a crash left its new text still waiting; null when neither is the one that was written. */
async function readShard(disk: Disk, folder: string, entry: FileEntry, readOnly: boolean): Promise<AnyRecord[] | null> {
  const path = join(folder, entry.name);
  const now = await tryRead(disk, path, entry.sha256);
  if (now) return now;
  const next = await tryRead(disk, nextName(path), entry.sha256);
  if (next && !readOnly) {
    await disk.rename(nextName(path), path);
    await disk.syncDir(join(path, '..'));
  }
  return next;
}

async function tryRead(disk: Disk, path: string, sum: string): Promise<AnyRecord[] | null> {
  if (!(await disk.stat(path))) return null;
  const sheet = openSheet(disk, path, soundForm(sum), []);
  try {
    await sheet.read();
    return sheet.data;
  } catch {
    return null;
  }
}
