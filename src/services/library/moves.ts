import { basename, dirname, join } from 'node:path';
import { under } from '../../library/multi-map.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import type { Disk } from '../disk/disk.ts';
import type { Move } from './group.ts';

/** Where the file of a deleted attachment waits. */
export const trashPath = (attachment: string, path: string): string => `trash/${attachment}/${basename(path)}`;

/** Where the kept files of some attachments are by what the library says of them now, and their SHA-256; null for one that is linked or not there. */
export type Places = ReadonlyMap<string, { path: string; sha256: string | undefined } | null>;

/** Where the files are that these changes may move: those of their attachments, and of the papers that they lay in the trash or bring back. */
export function placesOf(state: LibraryState, changes: readonly Change[]): Places {
  const ids = new Set<string>();
  for (const { table, op, id } of changes) {
    if (table === 'attachment') ids.add(id);
    if (table === 'paper' && (op === 'put' || op === 'remove')) for (const attachment of under(state.index.attachment, id)) ids.add(attachment);
  }
  return new Map([...ids].map((id) => {
    const path = placeOf(state, id);
    return [id, path === null ? null : { path, sha256: (state.attachment.get(id) ?? state.trash.attachment.get(id))?.sha256 }];
  }));
}

/** Where the file of an attachment is: in files/, or in trash/ while it or its paper is deleted; null where the library has none. */
export function placeOf(state: LibraryState, id: string): string | null {
  const live = state.attachment.get(id);
  const record = live ?? state.trash.attachment.get(id);
  if (record?.kind !== 'kept' || !isInside(record.path)) return null;
  return live && !state.trash.paper.has(live.paper) ? live.path : trashPath(id, record.path);
}

/**
 * The files that follow a command, by where they were before and are to be after. What the library no longer names (also
 * the old file of one that was replaced) waits in the trash, so that undo finds it there.
 */
export function movesOf(before: Places, after: Places): Move[] {
  return [...after].flatMap(([id, to]) => {
    const from = before.get(id) ?? null;
    if (from && to && from.sha256 === to.sha256) return from.path === to.path ? [] : [{ from: from.path, to: to.path }];
    return [...(from ? [{ from: from.path, to: trashPath(id, from.path) }] : []), ...(to ? [{ from: trashPath(id, to.path), to: to.path }] : [])].filter((move) => move.from !== move.to);
  });
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
