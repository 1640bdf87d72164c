import { basename, dirname, join } from 'node:path';
import type { Change } from '../../model/change.ts';
import type { Disk } from '../disk/disk.ts';
import type { Move } from './group.ts';

/** Where the file of a deleted attachment waits. */
export const trashPath = (attachment: string, path: string): string => `trash/${attachment}/${basename(path)}`;

/** The files that follow from changes of attachments: into the trash with the record, back with it, along with a new path. */
export function movesOf(changes: Change[]): Move[] {
  return changes.flatMap((change) => (change.table === 'attachment' ? moveOf(change) : []));
}

function moveOf(change: Change): Move[] {
  if (change.op === 'set') {
    const [from, to] = [change.before['path'], change.after['path']];
    return typeof from === 'string' && typeof to === 'string' && isInside(from) && isInside(to) ? [{ from, to }] : [];
  }
  if (change.op !== 'put' && change.op !== 'remove') return [];
  const { kind, path } = change.record;
  if (kind !== 'kept' || typeof path !== 'string' || !isInside(path)) return [];
  const trash = trashPath(change.id, path);
  return [change.op === 'put' ? { from: trash, to: path } : { from: path, to: trash }];
}

/** Whether a path stays in the library folder (a record may come from a foreign journal). */
export const isInside = (path: string): boolean => path !== '' && !path.startsWith('/') && !/^[a-z]:|\\/i.test(path) && !path.split('/').includes('..');

/**
 * Carries out moves, durably. Doing it twice is harmless: a file that is not there is already moved, and a file is
 * never put over another one.
 */
export async function carryOut(disk: Disk, folder: string, moves: Move[]): Promise<void> {
  for (const { from, to } of moves) {
    if (!isInside(from) || (to !== null && !isInside(to))) continue;
    if (!(await disk.stat(join(folder, from)))) continue;
    if (to === null) await disk.remove(join(folder, from));
    else if (!(await disk.stat(join(folder, to)))) await moveDurably(disk, folder, from, to);
  }
}

async function moveDurably(disk: Disk, folder: string, from: string, to: string): Promise<void> {
  await disk.mkdir(join(folder, dirname(to)));
  await disk.rename(join(folder, from), join(folder, to));
  // The folder above too: the one that holds the file may be new.
  for (const path of [dirname(to), dirname(dirname(to)), dirname(from)]) await disk.syncDir(join(folder, path));
}
