import type { Draft, Format, Reading } from '../format.ts';
import { jsonRecords, type Json } from '../json.ts';
import { parseXml, rawText } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';

/** Crossref's JSON (REST API): one work, a list of them under `message.items`, or works alone. */
export const crossrefJson: Format = { name: 'crossref-json', extensions: ['json'], recognise: (head) => (/^\s*[[{]/.test(head) && (/"message-type"\s*:\s*"work/.test(head) || (/"DOI"\s*:/.test(head) && /"(?:is-referenced-by-count|reference-count|references-count|deposited)"\s*:/.test(head))) ? 0.965 : 0), read };

const TYPES: Record<string, string> = {
  'journal-article': 'journalArticle', 'article-journal': 'journalArticle', 'book-chapter': 'bookSection', chapter: 'bookSection', 'book-section': 'bookSection', 'book-part': 'bookSection', 'book-track': 'bookSection', 'reference-entry': 'encyclopediaArticle', book: 'book', monograph: 'book', 'edited-book': 'book', 'reference-book': 'book', 'book-set': 'book', 'book-series': 'book', proceedings: 'book',
  'proceedings-article': 'conferencePaper', 'paper-conference': 'conferencePaper', dissertation: 'thesis', thesis: 'thesis', 'posted-content': 'preprint', article: 'preprint', report: 'report', 'report-component': 'report', 'report-series': 'report', 'peer-review': 'report', dataset: 'dataset', database: 'dataset', standard: 'standard', software: 'computerProgram', 'journal-issue': 'journalArticle', journal: 'document', component: 'document', grant: 'document', other: 'document',
};
const ROLES: [key: string, role: string][] = [['author', 'author'], ['editor', 'editor'], ['translator', 'translator'], ['chair', 'contributor']];

function read(text: string): Reading {
  const { records, problems } = jsonRecords(text);
  const works = records.flatMap((record) => { const inner = record.at('message').exists ? record.at('message') : record; return inner.at('items').exists ? inner.at('items').list : [inner]; }).filter((work) => work.at('title').exists || work.at('author').exists || (work.at('DOI').exists && work.at('type').exists));
  return { drafts: works.map((work): Draft => draftOf(itemOf(work))), problems, leftOut: [], origin: {} };
}

const firstOf = (value: Json): string | undefined => value.list[0]?.text ?? value.text;

function itemOf(work: Json): ZoteroItem {
  const item = newItem(TYPES[work.at('type').text ?? ''] ?? 'document');
  const put = (field: string, value: string | undefined): void => { if (value && ITEM_TYPES[item.itemType]?.fields.has(field)) item.fields[field] ??= value; };
  const [title, sub] = [firstOf(work.at('title')), firstOf(work.at('subtitle'))].map(plain);
  put('title', title && sub && !title.includes(sub) ? `${title}: ${sub}` : title);
  put('date', ['published-print', 'issued', 'published', 'published-online', 'posted', 'created'].map((name) => dateOf(work.at(name))).find(Boolean));
  put('DOI', work.at('DOI').text);
  const inside = work.at('container-title').list.map((one) => plain(one.text));
  put('publicationTitle', inside[0] ?? plain(work.at('container-title').text) ?? plain(firstOf(work.at('institution.name'))));
  if (item.itemType === 'bookSection') put('series', inside[1]);
  if (item.itemType === 'book') put('series', inside[0]);
  put('journalAbbreviation', firstOf(work.at('short-container-title')));
  put('volume', work.at('volume').text);
  put('issue', work.at('issue').text ?? work.at('journal-issue.issue').text);
  put('pages', work.at('page').text ?? work.at('article-number').text);
  put('ISSN', firstOf(work.at('ISSN')));
  put('ISBN', firstOf(work.at('ISBN'))?.replace(/^https?:\/\/id\.crossref\.org\/isbn\//, ''));
  if (item.itemType !== 'journalArticle') { put('publisher', item.itemType === 'thesis' || item.itemType === 'preprint' ? work.at('institution').list[0]?.at('name').text ?? work.at('publisher').text : work.at('publisher').text); put('place', work.at('publisher-location').text); }
  put('conferenceName', work.at('event.name').text ?? work.at('event').text);
  put('eventPlace', work.at('event.location').text);
  put('edition', work.at('edition-number').text);
  put('language', work.at('language').text);
  put('rights', work.at('license').list[0]?.at('URL').text);
  put('abstractNote', plain(work.at('abstract').text)?.replace(/^abstract[\s:.]*/i, ''));
  const url = work.at('resource.primary.URL').text;
  if (url && !/doi\.org/.test(url)) put('url', url);
  item.tags = work.at('subject').list.flatMap((one) => one.text ?? []);
  item.creators = ROLES.flatMap(([key, role]) => work.at(key).list.flatMap((one) => creatorOf(one, role, item)));
  return item;
}

/** `[2012, 1, 17]` as a date; the `null` of a date that is not known is none. */
function dateOf(date: Json): string | undefined {
  const parts = date.at('date-parts').list[0]?.list.map((part) => part.text) ?? [];
  return parts[0] ? parts.filter(Boolean).map((part, at) => (at === 0 ? part : part?.padStart(2, '0'))).join('-') : undefined;
}

/** Text out of JATS and HTML marks, paragraphs apart. */
function plain(text: string | undefined): string | undefined {
  if (text === undefined || !/[<&]/.test(text)) return text;
  const spaced = text.replace(/<\/(?:jats:)?(?:p|title|sec)>/g, '$&\n\n');
  return rawText(parseXml(`<text>${spaced.replace(/&(?!#?\w+;)/g, '&amp;')}</text>`).root).replace(/[ \t]+/g, ' ').replace(/(?:(?<!\s)\s+)?\n\s*\n\s*/g, '\n\n').trim();
}

function creatorOf(one: Json, role: string, item: ZoteroItem): Creator[] {
  const kinds = ITEM_TYPES[item.itemType]?.creators ?? [];
  const creatorType = role === 'author' ? kinds[0] ?? 'author' : kinds.includes(role) ? role : 'contributor';
  const [family, given, name] = [one.at('family').text, [one.at('given').text, one.at('suffix').text].filter(Boolean).join(', '), one.at('name').text ?? one.at('literal').text];
  if (family) return [{ lastName: family, ...(given ? { firstName: given } : {}), creatorType }];
  return name ?? given ? [{ name: name ?? given, creatorType }] : [];
}
