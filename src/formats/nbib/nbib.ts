import type { Format } from '../format.ts';
import { wholePages } from '../pages.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem, type Creator } from '../zotero/item.ts';

/** NBIB, the MEDLINE display of PubMed, and ERIC's dialect of it: `PMID- 1`, further lines indented. */
export const nbib: Format = {
  name: 'nbib', extensions: ['nbib', 'medline'], recognise: (head) => (/^\ufeff?\s*(?:PMID|OWN {1,2})- ?\S/.test(head) ? 0.95 : /^(?:PMID|OWN {1,2}|STAT)- \S/m.test(head) && /^TI {2}- /m.test(head) ? 0.9 : /^TI {2}- /m.test(head) && /^PT {2}- /m.test(head) && !/^TY {2}-/m.test(head) ? 0.6 : 0),
  read: (text) => readTagged(taggedRecords(text, { field: /^([A-Z]{2,4}) {0,2}- ?(.*)$/, first: 'PMID', between: /^\s*$/ }), 'nbib', meaningOf),
};

const TEXTS: [string, string[]][] = [['title', ['TI']], ['volume', ['VI']], ['issue', ['IP']], ['date', ['DP']], ['abstractNote', ['AB']], ['language', ['LA']], ['rights', ['CI']], ['journalAbbreviation', ['TA']], ['edition', ['EN']], ['PMID', ['PMID']], ['PMCID', ['PMC']]];
const KNOWN = new Set([...TEXTS.flatMap(([, tags]) => tags), 'BTI', 'JT', 'FAU', 'AU', 'CN', 'FED', 'ED', 'OT', 'MH', 'KW', 'IS', 'ISSN', 'ISBN', 'PG', 'PB']);

function meaningOf(record: TaggedRecord): Meaning {
  const item = newItem(typeOf(record));
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  for (const [field, tags] of TEXTS) put(field, valueOf(record, ...tags));
  put('title', joined(valuesOf(record, 'TI')));
  const book = valueOf(record, 'BTI');
  if (item.itemType === 'book' && book) put('title', joined(valuesOf(record, 'TI')) || book);
  put('publicationTitle', item.itemType === 'bookSection' ? book : valueOf(record, 'JT'));
  put('publisher', valueOf(record, 'PB') ?? (item.itemType === 'report' ? valueOf(record, 'JT') : undefined));
  if (item.itemType !== 'journalArticle') put('place', valueOf(record, 'PL'));
  put('pages', wholePages(valueOf(record, 'PG') ?? ''));
  put('DOI', doiOf(record));
  put('ISSN', [...new Set(valuesOf(record, 'IS', 'ISSN').map((issn) => /\d{4}-?\d{3}[\dXx]/.exec(issn)?.[0] ?? '').filter(Boolean))].join(' '));
  put('ISBN', valuesOf(record, 'ISBN').map((isbn) => /[\d-]{9,}[\dXx]/.exec(isbn)?.[0] ?? '').filter(Boolean).join(' '));
  const eric = valuesOf(record, 'OID').find((number) => /^E[DJ]\d+$/.test(number));
  put('extra', eric && `ERIC Number: ${eric}`);
  item.creators = creatorsOf(record);
  item.tags = valuesOf(record, 'OT', 'MH', 'KW').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/));
  const link = valuesOf(record, 'LID', 'AID').find((value) => /^https?:\/\/eric\.ed\.gov/.test(value)) ?? valuesOf(record, 'LID').find((value) => /^https?:/.test(value));
  if (link) item.attachments.push({ title: 'Catalog Link', path: link });
  return { item, known: KNOWN };
}

/** A title of several fields goes on after a colon, but where it ended. */
const joined = (titles: readonly string[]): string => titles.reduce((all, part) => (all === '' ? part : `${all}${/[:.?!]$/.test(all) ? ' ' : ': '}${part}`), '');

/** Books say so; ERIC's reports name their publisher as a journal, but have neither volume nor ISSN. */
function typeOf(record: TaggedRecord): string {
  const kinds = valuesOf(record, 'PT').map((kind) => kind.toLowerCase());
  if (valueOf(record, 'BTI') !== undefined) return valueOf(record, 'TI', 'CTI') === undefined || kinds.includes('book') ? 'book' : 'bookSection';
  if (kinds.some((kind) => kind.includes('book chapter'))) return 'bookSection';
  if (valueOf(record, 'VI', 'IS', 'ISSN', 'TA') !== undefined || kinds.some((kind) => kind.includes('journal article'))) return 'journalArticle';
  if (kinds.some((kind) => kind.startsWith('dissertations'))) return 'thesis';
  if (kinds.some((kind) => kind === 'book' || kind === 'books')) return 'book';
  return kinds.some((kind) => /^report|^technical report$/.test(kind)) ? 'report' : 'journalArticle';
}

const doiOf = (record: TaggedRecord): string | undefined => valuesOf(record, 'LID', 'AID').map((value) => /^(?:doi:\s*)?(10\.\S+)(?: \[doi\]|$)/.exec(value)?.[1]).find(Boolean);

/** Full names where there are any, the short ones else; a short one's last word is initials. */
function creatorsOf(record: TaggedRecord): Creator[] {
  const full = valuesOf(record, 'FAU');
  const names = full.length > 0 ? full : valuesOf(record, 'AU').map((name) => (name.includes(',') ? name : name.replace(/ (?=\p{Lu}{1,4}$)/u, ', ')));
  const editors = valuesOf(record, 'FED').length > 0 ? valuesOf(record, 'FED') : valuesOf(record, 'ED');
  return [...names.map((name) => personOf(name, 'author')), ...valuesOf(record, 'CN').map((name) => ({ name, creatorType: 'author' })), ...editors.map((name) => personOf(name, 'editor'))];
}
