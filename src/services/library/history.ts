import type { LibraryState } from '../../library/state.ts';
import type { Disk } from '../disk/disk.ts';
import type { Group } from './group.ts';
import { readMentions, readSegment } from './segment.ts';
import { listSegments } from './segments.ts';
import { asBuffer } from './sheet.ts';

/**
 * The newest commands, of every machine, newest first. For a paper: those that touched it or what belongs to it, each
 * with only the changes that did; for null all of them, whole.
 */
export async function historyOf(disk: Disk, folder: string, state: LibraryState, paper: string | null, limit: number): Promise<Group[]> {
  const ids = paper === null ? null : [paper, ...belongings(state, paper)];
  const found: Group[] = [];
  for (const files of (await listSegments(disk, folder)).values()) {
    let ofMachine = 0;
    for (const file of [...files].reverse()) {
      const bytes = asBuffer(await disk.read(file.path));
      const groups = ids === null ? readSegment(bytes, file.machine, file.segment).groups : readMentions(bytes, file.machine, file.segment, ids);
      found.push(...groups);
      ofMachine += groups.length;
      if (ofMachine >= limit) break;
    }
  }
  return found.sort((a, b) => (a.head.hlc < b.head.hlc ? 1 : -1)).slice(0, limit);
}

/** Ids of what belongs to a paper, deleted things too. */
function belongings(state: LibraryState, paper: string): string[] {
  return (['note', 'annotation', 'attachment'] as const).flatMap((table) => [
    ...(state.index[table].get(paper) ?? []),
    ...[...state.trash[table].values()].filter((record) => record.paper === paper).map((record) => record.id),
  ]);
}
