import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fail, ok } from '../../../contract/errors.ts';
import { IMAGE_FOLDER, imageEnding } from '../../../library/notes/images.ts';
import { errorCode, isFull } from '../../disk/disk.ts';
import { replaceFile } from '../../disk/replace.ts';
import type { Handlers } from '../handlers.ts';

const MOST = 25_000_000;
/** Hex digits of the SHA-256 that name an image: 128 bits. */
const NAMED = 32;

export const noteImages: Handlers<'notes.keepImage'> = {
  async 'notes.keepImage'({ store, disk }, { data }) {
    const bytes = Buffer.from(data, 'base64');
    const ending = imageEnding(bytes);
    if (store.readOnly) return fail('not-allowed', 'This library can only be read.', { details: { reason: 'read-only' } });
    if (ending === null) return fail('unsupported', 'Only PNG, JPEG, GIF, WebP and AVIF images can be put in a note.', { details: { reason: 'image' } });
    if (bytes.length > MOST) return fail('too-large', 'That image is larger than 25 MB.', { details: { reason: 'image' } });
    const path = `${IMAGE_FOLDER}/${createHash('sha256').update(bytes).digest('hex').slice(0, NAMED)}.${ending}`;
    const file = join(store.folder, path);
    try {
      // The name says what is in it: the same image is there already.
      if ((await disk.stat(file))?.bytes === bytes.length) return ok({ path });
      await disk.mkdir(join(store.folder, IMAGE_FOLDER));
      await replaceFile(disk, file, bytes);
      return ok({ path });
    } catch (error) {
      if (isFull(error)) return fail('no-space', 'There is no room left on the disk of the library.', { details: { reason: 'library' } });
      return fail('unreadable', `The image could not be kept (${errorCode(error) || 'unknown'}).`, { details: { reason: 'image-kept', error: errorCode(error) || 'unknown' } });
    }
  },
};
