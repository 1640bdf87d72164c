import { join } from 'node:path';
import type { LibraryState } from '../../library/state.ts';
import type { Disk } from '../disk/disk.ts';
import { sumOfFile } from '../disk/sum.ts';
import { placeOf } from './moves.ts';

type Find = (file: string, message: string) => void;

/** Every id that a live record names must be there, live or in the trash. */
export function checkReferences(state: LibraryState, find: Find): void {
  const paperIs = (id: string): boolean => state.paper.has(id) || state.trash.paper.has(id);
  for (const paper of state.paper.values()) {
    for (const tag of paper.tags) if (!state.tag.has(tag) && !state.trash.tag.has(tag)) find('papers', `${paper.id} has a tag that is not there: ${tag}`);
    for (const collection of paper.collections) if (!state.collection.has(collection) && !state.trash.collection.has(collection)) find('papers', `${paper.id} is in a collection that is not there: ${collection}`);
  }
  for (const table of ['attachment', 'note', 'annotation'] as const) {
    for (const record of state[table].values()) if (record.paper !== undefined && !paperIs(record.paper)) find(`${table}s`, `${record.id} belongs to a paper that is not there: ${record.paper}`);
  }
  for (const relation of state.relation.values()) if (!paperIs(relation.from) || !paperIs(relation.to)) find('relations', `${relation.id} joins a paper that is not there.`);
}

/** Every kept file must be there with the bytes it was kept with. */
export async function checkAttachments(disk: Disk, folder: string, state: LibraryState, find: Find): Promise<void> {
  for (const { id, bytes, sha256 } of [...state.attachment.values(), ...state.trash.attachment.values()]) {
    const path = placeOf(state, id);
    if (path === null) continue;
    const facts = await disk.stat(join(folder, path));
    if (!facts) find(path, 'The file is missing.');
    else if (bytes !== undefined && facts.bytes !== bytes) find(path, `It has ${facts.bytes} bytes, not ${bytes}.`);
    else if (sha256 !== undefined && (await sumOfFile(disk, join(folder, path), facts.bytes)) !== sha256) find(path, 'Its bytes are not those that were kept.');
  }
}
