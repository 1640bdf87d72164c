import type { Place } from './fields.ts';
import { isSingleCharacter, termsOf } from './tokens.ts';

/** A query as a tree. `row`: words that follow each other in a place (`field: null`: in any but the PDFs); `prefix`: the last may go on. */
export type ParsedQuery =
  | { is: 'everything' }
  | { is: 'row'; words: string[]; field: Place | 'pdf' | null; prefix: boolean }
  | { is: 'year'; from: number; to: number }
  | { is: 'fact'; name: 'is' | 'has' | 'type'; value: string }
  | { is: 'and' | 'or'; of: ParsedQuery[] }
  | { is: 'not'; of: ParsedQuery };

const FIELDS: Readonly<Record<string, Place | 'pdf'>> = {
  title: 'title', author: 'authors', authors: 'authors', by: 'authors', abstract: 'abstract', venue: 'venue', journal: 'venue', in: 'venue',
  tag: 'tags', tags: 'tags', key: 'key', note: 'notes', notes: 'notes', doi: 'ids', arxiv: 'ids', id: 'ids', pmid: 'ids', isbn: 'ids', pdf: 'pdf', fulltext: 'pdf',
};
const ITEM = /(?<not>-(?=\S))?(?:(?<name>[a-z]+):)?(?:"(?<phrase>[^"]*)(?<end>"?)|(?<word>[^\s"]+))/giy;

interface Item { not: boolean; name: string; text: string; quoted: boolean; open: boolean }

/**
 * Reads what people type: words, "phrases", -without, one or other, author: title: abstract: venue: tag: key: note: doi: pdf:,
 * year:2020, year:2018..2020, year:2020.., is: (a status, unread, starred, doubtful), has: (pdf, note, abstract, code, …), type:.
 * Whatever is not understood is searched for as words; the last word matches as a beginning while it is being typed.
 */
export function parseQuery(text: string): ParsedQuery {
  const items = itemsOf(text.replace(/[“”„«»]/g, '"').replace(/：/g, ':'));
  const groups: ParsedQuery[][] = [];
  let joins = false;
  items.forEach((item, i) => {
    if (isOr(item)) {
      joins = groups.length > 0;
      return;
    }
    const part = partOf(item, i === items.length - 1 && (item.open || (!item.quoted && !/\s$/.test(text))));
    if (part === null) return;
    const group = groups.at(-1);
    if (joins && group) group.push(part);
    else groups.push([part]);
    joins = false;
  });
  return both('and', groups.map((group) => both('or', group)));
}

const isOr = (item: Item): boolean => !item.not && !item.quoted && item.name === '' && /^(?:or|\|+)$/i.test(item.text);

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let at = 0;
  while (at < text.length) {
    ITEM.lastIndex = at;
    const groups = ITEM.exec(text)?.groups;
    if (!groups) at++;
    else {
      items.push({ not: groups['not'] !== undefined, name: (groups['name'] ?? '').toLowerCase(), text: groups['phrase'] ?? groups['word'] ?? '', quoted: groups['phrase'] !== undefined, open: groups['end'] === '' });
      at = ITEM.lastIndex;
    }
  }
  return items;
}

function both(is: 'and' | 'or', of: ParsedQuery[]): ParsedQuery {
  const [first] = of;
  if (first === undefined) return { is: 'everything' };
  return of.length === 1 ? first : { is, of };
}

function partOf(item: Item, prefix: boolean): ParsedQuery | null {
  const part = meant(item, prefix);
  return part !== null && item.not ? { is: 'not', of: part } : part;
}

function meant({ name, text, quoted }: Item, prefix: boolean): ParsedQuery | null {
  const value = text.toLowerCase();
  if (name === 'year') return yearPart(value) ?? words(text, null, quoted, prefix);
  if (name === 'is' || name === 'has' || name === 'type') return value === '' ? null : { is: 'fact', name, value };
  const field = FIELDS[name];
  if (name === '' && !quoted && isBareName(value)) return null;
  return field === undefined ? words(name === '' ? text : `${name} ${text}`, null, quoted, prefix) : words(text, field, quoted, prefix);
}

/** `author:` with nothing behind it yet: still being typed. */
const isBareName = (value: string): boolean => value.endsWith(':') && (value.slice(0, -1) in FIELDS || ['year:', 'is:', 'has:', 'type:'].includes(value));

function yearPart(value: string): ParsedQuery | null {
  const [, from = '', dots, to = ''] = /^(\d{4})?(\.\.\.?|-)?(\d{4})?$/.exec(value) ?? [];
  if (from === '' && to === '') return null;
  return { is: 'year', from: Number(from || 1), to: Number(dots === undefined ? from : to || 9999) };
}

function words(text: string, field: Place | 'pdf' | null, quoted: boolean, prefix: boolean): ParsedQuery | null {
  const { row, whole } = termsOf(text);
  const [only] = row;
  if (only === undefined) return null;
  const single = row.length === 1 && isSingleCharacter(only);
  const asRow: ParsedQuery = { is: 'row', words: row, field, prefix: prefix || single };
  return whole === null || quoted ? asRow : { is: 'or', of: [{ is: 'row', words: [whole], field, prefix }, asRow] };
}
