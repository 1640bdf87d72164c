import { join } from 'node:path';
import { onlyFull, type Disk } from '../disk/disk.ts';
import { moveFile, replaceFile } from '../disk/replace.ts';
import { keepAside } from './aside.ts';
import type { Place, SegmentHead } from './group.ts';
import { beginSegment, emptyEnd } from './journal.ts';
import { historyFile, journalFile } from './layout.ts';
import type { Problem } from './problem.ts';
import { readSegment } from './segment.ts';
import { listSegments } from './segments.ts';
import { asBuffer } from './sheet.ts';

/** `begun`: whether the file of the segment is there already; on a full disk it is made with the first command that fits. */
export interface ReadyJournal { head: SegmentHead; end: number; begun: boolean; problems: Problem[] }

/**
 * Makes this machine's journal ready to be written: a torn tail (a command that was never acknowledged) is cut off and
 * kept in history/; a journal that is damaged or shorter than what library.json covers is put away and a new one begun.
 */
export async function readyJournal(disk: Disk, folder: string, machine: string, library: string, covered: Place | undefined): Promise<ReadyJournal> {
  const files = (await listSegments(disk, folder)).get(machine) ?? [];
  const current = files.find((file) => file.current);
  const newest = Math.max(0, covered?.segment ?? 0, ...files.map((file) => file.segment));
  const fresh = async (segment: number, problems: Problem[] = []): Promise<ReadyJournal> => {
    const head = { machine, segment, library };
    const begun = await beginSegment(disk, folder, head).then(() => true, onlyFull);
    return { head, end: emptyEnd(head), begun, problems };
  };
  if (!current) return fresh(newest + 1);
  const bytes = asBuffer(await disk.read(current.path));
  const segment = readSegment(bytes, machine, current.segment);
  const short = covered !== undefined && (current.segment < covered.segment || (current.segment === covered.segment && segment.end < covered.offset));
  const clash = files.some((file) => !file.current && file.segment === current.segment);
  if (!segment.head || segment.damage.length > 0 || short || clash || segment.head.library !== library) {
    const name = `journal/${machine}.ndjson`;
    const kept = await keepAside(disk, folder, name, bytes, false);
    const number = clash || short ? newest + 1 : current.segment;
    if (short || clash) await replaceFile(disk, join(folder, 'history', `${machine}-${Date.now()}.aside`), bytes);
    else await moveFile(disk, current.path, historyFile(folder, machine, number));
    return fresh(newest + 1, [{ file: name, message: 'The journal was damaged; every command in it that is whole was kept, and a new journal was begun.', ...kept }]);
  }
  if (segment.end < bytes.length) await cutTail(disk, folder, machine, bytes, segment.end);
  return { head: segment.head, end: segment.end, begun: true, problems: [] };
}

async function cutTail(disk: Disk, folder: string, machine: string, bytes: Buffer, end: number): Promise<void> {
  const tail = bytes.subarray(end);
  // Zeros are what some file systems leave of an unfinished write: nothing to keep.
  if (tail.some((byte) => byte !== 0)) await replaceFile(disk, join(folder, 'history', `${machine}-torn-${end}.txt`), tail).catch(onlyFull);
  await disk.truncate(journalFile(folder, machine), end);
}
