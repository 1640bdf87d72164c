import type { Format } from '../format.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem } from '../zotero/item.ts';

/** RefWorks Tagged Format: `RT Journal Article`, a blank between tag and value. */
export const refworks: Format = {
  name: 'refworks', extensions: ['txt'], recognise: (head) => (/^\ufeff?\s*RT [A-Z]/m.test(head) && /^(?:T1|A1|YR|JF|ID) \S/m.test(head) ? 0.94 : 0),
  read: (text) => readTagged(taggedRecords(text, { field: /^([A-Z][A-Z0-9]) (.*)$/, first: 'RT', between: /^\s*$/ }), 'refworks', meaningOf),
};

const TYPES: Record<string, string> = {
  'journal article': 'journalArticle', 'journal, electronic': 'journalArticle', abstract: 'journalArticle', 'magazine article': 'magazineArticle', 'newspaper article': 'newspaperArticle', 'book, whole': 'book', 'book, edited': 'book', book: 'book', 'book, section': 'bookSection', 'book chapter': 'bookSection', 'conference proceedings': 'conferencePaper',
  dissertation: 'thesis', 'dissertation/thesis': 'thesis', 'dissertation/thesis, unpublished': 'thesis', thesis: 'thesis', report: 'report', patent: 'patent', 'web page': 'webpage', 'computer program': 'computerProgram', map: 'map', 'motion picture': 'film', video: 'videoRecording', 'video/ dvd': 'videoRecording', 'sound recording': 'audioRecording', 'music score': 'audioRecording',
  'bills/resolutions': 'bill', 'case/court decisions': 'case', hearing: 'hearing', 'laws/statutes': 'statute', 'personal communication': 'letter', 'unpublished material': 'manuscript', monograph: 'book', artwork: 'artwork', 'online discussion forum': 'forumPost', grant: 'report', generic: 'journalArticle',
};
const FIELDS: Record<string, string> = { T1: 'title', AB: 'abstractNote', VO: 'volume', IS: 'issue', PB: 'publisher', PP: 'place', ED: 'edition', LA: 'language', DO: 'DOI', UL: 'url', CN: 'callNumber', ST: 'shortTitle', T3: 'series', JO: 'journalAbbreviation', RD: 'accessDate' };
const ROLES: Record<string, string> = { A1: 'author', A2: 'editor', A3: 'seriesEditor', A4: 'translator', A5: 'contributor', A6: 'editor' };
const ARTICLES = new Set(['journalArticle', 'magazineArticle', 'newspaperArticle']);

function meaningOf(record: TaggedRecord): Meaning {
  const item = newItem(TYPES[(valueOf(record, 'RT') ?? '').toLowerCase()] ?? 'journalArticle');
  const article = ARTICLES.has(item.itemType);
  const known = new Set(['RT', 'T1', 'T2', 'JF', 'YR', 'FD', 'SP', 'OP', 'K1', 'NO', 'LK', ...Object.keys(ROLES), ...Object.entries(FIELDS).filter(([tag]) => !(article && (tag === 'PB' || tag === 'PP'))).map(([tag]) => tag)]);
  for (const { tag, value } of record.fields) {
    const field = FIELDS[tag];
    const role = ROLES[tag];
    if (field && value && known.has(tag)) item.fields[field] ??= value;
    if (role && value) item.creators.push(personOf(value, item.itemType === 'patent' && role === 'author' ? 'inventor' : role));
  }
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  put('publicationTitle', valueOf(record, 'JF', 'T2'));
  put('date', [valueOf(record, 'FD'), valueOf(record, 'YR')].filter((part, at, all) => part && !(at === 1 && all[0]?.includes(part))).join(' '));
  put(item.itemType === 'thesis' || item.itemType === 'book' ? 'numPages' : 'pages', [valueOf(record, 'SP'), valueOf(record, 'OP')].filter(Boolean).join('-'));
  const number = valueOf(record, 'SN');
  if (number && item.itemType !== 'thesis') { put(/^\d{4}-\d{3}[\dXx]\b/.test(number) ? 'ISSN' : 'ISBN', number); known.add('SN'); }
  item.tags = valuesOf(record, 'K1').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/));
  item.notes = valuesOf(record, 'NO');
  item.attachments = valuesOf(record, 'LK').filter((value) => /^https?:\/\//.test(value)).map((path) => ({ path, title: `${/^https?:\/\/(?:www\.)?([^/:]+)/.exec(path)?.[1] ?? ''} Link`, mediaType: 'text/html' }));
  return { item, known };
}
