import { dirname, join } from 'node:path';
import type { Result } from '../../contract/errors.ts';
import { fail } from '../../contract/errors.ts';
import { makeId } from '../../model/id.ts';
import { isFull } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { FOLDERS, LIBRARY_FILE } from './layout.ts';
import type { LibraryFile } from './library-file.ts';
import { encodeLibraryFile } from './library-file.ts';
import { listSegments } from './segments.ts';
import type { Store, StoreOptions } from './store.ts';
import { openStore } from './store.ts';

/** Makes an empty library in a folder that holds none, and opens it. Other files in the folder stay. Fails with conflict where one is. */
export async function createLibrary(options: StoreOptions & { name: string }): Promise<Result<Store>> {
  const { disk, folder, name, now, random } = options;
  if (await disk.stat(join(folder, LIBRARY_FILE))) return fail('conflict', 'There is a library in this folder already.', { details: { reason: 'library-there' } });
  // Journals without library.json are a library that lost it, not an empty folder.
  if ((await listSegments(disk, folder)).size > 0) return openStore(options);
  const file: LibraryFile = { format: 'sheaf-library', version: 1, id: makeId(now(), random(16)), name, tags: [], collections: [], feeds: [], files: [], covers: {}, clock: '' };
  try {
    for (const part of FOLDERS) await disk.mkdir(join(folder, part));
    await replaceFile(disk, join(folder, LIBRARY_FILE), Buffer.from(encodeLibraryFile(file)));
    await disk.syncDir(dirname(folder));
  } catch (error) {
    if (isFull(error)) return fail('no-space', 'There is no room left on the disk for a library.', { retryable: true, details: { reason: 'new-library' } });
    return fail('not-allowed', `No library can be made here: ${error instanceof Error ? error.message : ''}`, { details: { reason: 'create', error: error instanceof Error ? error.message : '' } });
  }
  return openStore(options);
}
