import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { LIBRARY_FILE } from './layout.ts';
import type { FileEntry, LibraryFile } from './library-file.ts';
import { decodeLibraryFile } from './library-file.ts';
import { sumAside } from './shards.ts';
import { asBuffer } from './sheet.ts';

export interface Backup { name: string; path: string; file: LibraryFile }

/** The backups whose library.json can be read, newest first. */
export async function listBackups(disk: Disk, folder: string): Promise<Backup[]> {
  const names = (await disk.list(join(folder, 'backups'))).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)).reverse();
  const found: Backup[] = [];
  for (const name of names) {
    const path = join(folder, 'backups', name);
    const there = await disk.stat(join(path, LIBRARY_FILE));
    const decoded = there ? decodeLibraryFile(asBuffer(await disk.read(join(path, LIBRARY_FILE))).toString('utf8')) : null;
    if (decoded && 'file' in decoded) found.push({ name, path, file: decoded.file });
  }
  return found;
}

/** The bytes of a file in a folder if they are those the entry names. */
export async function readSound(disk: Disk, folder: string, entry: FileEntry): Promise<Buffer | null> {
  const path = join(folder, entry.name);
  if (!(await disk.stat(path))) return null;
  const bytes = asBuffer(await disk.read(path));
  return (await sumAside(bytes)) === entry.sha256 ? bytes : null;
}
