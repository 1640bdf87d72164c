export interface FileLink { path: string; title?: string; mediaType?: string }

/** `file` as JabRef and Zotero (`description:path:type;…`, with escapes), Mendeley (`:path:type`) and others (a path alone) write it. */
export function filesOf(value: string): FileLink[] {
  return value.split(/(?<!\\);/).map((part) => part.trim()).filter(Boolean).map(fileOf).filter(({ path }) => path !== '');
}

function fileOf(part: string): FileLink {
  if (/^(?:https?|file):\/\//i.test(part)) return { path: part };
  const pieces = part.split(/(?<!\\):/).map((piece) => piece.replace(/\\([:;\\_&%#])/g, '$1').replace(/\\textbackslash(?:\{\})?/g, '\\'));
  const [first = '', second, third] = pieces;
  if (second === undefined || (/^[A-Za-z]$/.test(first) && third === undefined)) return typed({ path: pieces.join(':') });
  const type = pieces.at(-1) ?? '';
  const drive = pieces.length > 3 && /^[A-Za-z]$/.test(pieces.at(-3) ?? '') ? `${pieces.at(-3) ?? ''}:` : '';
  const title = pieces.length > 2 ? first : '';
  const path = pieces.length > 2 ? drive + (pieces.at(-2) ?? '') : /\.\w{2,5}$/.test(second) ? second : first;
  return typed({ path, ...(title !== '' && title !== path ? { title } : {}) }, type);
}

const MEDIA: readonly [RegExp, string][] = [[/pdf$/i, 'application/pdf'], [/html?$/i, 'text/html'], [/epub/i, 'application/epub+zip']];

function typed(file: FileLink, type = ''): FileLink {
  const mediaType = MEDIA.find(([sign]) => sign.test(type))?.[1] ?? MEDIA.find(([sign]) => sign.test(file.path))?.[1];
  return mediaType === undefined ? file : { ...file, mediaType };
}

const escaped = (text: string): string => text.replace(/([\\:;])/g, '\\$1');

/** The files of a paper as JabRef and Zotero read them. */
export const writeFiles = (files: readonly FileLink[], typeOf = (mediaType: string): string => mediaType): string => files.map(({ path, title, mediaType }) => `${escaped(title ?? '')}:${escaped(path)}:${typeOf(mediaType ?? '')}`).join(';');
