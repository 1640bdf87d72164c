import type { Format } from '../format.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem } from '../zotero/item.ts';

/** Refer and BibIX, as EndNote writes it: `%A Author`, records apart by blank lines. */
export const refer: Format = {
  name: 'refer', extensions: ['enw', 'refer', 'bix'], recognise: (head) => (/^\ufeff?\s*%[0AT] \S/.test(head) && /^%[TBJ] \S/m.test(head) ? 0.95 : 0),
  read: (text) => readTagged(taggedRecords(text, { field: /^%(.) ?(.*)$/, between: /^\s*$/, glue: (tag) => (tag === 'K' || tag === 'Z' ? '\n' : ' ') }), 'refer', meaningOf),
};

const TYPES: Record<string, string> = {
  'journal article': 'journalArticle', 'electronic article': 'journalArticle', 'magazine article': 'magazineArticle', 'newspaper article': 'newspaperArticle', book: 'book', 'edited book': 'book', 'electronic book': 'book', 'book section': 'bookSection', 'electronic book section': 'bookSection',
  'conference paper': 'conferencePaper', 'conference proceedings': 'conferencePaper', thesis: 'thesis', report: 'report', 'government document': 'report', patent: 'patent', 'web page': 'webpage', 'electronic source': 'webpage', blog: 'blogPost', 'computer program': 'computerProgram', map: 'map', manuscript: 'manuscript', artwork: 'artwork',
  audio: 'audioRecording', 'audiovisual material': 'videoRecording', 'film or broadcast': 'film', bill: 'bill', case: 'case', hearing: 'hearing', statute: 'statute', 'legal rule or regulation': 'statute', 'personal communication': 'letter', dictionary: 'dictionaryEntry', encyclopedia: 'encyclopediaArticle', dataset: 'dataset', standard: 'standard', 'unpublished work': 'manuscript', generic: 'document',
};
const FIELDS: Record<string, string> = {
  T: 'title', C: 'place', D: 'date', G: 'language', I: 'publisher', L: 'callNumber', N: 'issue', O: 'extra', P: 'pages', U: 'url', V: 'volume', W: 'archiveLocation', X: 'abstractNote', '6': 'numberOfVolumes', '7': 'edition', '9': 'type', '!': 'shortTitle', '@': 'ISBN', '~': 'archive', '[': 'accessDate',
};
const KNOWN = new Set([...Object.keys(FIELDS).filter((tag) => tag !== '@'), '0', 'A', 'E', 'Y', '?', 'B', 'J', 'S', 'K', 'Z', 'H', 'F']);
const WITHOUT_PUBLISHER = new Set(['journalArticle', 'magazineArticle', 'newspaperArticle']);

function meaningOf(record: TaggedRecord): Meaning {
  const item = newItem(typeOf(record));
  for (const { tag, value } of record.fields) {
    const field = FIELDS[tag];
    if (field && value && !(WITHOUT_PUBLISHER.has(item.itemType) && (field === 'publisher' || field === 'place'))) item.fields[field] = value;
    if (tag === 'A' && value) item.creators.push(person(value, 'author'));
    if (tag === 'E' && value) item.creators.push(person(value, 'editor'));
    if (tag === 'Y' && value) item.creators.push(person(value, 'seriesEditor'));
    if (tag === '?' && value) item.creators.push(person(value, 'translator'));
  }
  const container = valuesOf(record, 'J').at(-1) ?? (item.itemType === 'book' ? undefined : valueOf(record, 'B'));
  if (container) item.fields['publicationTitle'] = container;
  const series = valueOf(record, 'S') ?? (item.itemType === 'book' ? valueOf(record, 'B') : undefined);
  if (series) item.fields['series'] = series;
  const extra = [item.fields['extra'] ?? '', ...valuesOf(record, 'H')].filter(Boolean).join('\n');
  if (extra) item.fields['extra'] = extra;
  item.tags = valuesOf(record, 'K').flatMap((value) => value.split(/(?:(?<!\s)\s+)?\n\s*/));
  item.notes = valuesOf(record, 'Z');
  const key = valueOf(record, 'F');
  return { item, known: KNOWN, ...(key !== undefined && /^[A-Za-z][^\s{},%#"\\~]*$/.test(key) ? { citationKey: key } : {}) };
}

const person = (name: string, role: string): ReturnType<typeof personOf> => personOf(name, role, { comma: name.includes(',') });

/** The last type named that is one; else as refer itself judges, by what there is (refer(1)). */
function typeOf(record: TaggedRecord): string {
  const named = valuesOf(record, '0').map((value) => TYPES[value.toLowerCase()]).filter((type) => type !== undefined).at(-1);
  if (named) return named;
  if (valueOf(record, 'J') !== undefined) return 'journalArticle';
  if (valueOf(record, 'B') !== undefined) return 'bookSection';
  if (valueOf(record, 'R') !== undefined && valueOf(record, 'I') === undefined) return 'report';
  return valueOf(record, 'I') !== undefined ? 'book' : 'journalArticle';
}
