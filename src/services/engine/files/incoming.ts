import { join } from 'node:path';
import type { Result } from '../../../contract/errors.ts';
import { fail, ok } from '../../../contract/errors.ts';
import { endingOf, mediaTypeOf } from '../../../model/media-type.ts';
import { errorCode, isFull } from '../../disk/disk.ts';
import { sumOfFile } from '../../disk/sum.ts';
import type { Session } from '../session.ts';

/** A file as it was read: `inside` is where its copy waits in cache/, durable, for the command that takes it over. */
export interface Incoming { file: string; bytes: number; sha256: string; mediaType: string; ending: string; inside: string }

const WAITING = 'cache/incoming';
const underWay = new Set<string>();

/** Copies a file into cache/, or (`copy` false) only reads it. Errors: `unreadable`, `unsupported` for a folder, `no-space`. */
export async function takeIn(session: Session, file: string, copy: boolean): Promise<Result<Incoming>> {
  const { disk, context } = session;
  const facts = await disk.stat(file).catch(() => null);
  if (!facts) return fail('unreadable', `${file} cannot be read.`, { details: { reason: 'file', file } });
  if (facts.directory) return fail('unsupported', `${file} is a folder. Add the files in it.`, { details: { reason: 'folder', file } });
  const inside = `${WAITING}/${context().newId()}`;
  try {
    const sha256 = copy ? await copied(session, file, facts.bytes, inside) : await sumOfFile(disk, file, facts.bytes);
    return ok({ file, bytes: facts.bytes, sha256, mediaType: mediaTypeOf(file), ending: endingOf(file), inside });
  } catch (error) {
    await drop(session, inside);
    if (isFull(error)) return fail('no-space', 'There is no room left on the disk of the library.', { details: { reason: 'library' } });
    return fail('unreadable', `${file} cannot be read (${errorCode(error) || 'unknown'}).`, { details: { reason: 'file', file } });
  }
}

async function copied(session: Session, file: string, bytes: number, inside: string): Promise<string> {
  const { disk, store } = session;
  const to = join(store.folder, inside);
  await disk.mkdir(join(store.folder, WAITING));
  underWay.add(to);
  const handle = await disk.openAppend(to);
  const sum = await sumOfFile(disk, file, bytes, (part) => handle.append(part)).finally(() => handle.close());
  await store.settle(inside);
  if ((await disk.stat(to))?.bytes !== bytes) throw Object.assign(new Error('changed while it was read'), { code: 'EBUSY' });
  return sum;
}

/** Takes a copy away that nothing took over. */
export async function drop({ disk, store }: Session, inside: string): Promise<void> {
  underWay.delete(join(store.folder, inside));
  await disk.remove(join(store.folder, inside)).catch(() => undefined);
}

/** Takes away what an interrupted copying left. */
export async function dropStrays({ disk, store }: Session): Promise<void> {
  for (const name of await disk.list(join(store.folder, WAITING))) {
    const path = join(store.folder, WAITING, name);
    if (!underWay.has(path)) await disk.remove(path);
  }
}
