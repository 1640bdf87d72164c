import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../services/disk/disk.ts';

/**
 * Gives this process the unfinished downloads that a killed `sheaf download` of this computer left, under `name` (which ends in
 * this process's id): what was fetched is not fetched again. Of several only the last is taken over, the others go.
 */
export async function takeOver(downloads: string, machine: string, name: string): Promise<void> {
  const left = (await readdir(downloads).catch(() => [])).filter((one) => isLeft(one, machine)).sort();
  const last = left.pop();
  if (last !== undefined) await rename(join(downloads, last), join(downloads, name)).catch(() => undefined);
  for (const one of left) await rm(join(downloads, one), { recursive: true, force: true });
}

/** The name of the folder that a command downloads into. The window, which may be at work on the same library, has one under the machine's name. */
export const folderName = (machine: string, pid: number): string => `${machine}-command-${String(pid)}`;

function isLeft(name: string, machine: string): boolean {
  const pid = Number(/-command-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
  return Number.isInteger(pid) && name === folderName(machine, pid) && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
