/** The kinds of file that Sheaf knows: their endings and what may be done with them. A file of another kind is kept and shown in its folder, never opened. */
const KINDS: readonly { type: string; endings: readonly string[] }[] = [
  { type: 'application/pdf', endings: ['.pdf'] },
  { type: 'application/epub+zip', endings: ['.epub'] },
  { type: 'text/html', endings: ['.html', '.htm', '.xhtml'] },
  { type: 'text/plain', endings: ['.txt'] },
  { type: 'text/markdown', endings: ['.md'] },
  { type: 'text/csv', endings: ['.csv'] },
  { type: 'image/png', endings: ['.png'] },
  { type: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  { type: 'image/gif', endings: ['.gif'] },
  { type: 'image/webp', endings: ['.webp'] },
  { type: 'image/tiff', endings: ['.tif', '.tiff'] },
  { type: 'image/vnd.djvu', endings: ['.djvu', '.djv'] },
  { type: 'application/postscript', endings: ['.ps', '.eps'] },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['.docx'] },
  { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['.pptx'] },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['.xlsx'] },
  { type: 'application/vnd.oasis.opendocument.text', endings: ['.odt'] },
  { type: 'application/zip', endings: ['.zip'] },
  { type: 'video/mp4', endings: ['.mp4'] },
  { type: 'audio/mpeg', endings: ['.mp3'] },
];

/** Opened by the system's own program. No kind that runs by being opened is here (a web page is shown in Sheaf itself; PostScript is a program). */
const OPENED = new Set(['application/pdf', 'application/epub+zip', 'text/plain', 'text/markdown', 'text/csv', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/tiff', 'image/vnd.djvu',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.text', 'video/mp4', 'audio/mpeg']);

/** The ending of a file name, lower-case, with its dot; empty when it has none. */
export const endingOf = (path: string): string => /[^/\\]\.([a-z0-9]{1,8})$/i.exec(path)?.[0].slice(1).toLowerCase() ?? '';

/** What a file is by the ending of its name. */
export const mediaTypeOf = (path: string): string => KINDS.find(({ endings }) => endings.includes(endingOf(path)))?.type ?? 'application/octet-stream';

/** The ending for a kind of file; empty for one that is not known. */
export const endingFor = (mediaType: string): string => KINDS.find(({ type }) => type === mediaType)?.endings[0] ?? '';

/** Whether a file may be handed to the system's program for it: kind and name must agree, so that none is called a PDF and run as something else. */
export const mayOpenOutside = (path: string, mediaType: string): boolean => OPENED.has(mediaType) && mediaTypeOf(path) === mediaType;

/** Whether Sheaf shows it itself. */
export const isReadHere = (mediaType: string): boolean => mediaType === 'application/pdf' || mediaType === 'text/html' || mediaType === 'application/epub+zip';
