import { dirname } from 'node:path';
import type { Result } from '../../../contract/errors.ts';
import { fail, ok } from '../../../contract/errors.ts';
import { errorCode, isFull, type Disk } from '../../disk/disk.ts';
import { sumOfFile } from '../../disk/sum.ts';

/** Copies a file out of the library, durably, to where nothing is yet. Errors: `conflict`, `unreadable`, `no-space`, `not-allowed`. */
export async function copyOut(disk: Disk, from: string, to: string): Promise<Result<null>> {
  if (await disk.stat(to)) return fail('conflict', `${to} is there already. Choose another name.`, { details: { reason: 'file-there', file: to } });
  const facts = await disk.stat(from);
  if (!facts) return fail('unreadable', 'The file is not where the library keeps it.', { details: { reason: 'file-gone' } });
  try {
    const handle = await disk.openAppend(to);
    try {
      await sumOfFile(disk, from, facts.bytes, (part) => handle.append(part));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await disk.syncDir(dirname(to));
    return ok(null);
  } catch (error) {
    await disk.remove(to).catch(() => undefined);
    return isFull(error) ? fail('no-space', 'There is no room left on that disk.', { details: { reason: 'there' } }) : fail('not-allowed', `${to} cannot be written (${errorCode(error) || 'unknown'}).`, { details: { reason: 'write', file: to, error: errorCode(error) || 'unknown' } });
  }
}
