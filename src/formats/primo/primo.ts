import type { Draft, Format, Reading } from '../format.ts';
import { personOf } from '../person.ts';
import { withRest } from '../tagged/reading.ts';
import { childOf, childrenOf, elementsOf, everyBelow, outermost, parseXml, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';

/** Primo's normalised XML (PNX, Ex Libris): what library catalogues' discovery pages export. */
export const primo: Format = { name: 'primo', extensions: ['xml'], recognise: (head) => (/primo_nm_bib|<(?:\w+:)?PrimoNMBib\b/.test(head) || (/<(?:\w+:)?addata>/.test(head) && /<(?:\w+:)?display>/.test(head)) ? 0.97 : 0), read };

function read(text: string): Reading {
  const { root, problems } = parseXml(text);
  const records = outermost(root, (node) => node.name === 'record' && childOf(node, 'display') !== undefined);
  return { drafts: records.map((record): Draft => ({ ...draftFrom(record), line: record.line })), problems, leftOut: [], origin: {} };
}

/** Kinds as `display/type` and `addata/genre` have them; `addata/ristype` (RIS) where the catalogue uses words of its own. */
const TYPES: Record<string, string> = {
  article: 'journalArticle', articles: 'journalArticle', review: 'journalArticle', 'newspaper_article': 'newspaperArticle', 'newspaper article': 'newspaperArticle', book: 'book', books: 'book', ebook: 'book', ebooks: 'book', 'book_chapter': 'bookSection', 'book chapter': 'bookSection', bookitem: 'bookSection', audio: 'audioRecording', sound: 'audioRecording', video: 'videoRecording', videos: 'videoRecording', media: 'videoRecording',
  report: 'report', reports: 'report', 'technical_report': 'report', dissertation: 'thesis', dissertations: 'thesis', thesis: 'thesis', map: 'map', maps: 'map', image: 'artwork', images: 'artwork', website: 'webpage', websites: 'webpage', 'web_resource': 'webpage', dataset: 'dataset', statistical_data_set: 'dataset', 'conference_proceeding': 'conferencePaper', proceeding: 'conferencePaper', patent: 'patent', standard: 'standard', manuscript: 'manuscript', legal_document: 'statute', reference_entry: 'encyclopediaArticle', score: 'book', journal: 'book', 'text resource': 'document',
  jour: 'journalArticle', chap: 'bookSection', conf: 'conferencePaper', thes: 'thesis', rprt: 'report', news: 'newspaperArticle', sound_recording: 'audioRecording', pat: 'patent', art: 'artwork',
};

class Pnx {
  private readonly record: XmlNode;
  constructor(record: XmlNode) { this.record = record; }
  /** The texts of an element of a section, without Primo's sub-fields (`$$Q…`) and mark-up. */
  all(section: string, name: string): string[] { return this.raw(section, name).map(bare).filter(Boolean); }
  raw(section: string, name: string): string[] { return childrenOf(childOf(this.record, section), name).map(textOf).filter(Boolean); }
  /** The first value of several elements of `addata`. */
  added(...names: string[]): string | undefined { return names.map((name) => this.all('addata', name)[0]).find(Boolean); }
  shown(name: string): string | undefined { return this.all('display', name)[0]; }
}

const bare = (text: string): string => text.replace(/\$\$[\s\S]*$/, '').replace(/<[^>]*>/g, '').trim();

function draftFrom(node: XmlNode): Draft {
  const record = new Pnx(node);
  const item = newItem(typeOf(record));
  const put = (field: string, value: string | undefined): void => { if (value && ITEM_TYPES[item.itemType]?.fields.has(field)) item.fields[field] = value; };
  put('title', titleOf(record.shown('title') ?? record.added('atitle', 'btitle') ?? ''));
  put('date', dateOf(record.added('risdate', 'date') ?? record.shown('creationdate') ?? ''));
  put('abstractNote', record.all('display', 'description').join(', ') || record.added('abstract'));
  put('language', record.all('display', 'language').join('; '));
  put('edition', record.shown('edition'));
  put('numPages', /(\d+)\]?\s*(?:p|pp|S|s)\b\.?/.exec(record.shown('format') ?? '')?.[1]);
  put('volume', record.added('volume'));
  put('issue', record.added('issue'));
  put('pages', record.added('pages') ?? ([record.added('spage'), record.added('epage')].filter(Boolean).join('-') || undefined));
  put('publicationTitle', record.added(item.itemType === 'journalArticle' || item.itemType === 'newspaperArticle' ? 'jtitle' : 'btitle'));
  put('journalAbbreviation', item.itemType === 'journalArticle' ? record.added('stitle') : undefined);
  put('series', record.added('seriestitle'));
  const [place, publisher] = published(record, item);
  put('place', place);
  put('publisher', publisher);
  put('callNumber', callNumbers(record, node));
  numbers(record, item);
  item.creators = creators(record, item);
  item.tags = subjects(record);
  return withRest(draftOf(item), beside(record, item));
}

function typeOf(record: Pnx): string {
  const said = [record.shown('type'), record.added('genre'), record.added('ristype'), record.added('format')].map((kind) => TYPES[kind?.toLowerCase() ?? '']).find(Boolean);
  return said ?? 'document';
}

/** `Title : rest / by whom`, as cataloguing rules print it. */
const titleOf = (title: string): string => title.replace(/\s+\/\s.*$|\s*\/$/, '').replace(/\s+:\s+/g, ': ').trim();

/** `20120117` and `[1954?]` as dates are written. */
function dateOf(text: string): string {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact) return [compact[1], compact[2], compact[3]].filter((part) => part !== '00').join('-');
  return text.replace(/^[[(©c]+|[\])?.]+$/g, '').trim();
}

/** Place and publisher, else both from `Place : Publisher, year`. An article has a journal instead. */
function published(record: Pnx, item: ZoteroItem): [string | undefined, string | undefined] {
  if (item.itemType === 'journalArticle') return [undefined, undefined];
  const [, place, publisher] = /^\[?([^:\]]+)\]?\s*:\s*([^,]+(?:, [^\d,]+)*)/.exec(record.shown('publisher') ?? '') ?? [];
  return [(record.added('cop') ?? place)?.replace(/(?<![\s:,[\]])[\s:,[\]]+$/, ''), (record.added('pub') ?? publisher ?? (place ? undefined : record.shown('publisher')?.replace(/^\[.*\]$/, '')))?.replace(/(?<![\s,;])[\s,;]+$/, '')];
}

/** Where the libraries keep it: `$$2` of each place, or the number that a place's own record names. */
function callNumbers(record: Pnx, node: XmlNode): string | undefined {
  const places = record.raw('display', 'availlibrary').map((one) => /\$\$2([^$]+)/.exec(one)?.[1]?.replace(/^\(|\)$/g, '').trim());
  const held = places.length > 0 ? places : elementsOf(node).filter(({ name }) => name === 'delivery').flatMap((delivery) => everyBelow(delivery)).filter(({ name }) => name === 'callNumber').map(textOf);
  return [...new Set(held)].filter(Boolean).join(', ') || undefined;
}

function numbers(record: Pnx, item: ZoteroItem): void {
  const put = (field: string, value: string | undefined): void => { if (value && ITEM_TYPES[item.itemType]?.fields.has(field)) item.fields[field] = value; };
  const named = (kind: string): string | undefined => new RegExp(`\\b${kind}:?\\s*(?:\\$\\$V)?([\\dXx-]{8,})`).exec(record.raw('display', 'identifier').map((one) => one.replace(/<[^>]*>/g, '')).join(' ; '))?.[1];
  put('ISBN', (record.added('isbn', 'eisbn') ?? named('ISBN'))?.replace(/-/g, ''));
  put('ISSN', record.added('issn', 'eissn') ?? named('ISSN'));
  put('DOI', record.added('doi'));
  if (!record.added('doi')) put('PMID', record.added('pmid'));
}

function creators(record: Pnx, item: ZoteroItem): Creator[] {
  const kinds = ITEM_TYPES[item.itemType]?.creators ?? [];
  const named = (list: string[], creatorType: string): Creator[] => list.flatMap((one) => one.split(/(?:(?<!\s)\s+)?;\s*/)).map(plainName).filter(Boolean).map((name) => (name.includes(',') ? personOf(name, creatorType) : { name, creatorType }));
  const chief = kinds[0] ?? 'author';
  const shown = named(record.all('display', 'creator'), chief);
  const authors = shown.length > 0 ? shown : named(record.all('addata', 'au'), chief);
  const others = named(record.all('display', 'contributor'), 'contributor').filter(({ name, lastName, firstName }) => !authors.some((one) => one.name === name && one.lastName === lastName && one.firstName === firstName));
  return [...authors, ...others];
}

/** A name without years of life, role in brackets, and the catalogue's number. */
const plainName = (name: string): string => name.replace(/(?:(?<!\s)\s+)?[([].*$/, '').replace(/,?\s*\d{4}-(?:\d{4})?\.?.*$/, '').replace(/(?<![\s,.])[\s,.]+$/, (end) => (/\p{Lu}\.$/u.test(name) ? end : '')).trim();

const subjects = (record: Pnx): string[] => [...new Set(record.all('display', 'subject').flatMap((one) => one.split(/(?:(?<!\s)\s+)?;\s*|(?<!\s)\s+--\s+|(?<!\s)\s+\/\s+/)).map((one) => one.trim()).filter(Boolean))];

/** What a paper has no place for beside the fields above. */
function beside(record: Pnx, item: ZoteroItem): [string, string][] {
  const isbns = record.all('addata', 'isbn').slice(1);
  return [...(item.fields['PMID'] ? [] : record.all('addata', 'pmid').slice(0, 1).map((one): [string, string] => ['primo:pmid', one])), ...isbns.map((one): [string, string] => ['primo:isbn', one]), ...record.all('addata', 'oclcid').map((one): [string, string] => ['primo:oclcid', one])];
}
