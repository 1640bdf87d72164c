import { join } from 'node:path';
import type { LibraryState } from '../../library/state.ts';
import { emptyLibrary } from '../../library/state.ts';
import type { Disk } from '../disk/disk.ts';
import { checkAttachments, checkReferences } from './check-records.ts';
import { LIBRARY_FILE } from './layout.ts';
import type { FileEntry, LibraryFile } from './library-file.ts';
import { decodeLibraryFile } from './library-file.ts';
import { nextName } from './load.ts';
import { lay, shelfOf } from './records.ts';
import { readHistory, replayChange } from './replay.ts';
import { checkRecord } from './shard.ts';
import type { Row } from './shards.ts';
import { ROWS, filesOf, sumOf } from './shards.ts';
import { asBuffer } from './sheet.ts';

export interface Finding { file: string; message: string }
export interface CheckReport { sound: boolean; findings: Finding[]; records: number }

/**
 * Proves that a library folder is sound, and says what is not: every sum, every record against its schema, order and
 * counts, every journal, every reference and every kept file with its sum. Reads only.
 */
export async function checkLibrary(disk: Disk, folder: string): Promise<CheckReport> {
  const findings: Finding[] = [];
  const find = (file: string, message: string): void => { findings.push({ file, message }); };
  const state = emptyLibrary();
  const file = await readFile(disk, folder, find);
  if (!file) return { sound: false, findings, records: 0 };
  for (const tag of file.tags) lay(state, 'tag', 'live', tag);
  for (const collection of file.collections) lay(state, 'collection', 'live', collection);
  for (const feed of file.feeds) lay(state, 'feed', 'live', feed);
  for (const row of ROWS) for (const entry of filesOf(row, file.files)) await checkFile(disk, folder, row, entry, state, find);
  await checkJournals(disk, folder, file, state, find);
  checkReferences(state, find);
  await checkAttachments(disk, folder, state, find);
  return { sound: findings.length === 0, findings, records: countRecords(state) };
}

type Find = (file: string, message: string) => void;

async function readFile(disk: Disk, folder: string, find: Find): Promise<LibraryFile | null> {
  const path = join(folder, LIBRARY_FILE);
  const decoded = (await disk.stat(path)) ? decodeLibraryFile(asBuffer(await disk.read(path)).toString('utf8')) : { problem: 'The file is missing.' };
  if ('file' in decoded) return decoded.file;
  find(LIBRARY_FILE, decoded.problem);
  return null;
}

async function checkFile(disk: Disk, folder: string, row: Row, entry: FileEntry, state: LibraryState, find: Find): Promise<void> {
  const bytes = (await bytesOf(disk, join(folder, entry.name), entry.sha256)) ?? (await bytesOf(disk, nextName(join(folder, entry.name)), entry.sha256));
  if (!bytes) return find(entry.name, (await disk.stat(join(folder, entry.name))) ? 'The file is not the one that was written.' : 'The file is missing.');
  const records = JSON.parse(bytes.toString('utf8')) as unknown[];
  if (records.length !== entry.records) find(entry.name, `It holds ${records.length} records, library.json says ${entry.records}.`);
  let last = '';
  for (const value of records) {
    const checked = checkRecord(row.table, value);
    if ('problem' in checked) { find(entry.name, `A record is wrong: ${checked.problem}`); continue; }
    const { id } = checked.record;
    if (id <= last) find(entry.name, `The record ${id} stands in the wrong place.`);
    if (shelfOf(state, row.table, row.shelf).has(id)) find(entry.name, `The record ${id} stands here twice.`);
    last = id;
    lay(state, row.table, row.shelf, checked.record);
  }
}

async function bytesOf(disk: Disk, path: string, sum: string): Promise<Buffer | null> {
  const bytes = (await disk.stat(path)) ? asBuffer(await disk.read(path)) : null;
  return bytes && sumOf(bytes) === sum ? bytes : null;
}

/** Reads every journal from its beginning, and replays what the files do not hold yet. */
async function checkJournals(disk: Disk, folder: string, file: LibraryFile, state: LibraryState, find: Find): Promise<void> {
  const all = await readHistory(disk, folder, {});
  for (const { file: path, from, to } of all.damage) find(path.slice(folder.length + 1), `Bytes ${from} to ${to} cannot be read.`);
  for (const machine of all.missing) find(`history/${machine}`, 'Some of this journal’s files are missing.');
  const fresh = await readHistory(disk, folder, file.covers);
  for (const group of fresh.groups) for (const change of group.changes) replayChange(state, change, group.head.at);
}

const countRecords = (state: LibraryState): number => ROWS.reduce((sum, row) => sum + shelfOf(state, row.table, row.shelf).size, state.tag.size + state.collection.size + state.feed.size);
