import type { Draft, Format, Reading } from '../format.ts';
import { jsonRecords, type Json } from '../json.ts';
import { personOf } from '../person.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';

/** DataCite's JSON (schema 4), as doi.org and api.datacite.org give it. */
export const datacite: Format = { name: 'datacite-json', extensions: ['json'], recognise: (head) => (/^\s*[[{]/.test(head) && /"(?:resourceTypeGeneral|schemaVersion)"\s*:/.test(head) && /"titles"\s*:/.test(head) ? 0.97 : 0), read };

const GENERAL: Record<string, string> = {
  JournalArticle: 'journalArticle', BookChapter: 'bookSection', Book: 'book', ConferencePaper: 'conferencePaper', ConferenceProceeding: 'book', Dissertation: 'thesis', Preprint: 'preprint', Report: 'report', Software: 'computerProgram', ComputationalNotebook: 'computerProgram', Dataset: 'dataset', Audiovisual: 'videoRecording', Image: 'artwork', Sound: 'audioRecording', Standard: 'standard', PeerReview: 'report',
};
const CITEPROC: Record<string, string> = { 'article-journal': 'journalArticle', book: 'book', chapter: 'bookSection', 'paper-conference': 'conferencePaper', thesis: 'thesis', report: 'report', dataset: 'dataset', software: 'computerProgram', article: 'preprint', 'article-magazine': 'magazineArticle', 'article-newspaper': 'newspaperArticle', 'post-weblog': 'blogPost', webpage: 'webpage', graphic: 'artwork', song: 'audioRecording', motion_picture: 'videoRecording' };
const ROLES: Record<string, string> = { Editor: 'editor', Translator: 'translator', Producer: 'producer' };

function read(text: string): Reading {
  const { records, problems } = jsonRecords(text);
  const works = records.flatMap((record) => (record.at('data').list.length > 0 ? record.at('data').list : record.at('data').exists ? [record.at('data')] : [record])).map((work) => (work.at('attributes').exists ? work.at('attributes') : work));
  return { drafts: works.map((work): Draft => draftOf(itemOf(work))), problems, leftOut: [], origin: {} };
}

function itemOf(work: Json): ZoteroItem {
  const item = newItem(typeOf(work));
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const titles = work.at('titles').list;
  const main = titles.find((title) => !title.at('titleType').exists) ?? titles[0];
  put('title', [main, titles.find((title) => title.at('titleType').text === 'Subtitle')].map((title) => title?.at('title').text).filter(Boolean).join(': '));
  put('DOI', work.at('doi').text);
  put('url', work.at('url').text);
  put('language', work.at('language').text);
  put('date', work.at('dates').list.find((date) => date.at('dateType').text === 'Issued')?.at('date').text ?? work.at('publicationYear').text);
  put('rights', work.at('rightsList').list.map((right) => right.at('rights').text).filter(Boolean).join(', '));
  put('versionNumber', work.at('version').text);
  if (item.itemType !== 'journalArticle') put('publisher', work.at('publisher').text ?? work.at('publisher.name').text);
  if (item.itemType === 'dataset') put('medium', work.at('formats').list.map((one) => one.text).filter(Boolean).join(', '));
  container(work, item);
  if (item.itemType === 'bookSection') put('date', partOf(work)?.at('publicationYear').text ?? work.at('publicationYear').text ?? item.fields['date']);
  descriptions(work, item);
  item.tags = work.at('subjects').list.map((subject) => subject.at('subject').text ?? '').filter(Boolean);
  item.creators = [...work.at('creators').list.map((one) => person(one, 'author')), ...work.at('contributors').list.map((one) => person(one, ROLES[one.at('contributorType').text ?? ''] ?? 'contributor'))].filter((one, at, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);
  return item;
}

/** The kind in general where it says enough; else what a citation processor would be told. */
function typeOf(work: Json): string {
  const general = GENERAL[work.at('types.resourceTypeGeneral').text ?? ''];
  return general ?? CITEPROC[work.at('types.citeproc').text ?? ''] ?? 'document';
}

/** The journal or book that it appeared in, where the record describes it. */
const partOf = (work: Json): Json | undefined => work.at('relatedItems').list.find((one) => one.at('relationType').text === 'IsPublishedIn');

function container(work: Json, item: ZoteroItem): void {
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const [within, issue] = [work.at('container'), partOf(work)];
  const inside = ['journalArticle', 'bookSection', 'conferencePaper', 'magazineArticle', 'newspaperArticle', 'blogPost'].includes(item.itemType);
  if (inside) put('publicationTitle', issue?.at('titles').list[0]?.at('title').text ?? within.at('title').text);
  if (!inside) return;
  put('volume', issue?.at('volume').text ?? within.at('volume').text);
  put('issue', issue?.at('issue').text ?? within.at('issue').text);
  const size = work.at('sizes').list.map((one) => one.text).find((one) => one && /\d+.*pages?|^\d+[-–]\d+$/i.test(one));
  const [first, last] = [issue?.at('firstPage').text, issue?.at('lastPage').text];
  put('pages', size ?? (first ? [first, last].filter(Boolean).join('-') : undefined));
  const numbers = [...(issue ? [issue.at('relatedItemIdentifier')] : []), within, ...work.at('relatedIdentifiers').list];
  const number = (kind: string): string | undefined => numbers.filter((one) => (one.at('identifierType').text ?? one.at('relatedItemIdentifierType').text ?? one.at('relatedIdentifierType').text) === kind).map((one) => one.at('identifier').text ?? one.at('relatedItemIdentifier').text ?? one.at('relatedIdentifier').text).find(Boolean);
  put('ISSN', number('ISSN') ?? number('EISSN'));
  put('ISBN', number('ISBN'));
}

/** The abstract, and what else is described, as one note under headings. */
function descriptions(work: Json, item: ZoteroItem): void {
  const all = work.at('descriptions').list.flatMap((one) => { const text = one.at('description').text; return text ? [{ kind: one.at('descriptionType').text ?? 'Other', lang: one.at('lang').text, text }] : []; });
  const abstract = all.find(({ kind, lang }) => kind === 'Abstract' && lang === work.at('language').text) ?? all.find(({ kind }) => kind === 'Abstract');
  if (abstract) item.fields['abstractNote'] = abstract.text;
  const others = all.filter(({ kind }) => kind !== 'Abstract');
  if (others.length > 0) item.notes.push(others.map(({ kind, text }) => `## ${kind}\n${text}`).join('\n\n'));
}

function person(one: Json, creatorType: string): Creator {
  const [family, given, name = ''] = [one.at('familyName').text, one.at('givenName').text, one.at('name').text];
  if (family && one.at('nameType').text !== 'Organizational') return { lastName: family, ...(given ? { firstName: given } : {}), creatorType };
  return one.at('nameType').text === 'Personal' && name.includes(',') ? personOf(name, creatorType) : { name, creatorType };
}
