import { dirname } from 'node:path';
import type { Disk } from './disk.ts';

/** Puts new bytes under a name so that a reader, also after a crash, finds the old ones or the new ones, whole. */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`;
  await disk.write(temporary, bytes);
  await disk.rename(temporary, path);
  await disk.syncDir(dirname(path));
}

/** Moves a file and makes both ends durable. */
export async function moveFile(disk: Disk, from: string, to: string): Promise<void> {
  await disk.mkdir(dirname(to));
  await disk.rename(from, to);
  await disk.syncDir(dirname(to));
  await disk.syncDir(dirname(from));
}
