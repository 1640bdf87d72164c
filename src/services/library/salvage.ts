import { basename, join } from 'node:path';
import { emptyLibrary } from '../../library/state.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Disk } from '../disk/disk.ts';
import { keepAside } from './aside.ts';
import { listBackups, readSound } from './backup-files.ts';
import { LIBRARY_FILE } from './layout.ts';
import type { FileEntry, LibraryFile } from './library-file.ts';
import type { Problem } from './problem.ts';
import type { AnyRecord } from './records.ts';
import { find, lay, shelfOf } from './records.ts';
import type { Covers } from './replay.ts';
import { readHistory, replayChange } from './replay.ts';
import { listSegments } from './segments.ts';
import { readSegment } from './segment.ts';
import { rescueRecords } from './shard.ts';
import type { Row } from './shards.ts';
import { ROWS, filesOf } from './shards.ts';
import { asBuffer } from './sheet.ts';

interface Rowed { disk: Disk; folder: string; row: Row; file: LibraryFile; damaged: FileEntry[]; state: LibraryState; readOnly: boolean }

/**
 * Finds again what damaged files of a row held: the newest backup that is sound, and every change since from the
 * journals; the journals alone when there is no backup; line by line from the damaged file where journals are missing.
 */
export async function salvageRow(at: Rowed): Promise<Problem[]> {
  const base = await newestBase(at);
  const { groups, missing } = await readHistory(at.disk, at.folder, base.covers, at.file.covers);
  for (const group of groups) for (const change of group.changes) if (change.table === at.row.table) replayChange(base.state, change, group.head.at);
  const problems: Problem[] = [];
  for (const entry of at.damaged) problems.push(await rescue(at, entry, base.name, missing.length > 0));
  for (const record of shelfOf(base.state, at.row.table, at.row.shelf).values()) layMissing(at, record);
  return problems;
}

function layMissing({ state, row }: Rowed, record: AnyRecord): void {
  if (!find(state, row.table, record.id)) lay(state, row.table, row.shelf, record);
}

/** Puts the damaged file aside; takes its readable lines when the journals cannot tell the whole story. */
async function rescue(at: Rowed, entry: FileEntry, source: string, incomplete: boolean): Promise<Problem> {
  const path = join(at.folder, entry.name);
  const bytes = (await at.disk.stat(path)) ? asBuffer(await at.disk.read(path)) : null;
  const kept = await keepAside(at.disk, at.folder, entry.name, bytes, at.readOnly);
  const what = bytes ? 'The file is not the one that was written' : 'The file is missing';
  if (!incomplete) return { file: entry.name, message: `${what}; its records were restored.`, salvagedFrom: source, ...kept };
  const { records, lost } = rescueRecords(at.row.table, bytes?.toString('utf8') ?? '');
  for (const record of records) layMissing(at, record);
  return { file: entry.name, message: `${what}, and journals since the last backup are missing: ${records.length} records were read from it, ${lost} lines could not be.`, salvagedFrom: source, ...kept };
}

/** The table as the newest backup has it whole, or empty at the beginning of all journals. */
async function newestBase({ disk, folder, row }: Rowed): Promise<{ state: LibraryState; covers: Covers; name: string }> {
  for (const backup of await listBackups(disk, folder)) {
    const state = await readTable(disk, backup.path, row, backup.file.files);
    if (state) return { state, covers: backup.file.covers, name: `backups/${backup.name}` };
  }
  return { state: emptyLibrary(), covers: {}, name: 'history' };
}

async function readTable(disk: Disk, path: string, { table }: Row, files: FileEntry[]): Promise<LibraryState | null> {
  const state = emptyLibrary();
  for (const row of ROWS.filter((one) => one.table === table)) {
    for (const entry of filesOf(row, files)) {
      const bytes = await readSound(disk, path, entry);
      if (!bytes) return null;
      for (const record of JSON.parse(bytes.toString('utf8')) as AnyRecord[]) lay(state, table, row.shelf, record);
    }
  }
  return state;
}

/** A library.json to go on with when the one in the folder cannot be read: the newest backup's, else one that begins before all journals. */
export async function salvageLibraryFile(disk: Disk, folder: string, message: string, { bytes, readOnly }: { bytes: Buffer | null; readOnly: boolean }): Promise<{ file: LibraryFile; from: string; problem: Problem } | null> {
  const kept = await keepAside(disk, folder, LIBRARY_FILE, bytes, readOnly);
  const backup = (await listBackups(disk, folder))[0];
  if (backup) return { file: backup.file, from: backup.path, problem: { file: LIBRARY_FILE, message, salvagedFrom: `backups/${backup.name}`, ...kept } };
  const id = await libraryIdOfJournals(disk, folder);
  if (!id) return null;
  const file: LibraryFile = { format: 'sheaf-library', version: 1, id, name: basename(folder), tags: [], collections: [], feeds: [], files: [], covers: {}, clock: '' };
  return { file, from: join(folder, 'history'), problem: { file: LIBRARY_FILE, message, salvagedFrom: 'history', ...kept } };
}

async function libraryIdOfJournals(disk: Disk, folder: string): Promise<string | null> {
  for (const files of (await listSegments(disk, folder)).values()) {
    for (const file of files) {
      const head = readSegment(asBuffer(await disk.readPart(file.path, 0, 1024)), file.machine, file.segment).head;
      if (head) return head.library;
    }
  }
  return null;
}
