import { join } from 'node:path';
import { failure } from '../../contract/errors.ts';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { listBackups, readSound, type Backup } from './backup-files.ts';
import { LIBRARY_FILE } from './layout.ts';
import type { FileEntry, LibraryFile } from './library-file.ts';
import { encodeLibraryFile } from './library-file.ts';

/** How many days are kept one by one, and how many weeks after them. */
const DAYS = 7;
const WEEKS = 4;
/** Files copied at a time: while one is written through, another is summed. */
const LANES = 2;

/**
 * Copies the files that library.json names to backups/<day>, once a day. A file that the last backup already holds is
 * linked to that one: backups share bytes among themselves, never with the live files. Every byte is read back.
 */
export async function backUp(disk: Disk, folder: string, file: LibraryFile, today: Date): Promise<string | null> {
  const name = today.toISOString().slice(0, 10);
  const path = join(folder, 'backups', name);
  const earlier = await listBackups(disk, folder);
  if (earlier.some((one) => one.name === name)) return null;
  const making = `${path}.making`;
  await disk.remove(making);
  await disk.remove(path);
  await disk.mkdir(join(making, 'trash'));
  const files = file.files.values();
  const lane = async (): Promise<void> => { for (const entry of files) await copy(disk, folder, making, entry, earlier[0]); };
  const failed = (await Promise.allSettled(Array.from({ length: LANES }, lane))).find((done) => done.status === 'rejected');
  if (failed) throw failed.reason;
  await disk.syncDir(join(making, 'trash'));
  await replaceFile(disk, join(making, LIBRARY_FILE), Buffer.from(encodeLibraryFile(file)));
  await disk.rename(making, path);
  await disk.syncDir(join(folder, 'backups'));
  await thin(disk, folder);
  return `backups/${name}`;
}

/** Copies one file, or links it to the last backup's where that is the same, and reads it back. */
async function copy(disk: Disk, folder: string, making: string, entry: FileEntry, last: Backup | undefined): Promise<void> {
  const held = last?.file.files.find((one) => one.name === entry.name && one.sha256 === entry.sha256);
  if (held && last && (await readSound(disk, last.path, held))) await disk.link(join(last.path, entry.name), join(making, entry.name));
  else await disk.write(join(making, entry.name), await soundBytes(disk, folder, entry));
  if (!(await readSound(disk, making, entry))) throw failure('unreadable', `The backup of ${entry.name} could not be read back.`, { details: { reason: 'backup', file: entry.name } });
}

async function soundBytes(disk: Disk, folder: string, entry: FileEntry): Promise<Buffer> {
  const bytes = await readSound(disk, folder, entry);
  if (!bytes) throw failure('unreadable', `${entry.name} was damaged after it was written; no backup is made of it.`, { details: { reason: 'damaged-since', file: entry.name } });
  return bytes;
}

/** Removes the backups that are neither among the newest days nor the newest of one of the newest weeks. */
async function thin(disk: Disk, folder: string): Promise<void> {
  const backups = await listBackups(disk, folder);
  const weekOf = (name: string): number => Math.floor(Date.parse(name) / (7 * 86_400_000));
  const weeks = new Set<number>();
  for (const backup of backups.slice(DAYS)) {
    const week = weekOf(backup.name);
    if (!weeks.has(week) && weeks.size < WEEKS) weeks.add(week);
    else await disk.remove(backup.path);
  }
}
