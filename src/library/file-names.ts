import type { CslItem, CslName } from '../model/csl.ts';
import type { Paper } from '../model/paper.ts';

/** What a pattern may name of a paper, between braces. */
export const NAME_FIELDS = ['author', 'authors', 'year', 'title', 'shorttitle', 'venue', 'key'] as const;
type NameField = (typeof NAME_FIELDS)[number];
export const DEFAULT_PATTERN = '{author} {year} {title}';

/** Room for a number and an ending within the 255 bytes that every file system takes. */
const MOST_BYTES = 200;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=$|\.| )/i;
const MARKUP = /<\/?(?:i|b|em|strong|sub|sup|span|sc)\b[^<>]*>/gi;

/** The name of a paper's file by a pattern, without its ending: `{author} {year}` gives `Lovelace 1843`. A field the paper has not leaves no gap. */
export function nameByPattern(pattern: string, paper: Pick<Paper, 'item' | 'citationKey'>): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (isField(name) ? fieldOf(name, paper) : whole));
  const tidy = filled.replace(/\(\s*\)|\[\s*\]/g, '').replace(/\s+/g, ' ').replace(/(?:^[\s,;_–-]+)|(?:[\s,;_–-]+$)/g, '').replace(/([-–_,;])(?:\s*[-–_,;])+/g, '$1');
  return safeName(tidy) || safeName(paper.citationKey) || 'file';
}

/**
 * A name that Windows, macOS and Linux all take: NFC, nothing a path or a shell reads otherwise, no reserved device name, no dot
 * or space at either end, short enough. Empty when nothing of it can stay.
 */
export function safeName(name: string): string {
  const plain = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replace(/[/\\|]/g, '-').replace(/:\s*/g, ' - ').replace(/["*?<>]/g, '').replace(/\s+/g, ' ');
  const cut = trimmed(cutTo(trimmed(plain), MOST_BYTES));
  return RESERVED.test(cut) ? `_${cut}` : cut;
}

const trimmed = (name: string): string => name.replace(/^[\s.~-]+|[\s.]+$/g, '');

/** Whole characters, as many as fit into so many bytes of UTF-8; a base letter never loses its marks. */
function cutTo(text: string, bytes: number): string {
  let left = bytes;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    left -= bytesOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept;
}

/** How long a text is in UTF-8. */
const bytesOf = (text: string): number => [...text].reduce((sum, character) => sum + (character < '\u0080' ? 1 : character < '\u0800' ? 2 : character.length === 1 ? 3 : 4), 0);

/** Two names that some file system takes for one. */
export const sameName = (name: string): string => name.normalize('NFC').toLowerCase();

/** `name.pdf`, or `name (2).pdf` and so on: the first that is not taken. */
export async function freeName(stem: string, ending: string, taken: (name: string) => boolean | Promise<boolean>): Promise<string> {
  for (let n = 1; ; n++) {
    const name = `${stem}${n === 1 ? '' : ` (${String(n)})`}${ending}`;
    if (!(await taken(name))) return name;
  }
}

const isField = (name: string): name is NameField => NAME_FIELDS.some((field) => field === name);

function fieldOf(field: NameField, { item, citationKey }: Pick<Paper, 'item' | 'citationKey'>): string {
  switch (field) {
    case 'author': return authorsOf(item, 2);
    case 'authors': return authorsOf(item, 5);
    case 'year': return String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
    case 'title': return plain(item.title);
    case 'shorttitle': return plain(item['title-short'] ?? item.title?.split(/[:.?!]\s/)[0]);
    case 'venue': return plain(item['container-title-short'] ?? item['container-title']);
    case 'key': return citationKey;
  }
}

/** Family names, the first and "et al." where there are more than so many. */
function authorsOf(item: CslItem, most: number): string {
  const names = (item.author ?? item.editor ?? []).map(nameOf).filter((name) => name !== '');
  if (names.length > most) return `${names[0] ?? ''} et al`;
  return names.length === 2 && most === 2 ? names.join(' & ') : names.join(', ');
}

const nameOf = (name: CslName): string => [name['non-dropping-particle'], name.family ?? name.literal ?? name.given].filter(Boolean).join(' ');
const plain = (text: unknown): string => (typeof text === 'string' ? text.replace(MARKUP, '') : '');
