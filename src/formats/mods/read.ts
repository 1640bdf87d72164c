import type { Draft, Reading } from '../format.ts';
import { personOf } from '../person.ts';
import { withRest } from '../tagged/reading.ts';
import { unheld } from '../xml/rest.ts';
import { allAt, childOf, childrenOf, firstAt, outermost, parseXml, rawText, textAt, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';
import { isBody, official, officialType, renditions } from './govinfo.ts';
import { typeOf } from './types.ts';

/** Reads every MODS record of a text. */
export function readMods(text: string): Reading {
  const { root, problems } = parseXml(text);
  return { drafts: outermost(root, ({ name }) => name === 'mods').map((record): Draft => ({ ...draftFrom(record), line: record.line })), problems, leftOut: [], origin: {} };
}

/** What the record says of itself, and codes for what it says in words. */
const ASIDE = /^(?:recordInfo\/(?!recordContentSource)|typeOfResource|genre|language\/|physicalDescription\/)/;

function draftFrom(record: XmlNode): Draft {
  const host = childrenOf(record, 'relatedItem').find(({ attributes }) => attributes['type'] === 'host');
  const item = newItem(officialType(record) ?? typeOf(record, host));
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  put('title', titleOf(record));
  put('shortTitle', titleOf(record, 'abbreviated'));
  put('abstractNote', allAt(record, 'abstract').map(textOf).filter(Boolean).join('\n\n'));
  put('rights', allAt(record, 'accessCondition').map(textOf)[0]);
  put('language', languages(record));
  put('callNumber', childrenOf(record, 'classification').filter(({ attributes }) => /^(?:lcc|ddc|udc|nlm|rvk|bkl)$/.test(attributes['authority'] ?? '')).map(textOf).filter(Boolean).join(', '));
  origins(record, host, item);
  parts(record, host, item);
  identifiers(record, host, item);
  put('url', urlOf(record));
  put('archiveLocation', allAt(record, 'location/physicalLocation').map(textOf).join('; ') || (item.itemType === 'artwork' ? childrenOf(record, 'relatedItem').flatMap((one) => allAt(one, 'location/physicalLocation').map(textOf))[0] : undefined));
  if (host) container(host, item);
  put('series', childrenOf(record, 'relatedItem').filter(({ attributes }) => attributes['type'] === 'series').map((one) => titleOf(one)).find(Boolean));
  item.creators = [...childrenOf(record, 'name').filter((name) => !officialType(record) || !isBody(name, item)).flatMap((name) => creatorOf(name, item)), ...(host ? childrenOf(host, 'name').flatMap((name) => creatorOf(name, item)) : [])];
  item.tags = allAt(record, 'subject/topic').map((topic) => textOf(topic)).filter(Boolean);
  notes(record, item);
  item.attachments = renditions(record);
  const rest = [...official(record, item), ...allAt(record, 'originInfo/place/placeTerm').filter(({ attributes }) => attributes['type'] === 'code').map((term): [string, string] => ['mods:place', textOf(term)])];
  const draft = withRest(draftOf(item), rest);
  const key = textOf(childrenOf(record, 'identifier').find(({ attributes }) => attributes['type'] === 'citekey'));
  return { ...withRest(draft, unheld(record, draft).filter(([path]) => !ASIDE.test(path)).map(([path, text]): [string, string] => [`mods:${path}`, text])), ...(/^[^\s{},%#"\\~]{1,200}$/.test(key) ? { citationKey: key } : {}) };
}

/** `nonSort title: subTitle. partNumber partName`, of the chief title or one of a type. */
function titleOf(node: XmlNode, type?: string): string | undefined {
  const info = childrenOf(node, 'titleInfo').find(({ attributes }) => attributes['type'] === type) ?? (type === undefined ? childOf(node, 'titleInfo') : undefined);
  if (!info) return undefined;
  const [article, title, sub] = [rawText(childOf(info, 'nonSort')).trim(), textAt(info, 'title') ?? '', textAt(info, 'subTitle')];
  const head = `${article}${article && !/['’-]$/.test(article) ? ' ' : ''}${title}`;
  return sub ? `${head}${/[:;,.?!]$/.test(head) ? ' ' : ': '}${sub}` : head || undefined;
}

function languages(record: XmlNode): string {
  return childrenOf(record, 'language').map((one) => { const terms = childrenOf(one, 'languageTerm'); return textOf(terms.find(({ attributes }) => attributes['type'] === 'code') ?? terms.find(({ attributes }) => attributes['authority']) ?? terms[0]); }).filter(Boolean).join('; ');
}

function origins(record: XmlNode, host: XmlNode | undefined, item: ZoteroItem): void {
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] ??= value; };
  for (const origin of [...childrenOf(record, 'originInfo'), ...(host ? childrenOf(host, 'originInfo') : [])]) {
    put('edition', textAt(origin, 'edition'));
    const places = childrenOf(origin, 'place').flatMap((place) => childrenOf(place, 'placeTerm')).filter(({ attributes }) => attributes['type'] === 'text');
    put('place', places.map(textOf).join('; '));
    put('publisher', childrenOf(origin, 'publisher').map(textOf).join('; '));
    put('date', ['copyrightDate', 'dateIssued', 'dateCreated'].map((name) => dateIn(childrenOf(origin, name))).find(Boolean));
  }
  put('date', textAt(host, 'part/date') ?? textAt(record, 'part/date'));
  if (item.itemType === 'journalArticle' || item.itemType === 'webpage') for (const field of ['publisher', 'place']) Reflect.deleteProperty(item.fields, field);
}

/** The date a machine can read before the one for people. */
function dateIn(dates: XmlNode[]): string | undefined {
  const date = dates.find(({ attributes }) => attributes['encoding'] && attributes['point'] !== 'end') ?? dates[0];
  return date ? textOf(date).replace(/^\[|\]$|^c(?=\d)/g, '') || undefined : undefined;
}

function parts(record: XmlNode, host: XmlNode | undefined, item: ZoteroItem): void {
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] ??= value; };
  for (const part of [...childrenOf(record, 'part'), ...(host ? childrenOf(host, 'part') : [])]) {
    for (const detail of childrenOf(part, 'detail')) {
      const kind = detail.attributes['type'] ?? '';
      if (kind === 'volume' || kind === 'issue') put(kind, textAt(detail, 'number') ?? textAt(detail, 'title'));
      if (kind === 'number') put('issue', textAt(detail, 'number'));
      if (kind === 'section') put('section', textAt(detail, 'number') ?? textAt(detail, 'title'));
    }
    const extent = childrenOf(part, 'extent').find(({ attributes }) => /^pages?$/.test(attributes['unit'] ?? 'page'));
    const [start, end] = [textAt(extent, 'start'), textAt(extent, 'end')];
    put('pages', start && end && start !== end ? `${start}-${end}` : start ?? textAt(extent, 'list'));
  }
}

function identifiers(record: XmlNode, host: XmlNode | undefined, item: ZoteroItem): void {
  const of = (type: string): string => [...childrenOf(record, 'identifier'), ...(host && item.itemType !== 'book' ? childrenOf(host, 'identifier') : [])].filter(({ attributes }) => attributes['type']?.toLowerCase() === type && attributes['invalid'] !== 'yes').map(textOf).join(' ');
  for (const [type, field] of [['isbn', 'ISBN'], ['issn', 'ISSN'], ['doi', 'DOI']] as const) if (of(type) && ITEM_TYPES[item.itemType]?.fields.has(field)) item.fields[field] = of(type);
}

/** The primary address; of others only where the record is of something to be seen there. */
function urlOf(record: XmlNode): string | undefined {
  const urls = allAt(record, 'location/url');
  return textOf(urls.find(({ attributes }) => attributes['usage']?.startsWith('primary')) ?? urls[0]) || undefined;
}

function container(host: XmlNode, item: ZoteroItem): void {
  if (!['book', 'artwork', 'document', 'computerProgram'].includes(item.itemType)) item.fields['publicationTitle'] = titleOf(host) ?? '';
  const short = titleOf(host, 'abbreviated');
  if (short && item.itemType === 'journalArticle') item.fields['journalAbbreviation'] = short;
}

const ROLES: Record<string, string> = { aut: 'author', author: 'author', creator: 'author', edt: 'editor', editor: 'editor', trl: 'translator', translator: 'translator', pht: 'author', photographer: 'author', cre: 'author', ths: 'contributor', ctb: 'contributor', contributor: 'contributor', sef: 'seriesEditor', 'series editor': 'seriesEditor' };

function creatorOf(name: XmlNode, item: ZoteroItem): Creator[] {
  const roles = allAt(name, 'role/roleTerm').map((term) => textOf(term).toLowerCase());
  if (roles.some((role) => role === 'pbl' || role === 'publisher' || role === 'dst')) return [];
  const said = roles.map((role) => ROLES[role]).find(Boolean) ?? (roles.length > 0 ? 'contributor' : 'author');
  const kinds = ITEM_TYPES[item.itemType]?.creators ?? [];
  const creatorType = said === 'author' ? kinds[0] ?? 'author' : kinds.includes(said) ? said : 'contributor';
  const part = (type: string): string => textOf(childrenOf(name, 'namePart').find(({ attributes }) => attributes['type'] === type));
  if (part('family')) return [{ lastName: part('family'), ...(part('given') ? { firstName: part('given') } : {}), creatorType }];
  const bare = childrenOf(name, 'namePart').filter(({ attributes }) => attributes['type'] === undefined).map(textOf).filter(Boolean);
  if (bare.length === 0) return [];
  if (name.attributes['type'] !== 'personal') return [{ name: bare.join(': '), creatorType }];
  return [personOf((bare[0] ?? '').replace(/(?:(?<!\s)\s+)?\[[\d\s?-]*\]$/, ''), creatorType, { comma: (bare[0] ?? '').includes(',') })];
}

function notes(record: XmlNode, item: ZoteroItem): void {
  for (const note of childrenOf(record, 'note')) {
    const type = note.attributes['type'];
    if (textOf(note)) item.notes.push(`${type ? `${type}: ` : ''}${textOf(note)}`);
  }
  const contents = firstAt(record, 'tableOfContents');
  if (contents) item.notes.push(`Table of Contents: ${textOf(contents)}`);
}
