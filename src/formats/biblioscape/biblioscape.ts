import type { Format } from '../format.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem } from '../zotero/item.ts';

/** Biblioscape's tagged text: `--TI-- A title`, records ended by a line of dashes. */
export const biblioscape: Format = {
  name: 'biblioscape', extensions: ['txt'], recognise: (head) => (/^--[A-Z]{2}-- /m.test(head) && /^--(?:TI|AU|RT|ST)-- /m.test(head) ? 0.95 : 0),
  read: (text) => readTagged(taggedRecords(text, { field: /^--([A-Z]{2})-- ?(.*)$/, between: /^-{4,}\s*$/ }), 'biblioscape', meaningOf),
};

const TYPES: readonly [RegExp, string][] = [[/journal|article/, 'journalArticle'], [/conference|proceeding/, 'conferencePaper'], [/section|chapter|in book/, 'bookSection'], [/book/, 'book'], [/thesis|dissertation/, 'thesis'], [/report/, 'report'], [/patent/, 'patent'], [/newspaper/, 'newspaperArticle'], [/magazine/, 'magazineArticle'], [/web|internet/, 'webpage']];
/** Tags and the fields they are, by Zotero's names; a source (`ST`) stands for the journal, the book or the proceedings. */
const FIELDS: Record<string, string> = { TI: 'title', ST: 'publicationTitle', YP: 'date', VL: 'volume', NB: 'issue', PB: 'publisher', CP: 'place', ED: 'edition', LG: 'language', AB: 'abstractNote', AT: 'url', WP: 'url', DI: 'DOI' };

function meaningOf(record: TaggedRecord): Meaning {
  const kind = (valueOf(record, 'RT') ?? '').toLowerCase();
  const item = newItem(TYPES.find(([said]) => said.test(kind))?.[1] ?? 'document');
  const known = new Set(['RT', 'AU', 'KW', 'NT', 'PS', 'PE']);
  for (const [tag, field] of Object.entries(FIELDS)) {
    const value = valueOf(record, tag);
    if (value === undefined || item.fields[field] !== undefined) continue;
    item.fields[field] = value;
    known.add(tag);
  }
  const number = valueOf(record, 'IS');
  if (number !== undefined && /^\d{4}-?\d{3}[\dXx]$|^[\d-]{9,16}[\dXx]$/.test(number)) {
    item.fields[/^\d{4}-?\d{3}[\dXx]$/.test(number) ? 'ISSN' : 'ISBN'] = number;
    known.add('IS');
  }
  const pages = [valueOf(record, 'PS'), valueOf(record, 'PE')].filter(Boolean).join('-');
  if (pages !== '') item.fields['pages'] = pages;
  item.creators = valuesOf(record, 'AU').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean).map((name) => personOf(name, 'author', { comma: name.includes(',') }));
  item.tags = valuesOf(record, 'KW').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean);
  item.notes = valuesOf(record, 'NT');
  return { item, known, every: true };
}
