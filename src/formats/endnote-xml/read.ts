import type { Draft, Reading } from '../format.ts';
import { personOf, wholeName } from '../person.ts';
import { withRest } from '../tagged/reading.ts';
import { allAt, childOf, elementsOf, outermost, parseXml, rawText, textAt, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type ZoteroFile, type ZoteroItem } from '../zotero/item.ts';
import { itemTypeOf, PEOPLE } from './types.ts';

/** Reads EndNote's XML; an element with no place in a paper is kept beside it under its own name. */
export function readEndnoteXml(text: string): Reading {
  const { root, problems } = parseXml(text);
  return { drafts: outermost(root, ({ name }) => name === 'record').map((record) => ({ ...draftFrom(record), line: record.line })), problems, leftOut: [], origin: {} };
}

const TEXTS: [path: string, field: string][] = [
  ['titles/title', 'title'], ['titles/short-title', 'shortTitle'], ['pages', 'pages'], ['volume', 'volume'], ['number', 'issue'], ['edition', 'edition'], ['pub-location', 'place'], ['publisher', 'publisher'], ['abstract', 'abstractNote'],
  ['call-num', 'callNumber'], ['language', 'language'], ['electronic-resource-num', 'DOI'], ['num-vols', 'numberOfVolumes'], ['work-type', 'type'], ['remote-database-name', 'libraryCatalog'], ['section', 'section'], ['access-date', 'accessDate'],
];
const KNOWN = new Set([...TEXTS.map(([path]) => path.split('/')[0]), 'isbn', 'database', 'source-app', 'rec-number', 'foreign-keys', 'ref-type', 'contributors', 'titles', 'periodical', 'keywords', 'dates', 'urls', 'label', 'notes', 'research-notes']);
const WITHOUT_PLACE = new Set(['journalArticle', 'magazineArticle']);

function draftFrom(record: XmlNode): Draft {
  const type = childOf(record, 'ref-type');
  const item = newItem(itemTypeOf(type?.attributes['name'] ?? '', Number(textOf(type))));
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  for (const [path, field] of TEXTS) put(field, textAt(record, path));
  if (item.itemType === 'bookSection' || item.itemType === 'book') swap(item, 'issue', 'seriesNumber');
  if (item.itemType === 'report' || item.itemType === 'patent') { swap(item, 'issue', 'number'); if (item.itemType === 'patent') swap(item, 'volume', 'number'); }
  if (WITHOUT_PLACE.has(item.itemType)) for (const field of ['place', 'publisher']) Reflect.deleteProperty(item.fields, field);
  const abstract = rawText(childOf(record, 'abstract')).trim();
  put('abstractNote', abstract);
  titles(record, item);
  put('date', dateOf(childOf(record, 'dates')));
  const number = rawText(childOf(record, 'isbn')).split(/[\r\n]+/).map((part) => part.trim()).filter(Boolean).join(' ');
  put(item.itemType === 'patent' || item.itemType === 'report' ? 'number' : /^\d{4}-?\d{3}[\dXx](?!\d)/.test(number) ? 'ISSN' : 'ISBN', item.fields['number'] ?? number);
  people(record, item);
  item.tags = allAt(record, 'keywords/keyword').flatMap((keyword) => rawText(keyword).split(/(?:(?<!\s)\s+)?[\r\n]+\s*/)).map((tag) => tag.trim()).filter(Boolean);
  item.notes = ['notes', 'research-notes'].map((name) => rawText(childOf(record, name)).trim()).filter(Boolean);
  const [url, ...more] = [...allAt(record, 'urls/web-urls/url'), ...allAt(record, 'urls/related-urls/url')].map(textOf).filter(Boolean);
  put('url', url);
  item.attachments = [...allAt(record, 'urls/pdf-urls/url').map(textOf).filter(Boolean).map((path) => fileOf(path, 'application/pdf')), ...more.map((path) => fileOf(path))];
  const draft = withRest(draftOf(item), elementsOf(record).filter(({ name, children }) => !KNOWN.has(name) && children.length > 0).map((node) => [`endnote:${node.name}`, textOf(node)]));
  const key = textAt(record, 'label');
  return key && /^[A-Za-z][^\s{},%#"\\~]*$/.test(key) ? { ...draft, citationKey: key } : draft;
}

function swap(item: ZoteroItem, from: string, to: string): void {
  const value = item.fields[from];
  if (value === undefined || item.fields[to] !== undefined) return;
  item.fields[to] = value;
  Reflect.deleteProperty(item.fields, from);
}

function titles(record: XmlNode, item: ZoteroItem): void {
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const second = textAt(record, 'titles/secondary-title') ?? textAt(record, 'periodical/full-title');
  if (item.itemType === 'book') put('series', second);
  else if (item.itemType === 'conferencePaper') { put('conferenceName', second); put('publicationTitle', second); } else put('publicationTitle', second);
  put('series', item.fields['series'] ?? (item.itemType === 'journalArticle' ? undefined : textAt(record, 'titles/tertiary-title')));
  put('journalAbbreviation', textAt(record, 'periodical/abbr-1') ?? textAt(record, 'titles/alt-title'));
}

const dateOf = (dates: XmlNode | undefined): string => {
  const year = textAt(dates, 'year') ?? '';
  const part = textAt(dates, 'pub-dates/date') ?? '';
  return part.includes(year) ? part : [part, year].filter(Boolean).join(' ');
};

function people(record: XmlNode, item: ZoteroItem): void {
  for (const group of elementsOf(childOf(record, 'contributors'))) {
    const role = PEOPLE[group.name]?.[item.itemType] ?? PEOPLE[group.name]?.['*'];
    if (role) for (const author of elementsOf(group)) if (textOf(author)) item.creators.push(/,$/.test(textOf(author)) ? wholeName(textOf(author).slice(0, -1), role) : personOf(textOf(author), role, { comma: textOf(author).includes(',') }));
  }
}

/** EndNote keeps files under `internal-pdf://`, in the folder PDF beside its library. */
function fileOf(address: string, mediaType?: string): ZoteroFile {
  const path = address.replace(/^internal-pdf:\/\//, 'PDF/');
  const name = (path.split(/[/\\]/).at(-1) ?? path).replace(/\.\w{2,4}$/, '');
  return { path, title: /^https?:/.test(path) ? path : name, ...(mediaType ? { mediaType } : {}) };
}
