import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import type { Group, GroupPlace, Place } from './group.ts';
import { journalFile } from './layout.ts';
import type { Segment } from './segment.ts';
import { readSegment } from './segment.ts';
import { asBuffer } from './sheet.ts';

/** One journal file of a machine: a folded one in history/, or its current one. */
export interface SegmentFile { machine: string; segment: number; path: string; current: boolean }

const HEAD_BYTES = 1024;

/** Every machine's journal files, oldest first. */
export async function listSegments(disk: Disk, folder: string): Promise<Map<string, SegmentFile[]>> {
  const found = new Map<string, SegmentFile[]>();
  const put = (file: SegmentFile): void => { found.set(file.machine, [...(found.get(file.machine) ?? []), file]); };
  for (const name of await disk.list(join(folder, 'history'))) {
    const match = /^([\w-]+)-(\d{4,})\.ndjson$/.exec(name);
    if (match?.[1] && match[2]) put({ machine: match[1], segment: Number(match[2]), path: join(folder, 'history', name), current: false });
  }
  for (const name of await disk.list(join(folder, 'journal'))) {
    const machine = /^([\w-]+)\.ndjson$/.exec(name)?.[1];
    const current = machine && (await currentSegment(disk, folder, machine, found.get(machine)));
    if (current && !(await isFolded(disk, current, found.get(current.machine)))) put(current);
  }
  for (const files of found.values()) files.sort((a, b) => a.segment - b.segment);
  return found;
}

/** A current journal says its own number; where it cannot be read it is the one after the last folded one. */
async function currentSegment(disk: Disk, folder: string, machine: string, folded: SegmentFile[] = []): Promise<SegmentFile> {
  const path = journalFile(folder, machine);
  const head = readSegment(asBuffer(await disk.readPart(path, 0, HEAD_BYTES)), machine, 0).head;
  return { machine, segment: head?.segment ?? Math.max(0, ...folded.map((file) => file.segment)) + 1, path, current: true };
}

/** A crash between putting a journal into history/ and beginning the next one may leave it under both names. */
async function isFolded(disk: Disk, current: SegmentFile, folded: SegmentFile[] = []): Promise<boolean> {
  const twin = folded.find((file) => file.segment === current.segment);
  return twin !== undefined && ((await disk.stat(twin.path))?.bytes ?? 0) >= ((await disk.stat(current.path))?.bytes ?? 0);
}

/** A machine's segments from a place on, read; `missing` when files between that place and the first one found are gone. */
export async function readFrom(disk: Disk, files: SegmentFile[], place: Place): Promise<{ segments: (Segment & { file: SegmentFile })[]; missing: boolean }> {
  const segments = [];
  const wanted = files.filter((file) => file.segment >= place.segment);
  for (const file of wanted) {
    const bytes = asBuffer(await disk.read(file.path));
    const from = file.segment === place.segment ? Math.min(place.offset, bytes.length) : 0;
    segments.push({ ...readSegment(bytes, file.machine, file.segment, from), file });
  }
  const numbers = new Set(wanted.map((file) => file.segment));
  const last = Math.max(place.segment, ...numbers);
  let missing = false;
  // The segment of the place itself may be a fresh one that was not yet made.
  for (let n = place.segment; n < last; n++) missing ||= !numbers.has(n);
  return { segments, missing };
}

/** One group, read again from its place. Null when it is not there any more. */
export async function readGroupAt(disk: Disk, folder: string, place: GroupPlace): Promise<Group | null> {
  const file = (await listSegments(disk, folder)).get(place.machine)?.find((one) => one.segment === place.segment);
  if (!file) return null;
  const bytes = asBuffer(await disk.readPart(file.path, place.offset, place.length));
  const group = readSegment(bytes, place.machine, place.segment).groups[0];
  return group ? { ...group, place } : null;
}

/** Where a machine's journals begin. */
export const START: Place = { segment: 1, offset: 0 };
