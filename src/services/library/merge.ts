import type { LibraryState } from '../../library/state.ts';
import { emptyLibrary } from '../../library/state.ts';
import type { Disk } from '../disk/disk.ts';
import type { Touched } from './fold.ts';
import { clear, find, keyOf, lay } from './records.ts';
import type { History } from './replay.ts';
import { readHistory, replayChange } from './replay.ts';

interface Merging { disk: Disk; folder: string; machine: string; state: LibraryState; history: History; touched: Touched }

/**
 * Takes in what other machines did. Every record they touched is made anew from all that ever happened to it, in the
 * order of the clocks: the result depends on what happened, not on who heard of it when. So the last writer wins per
 * field and per element of a set. A record whose beginning is in no journal takes the changes as they come.
 */
export async function mergeForeign({ disk, folder, machine, state, history, touched }: Merging): Promise<void> {
  const foreign = history.groups.filter((group) => group.place.machine !== machine);
  if (foreign.length === 0) return;
  for (const group of foreign) touched.note(group.changes);
  const keys = new Set(foreign.flatMap((group) => group.changes.map(keyOf)));
  const whole = await readHistory(disk, folder, {});
  const scratch = emptyLibrary();
  const born = new Set<string>();
  for (const group of whole.groups) {
    for (const change of group.changes) {
      const key = keyOf(change);
      if (!keys.has(key)) continue;
      // Where journals are missing, what is left of them would make less of a record than is known.
      if (change.op === 'put' && whole.missing.length === 0) born.add(key);
      if (born.has(key)) replayChange(scratch, change, group.head.at);
    }
  }
  for (const group of foreign) for (const change of group.changes) if (!born.has(keyOf(change))) replayChange(state, change, group.head.at);
  for (const change of foreign.flatMap((group) => group.changes)) if (born.has(keyOf(change))) adopt(state, scratch, change);
}

function adopt(state: LibraryState, scratch: LibraryState, { table, id }: { table: Parameters<typeof find>[1]; id: string }): void {
  const found = find(scratch, table, id);
  clear(state, table, id);
  if (found) lay(state, table, found.shelf, found.record);
}
