import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { sumOf } from './shards.ts';

/** Keeps a copy of damaged bytes in backups/damaged, once, and says under what name; nothing for an empty file or a read-only folder. */
export async function keepAside(disk: Disk, folder: string, name: string, bytes: Uint8Array | null, readOnly: boolean): Promise<{ keptAs?: string }> {
  if (!bytes || bytes.length === 0 || readOnly) return {};
  const keptAs = `backups/damaged/${name.replaceAll('/', '-')}.${sumOf(bytes).slice(0, 12)}`;
  const path = join(folder, keptAs);
  if (!(await disk.stat(path))) {
    await disk.mkdir(join(folder, 'backups', 'damaged'));
    await replaceFile(disk, path, bytes);
  }
  return { keptAs };
}
