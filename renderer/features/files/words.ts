import type { Attachment } from '../../../src/model/attachment.ts';

export const isAddress = (file: Attachment): boolean => file.kind === 'linked' && /^https?:\/\//i.test(file.path);

/** The last part of a file's path, of whatever system it is. */
export const fileName = (file: Attachment): string => (isAddress(file) ? file.path : file.path.slice(Math.max(file.path.lastIndexOf('/'), file.path.lastIndexOf('\\')) + 1));

/** What a file is called: its title, else its name. */
export const nameOf = (file: Attachment): string => file.title ?? fileName(file);

/** The kind of a file in a word: PDF, HTML, EPUB. */
export function kindOf(file: Attachment): string {
  if (isAddress(file)) return 'WWW';
  return (/\.([a-z0-9]{1,5})$/i.exec(file.path)?.[1] ?? file.mediaType.slice(file.mediaType.lastIndexOf('/') + 1, file.mediaType.lastIndexOf('/') + 5)).toUpperCase();
}
