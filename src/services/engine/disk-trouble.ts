import { failure, type Failure } from '../../contract/errors.ts';
import { errorCode, isFull, type Disk } from '../disk/disk.ts';

/** An error of the disk in words that say what a person can do: there is no room, the library's folder is gone, it may not be written. Others as they are. */
export async function inWords(error: unknown, disk: Disk, folder: string): Promise<unknown> {
  const code = errorCode(error);
  if (!/^E[A-Z]{2,}$/.test(code)) return error;
  if (isFull(error)) return failure('no-space', 'There is no room left on the disk; nothing was changed.', { retryable: true, details: { reason: 'unchanged' } });
  if (!(await disk.stat(folder).catch(() => null))) return folderGone(folder);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return failure('not-allowed', `The disk does not let Sheaf do this (${code}). Nothing was changed.`, { retryable: true, details: { reason: 'disk', error: code } });
  return failure('unreadable', `The disk of the library does not answer as it should (${code}).`, { retryable: true, details: { reason: 'disk', error: code } });
}

/** The library's folder was moved away or its disk taken out. */
export const folderGone = (folder: string): Failure => failure('library-missing', `The folder of the library is no longer at ${folder}. Put it back there, or open the library where it is now; everything that was saved is in it.`, { retryable: true, details: { reason: 'folder-gone', folder } });
