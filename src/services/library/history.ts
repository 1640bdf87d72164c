import type { LibraryState } from '../../library/state.ts';
import type { Disk } from '../disk/disk.ts';
import type { Group } from './group.ts';
import { readSegment } from './segment.ts';
import { listSegments } from './segments.ts';
import { asBuffer } from './sheet.ts';

/** The newest commands, of every machine, that touched a paper or what belongs to it; of any paper for null. Newest first. */
export async function historyOf(disk: Disk, folder: string, state: LibraryState, paper: string | null, limit: number): Promise<Group[]> {
  const found: Group[] = [];
  for (const files of (await listSegments(disk, folder)).values()) {
    let ofMachine = 0;
    for (const file of [...files].reverse()) {
      const bytes = asBuffer(await disk.read(file.path));

      const groups = readSegment(bytes, file.machine, file.segment).groups.filter((group) => paper === null || touches(state, group, paper));
      found.push(...groups);
      ofMachine += groups.length;
      if (ofMachine >= limit) break;
    }
  }
  return found.sort((a, b) => (a.head.hlc < b.head.hlc ? 1 : -1)).slice(0, limit);
}

function touches(state: LibraryState, group: Group, paper: string): boolean {
  return group.changes.some((change) => {
    if (change.id === paper) return true;
    if ('record' in change) return change.record['paper'] === paper;
    const record = change.table === 'note' || change.table === 'annotation' || change.table === 'attachment' ? (state[change.table].get(change.id) ?? state.trash[change.table].get(change.id)) : undefined;
    return record?.paper === paper;
  });
}
