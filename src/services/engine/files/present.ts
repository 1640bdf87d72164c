import { join } from 'node:path';
import { under } from '../../../library/multi-map.ts';
import type { Attachment } from '../../../model/attachment.ts';
import { sumOfFile } from '../../disk/sum.ts';
import { placeOf } from '../../library/moves.ts';
import type { Session } from '../session.ts';

/** The kept file of a paper that has these very bytes and is in its place. */
export async function hasAlready({ store, disk }: Session, paper: string, { sha256, bytes }: { sha256: string; bytes: number }): Promise<Attachment | undefined> {
  for (const id of under(store.state.index.attachment, paper)) {
    const one = store.state.attachment.get(id);
    if (one?.kind === 'kept' && one.sha256 === sha256 && (await disk.stat(join(store.folder, one.path)))?.bytes === bytes) return one;
  }
  return undefined;
}

/**
 * Makes a file that waits in cache/ one with a file of the same bytes that the library has already, of whatever paper: two names, one
 * content on the disk. Each paper keeps a name of its own, so deleting one leaves the other. Where the disk has no second names it stays a copy.
 */
export async function storeOnce({ store, disk }: Session, inside: string, { sha256, bytes }: { sha256: string; bytes: number }): Promise<void> {
  const { state, folder } = store;
  for (const table of [state.attachment, state.trash.attachment]) {
    for (const one of table.values()) {
      const place = one.kind === 'kept' && one.sha256 === sha256 ? placeOf(state, one.id) : null;
      // The file may have been altered in its place since: only what is the same now is shared.
      if (place === null || (await sumAt(disk, join(folder, place), bytes)) !== sha256) continue;
      const [waiting, shared] = [join(folder, inside), join(folder, `${inside}-shared`)];
      try {
        await disk.link(join(folder, place), shared);
        await disk.rename(shared, waiting);
      } catch {
        await disk.remove(shared);
        return;
      }
      return store.settle(inside);
    }
  }
}

async function sumAt(disk: Session['disk'], path: string, bytes: number): Promise<string | null> {
  const facts = await disk.stat(path).catch(() => null);
  return facts?.bytes === bytes && !facts.directory ? sumOfFile(disk, path, bytes).catch(() => null) : null;
}
