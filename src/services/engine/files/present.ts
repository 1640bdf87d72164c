import { join } from 'node:path';
import { under } from '../../../library/multi-map.ts';
import type { Attachment } from '../../../model/attachment.ts';
import type { Session } from '../session.ts';

/** The kept file of a paper that has these very bytes and is in its place. */
export async function hasAlready({ store, disk }: Session, paper: string, { sha256, bytes }: { sha256: string; bytes: number }): Promise<Attachment | undefined> {
  for (const id of under(store.state.index.attachment, paper)) {
    const one = store.state.attachment.get(id);
    if (one?.kind === 'kept' && one.sha256 === sha256 && (await disk.stat(join(store.folder, one.path)))?.bytes === bytes) return one;
  }
  return undefined;
}
