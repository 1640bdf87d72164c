import type { LibraryState } from '../../library/state.ts';
import { applyChange } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import type { Disk } from '../disk/disk.ts';
import type { Group, Place } from './group.ts';
import { clear, find } from './records.ts';
import { fitPatch } from './text-merge.ts';
import { START, listSegments, readFrom } from './segments.ts';

/** Applies what a journal says to a state that may already hold some of it, or the work of another machine. */
export function replayChange(state: LibraryState, change: Change, at: string): void {
  const { table, id } = change;
  const found = find(state, table, id);
  const record = (found?.record ?? {}) as Record<string, unknown>;
  switch (change.op) {
    case 'put':
      clear(state, table, id);
      return applyChange(state, { op: 'put', table, id, record: change.record });
    case 'unpurge':
      if (!found) applyChange(state, change);
      return;
    case 'remove':
      if (found?.shelf === 'live') applyChange(state, { ...change, record }, at);
      return;
    case 'purge':
      if (found?.shelf === 'trash') applyChange(state, { ...change, record });
      return;
    default:
      if (found) edit(state, found.shelf === 'trash', record, change, at);
  }
}

type Edit = Extract<Change, { op: 'set' | 'add' | 'drop' | 'patch' }>;

/** An edit that reaches a record in the trash is made there, so that it is not missing when the record comes back. */
function edit(state: LibraryState, inTrash: boolean, record: Record<string, unknown>, change: Edit, at: string): void {
  const { table, id } = change;
  if (inTrash) applyChange(state, { op: 'put', table, id, record, restored: true });
  applyChange(state, change.op === 'patch' ? fitPatch(record, change) : change, at);
  const edited = find(state, table, id);
  if (inTrash && edited) applyChange(state, { op: 'remove', table, id, record: edited.record });
}

export type Covers = Record<string, Place>;
export interface History { groups: Group[]; moved: Set<string>; missing: string[]; damage: { file: string; from: number; to: number }[] }

const before = (place: Place, limit: Place | undefined): boolean => limit === undefined || place.segment < limit.segment || (place.segment === limit.segment && place.offset < limit.offset);
const byTime = (a: Group, b: Group): number => (a.head.hlc < b.head.hlc ? -1 : a.head.hlc > b.head.hlc ? 1 : a.place.machine < b.place.machine ? -1 : a.place.machine > b.place.machine ? 1 : a.place.segment - b.place.segment || a.place.offset - b.place.offset);

/** Every machine's groups after the places `from` (and before `to`), in the order of their clocks. */
export async function readHistory(disk: Disk, folder: string, from: Covers, to: Covers | null = null): Promise<History> {
  const history: History = { groups: [], moved: new Set(), missing: [], damage: [] };
  for (const [machine, files] of await listSegments(disk, folder)) {
    if (to && !to[machine]) continue;
    const { segments, missing } = await readFrom(disk, files, from[machine] ?? START);
    if (missing) history.missing.push(machine);
    for (const segment of segments) {
      history.groups.push(...segment.groups.filter((group) => before(group.place, to?.[machine])));
      for (const id of segment.moved) history.moved.add(id);
      for (const hole of segment.damage) history.damage.push({ file: segment.file.path, ...hole });
    }
  }
  for (const machine of Object.keys(to ?? {})) if (!(await hasJournal(disk, folder, machine))) history.missing.push(machine);
  history.groups.sort(byTime);
  return history;
}

const hasJournal = async (disk: Disk, folder: string, machine: string): Promise<boolean> => (await listSegments(disk, folder)).has(machine);
