import { dirname, join } from 'node:path';
import type { Result } from '../../contract/errors.ts';
import { fail, ok } from '../../contract/errors.ts';
import type { Disk } from '../disk/disk.ts';
import { errorCode, isFull } from '../disk/disk.ts';
import { liesIn } from '../disk/lies-in.ts';
import { LIBRARY_FILE } from './layout.ts';
import { sumOf } from './shards.ts';

/**
 * Moves a closed library to a folder that does not exist yet, or is empty. On one disk that is a rename; else every file
 * is copied and read back before the old folder goes. A failure leaves the old folder as it was. cache/ stays behind then.
 */
export async function moveLibrary(disk: Disk, from: string, to: string): Promise<Result<null>> {
  if (!(await disk.stat(join(from, LIBRARY_FILE)))) return fail('library-missing', 'There is no library in this folder.', { details: { reason: 'nothing-there' } });
  if (liesIn(from, to)) return fail('invalid-input', 'A library cannot be moved into itself.', { details: { reason: 'move-within' } });
  if (await isTaken(disk, to)) return fail('conflict', 'There is something in that folder already.', { details: { reason: 'folder-taken' } });
  try {
    await disk.mkdir(dirname(to));
    await disk.remove(to);
    await disk.rename(from, to);
    await disk.syncDir(dirname(to));
    await disk.syncDir(dirname(from));
    return ok(null);
  } catch (error) {
    return errorCode(error) === 'EXDEV' ? copyOver(disk, from, to) : refusal(error);
  }
}

/** A folder with something in it, or a file. */
async function isTaken(disk: Disk, path: string): Promise<boolean> {
  const there = await disk.stat(path);
  return there !== null && (!there.directory || (await disk.list(path)).length > 0);
}

async function copyOver(disk: Disk, from: string, to: string): Promise<Result<null>> {
  const making = `${to}.moving`;
  try {
    await disk.remove(making);
    await copyFolder(disk, from, making, ['cache']);
    await disk.rename(making, to);
    await disk.syncDir(dirname(to));
  } catch (error) {
    await disk.remove(making).catch(() => undefined);
    return refusal(error);
  }
  await disk.remove(from);
  return ok(null);
}

async function copyFolder(disk: Disk, from: string, to: string, without: string[] = []): Promise<void> {
  await disk.mkdir(to);
  for (const name of await disk.list(from)) {
    if (without.includes(name)) continue;
    const [source, target] = [join(from, name), join(to, name)];
    if ((await disk.stat(source))?.directory) await copyFolder(disk, source, target);
    else await copyFile(disk, source, target);
  }
  await disk.syncDir(to);
}

async function copyFile(disk: Disk, from: string, to: string): Promise<void> {
  const bytes = await disk.read(from);
  await disk.write(to, bytes);
  if (sumOf(await disk.read(to)) !== sumOf(bytes)) throw new Error(`${from} could not be copied faithfully.`);
}

const refusal = (error: unknown): Result<null> => (isFull(error)
  ? fail('no-space', 'There is not enough room at the new place; the library stays where it is.', { retryable: true, details: { reason: 'move' } })
  : fail('not-allowed', `The library could not be moved: ${error instanceof Error ? error.message : ''}`, { details: { reason: 'move', error: error instanceof Error ? error.message : '' } }));
