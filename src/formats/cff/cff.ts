import { stringify } from 'yaml';
import type { CslName } from '../../model/csl.ts';
import type { Draft, Format, Outgoing, Reading } from '../format.ts';
import { Json } from '../json.ts';
import { parseYaml } from '../yaml.ts';
import { isoOf } from '../zotero/dates.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';

/** Citation File Format 1.2 (CITATION.cff): the work itself, and its `references`. */
export const cff: Format = { name: 'cff', extensions: ['cff'], recognise: (head) => (/^cff-version:/m.test(head) ? 0.98 : 0), read, write };

const TYPES: Record<string, string> = { article: 'journalArticle', book: 'book', 'conference-paper': 'conferencePaper', proceedings: 'book', thesis: 'thesis', report: 'report', software: 'computerProgram', 'software-code': 'computerProgram', data: 'dataset', dataset: 'dataset', website: 'webpage', blog: 'blogPost', 'magazine-article': 'magazineArticle', 'newspaper-article': 'newspaperArticle', manual: 'report', map: 'map', patent: 'patent', standard: 'standard', unpublished: 'manuscript', generic: 'document', 'edited-work': 'book', pamphlet: 'document', video: 'videoRecording' };
const FIELDS: [cff: string, field: string][] = [['title', 'title'], ['abstract', 'abstractNote'], ['doi', 'DOI'], ['journal', 'publicationTitle'], ['volume', 'volume'], ['issue', 'issue'], ['version', 'versionNumber'], ['license', 'rights'], ['edition', 'edition'], ['isbn', 'ISBN'], ['issn', 'ISSN'], ['section', 'section'], ['abbreviation', 'journalAbbreviation']];

function read(text: string): Reading {
  try {
    const root = new Json(parseYaml(text));
    const works = [root, root.at('preferred-citation'), ...root.at('references').list].filter((work) => work.at('title').exists);
    return { drafts: works.map((work): Draft => draftOf(itemOf(work, work === root))), problems: [], leftOut: [], origin: {} };
  } catch (error) {
    return { drafts: [], problems: [{ severity: 'error', message: `This is not YAML: ${error instanceof Error ? error.message : String(error)}` }], leftOut: [], origin: {} };
  }
}

function itemOf(work: Json, root: boolean): ZoteroItem {
  const item = newItem(TYPES[work.at('type').text ?? (root ? 'software' : 'generic')] ?? 'document');
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  for (const [name, field] of FIELDS) put(field, work.at(name).text);
  const [year, month] = [work.at('year').text, work.at('month').text];
  put('date', work.at('date-released').text ?? work.at('date-published').text ?? (year && month ? `${year}-${month.padStart(2, '0')}` : year));
  const [start, end] = [work.at('start').text, work.at('end').text];
  put('pages', start && end ? `${start}-${end}` : start);
  put('publicationTitle', item.fields['publicationTitle'] ?? work.at('collection-title').text);
  put('publisher', work.at('publisher.name').text ?? work.at('institution.name').text);
  put('place', work.at('location.name').text);
  put('url', work.at('url').text ?? work.at('repository-code').text);
  item.creators = [...work.at('authors').list.map((one) => person(one, item.itemType === 'computerProgram' ? 'programmer' : 'author')), ...work.at('editors').list.map((one) => person(one, 'editor'))];
  item.tags = work.at('keywords').list.map((one) => one.text ?? '').filter(Boolean);
  return item;
}

function person(one: Json, creatorType: string): Creator {
  const family = [one.at('name-particle').text, one.at('family-names').text].filter(Boolean).join(' ');
  const given = [one.at('given-names').text, one.at('name-suffix').text].filter(Boolean).join(', ');
  return family || given ? { ...(family ? { lastName: family } : {}), ...(given ? { firstName: given } : {}), creatorType } : { name: one.at('name').text ?? one.at('alias').text ?? '', creatorType };
}

const OUT: Record<string, string> = { 'article-journal': 'article', book: 'book', chapter: 'generic', 'paper-conference': 'conference-paper', thesis: 'thesis', report: 'report', software: 'software', dataset: 'dataset', webpage: 'website', 'post-weblog': 'blog', 'article-magazine': 'magazine-article', 'article-newspaper': 'newspaper-article', map: 'map', patent: 'patent', standard: 'standard', manuscript: 'unpublished' };

/** One paper is the preferred citation; several are the references of a work that is to be named yet. */
function write(papers: Outgoing[]): { text: string; problems: string[] } {
  const works = papers.map(workOf);
  const head = { 'cff-version': '1.2.0', message: 'If you use this work, please cite it as below.' };
  const [first] = works;
  const body = works.length === 1 && first ? { ...head, title: first['title'], authors: first['authors'], 'preferred-citation': first } : { ...head, title: 'References', authors: [{ name: 'Sheaf' }], references: works };
  return { text: stringify(body, { lineWidth: 0 }), problems: [] };
}

function workOf({ item, tags }: Outgoing): Record<string, unknown> {
  const [start, end] = String(item.page ?? '').split(/[-–—]/);
  const [year, month] = item.issued?.['date-parts']?.[0] ?? [];
  const all = {
    type: OUT[item.type] ?? 'generic', title: item.title ?? '', authors: (item.author ?? []).map(named), editors: (item.editor ?? []).map(named), abstract: item.abstract, doi: item.DOI, [item.type === 'article-journal' ? 'journal' : 'collection-title']: item['container-title'], volume: item.volume, issue: item.issue, start, end,
    year: year === undefined ? undefined : Number(year), month: month === undefined || Number(month) > 12 ? undefined : Number(month), 'date-published': /^\d{4}-\d\d-\d\d$/.test(isoOf(item.issued) ?? '') ? isoOf(item.issued) : undefined, isbn: item.ISBN, issn: item.ISSN, url: item.URL, edition: item.edition, version: item.version,
    publisher: item.publisher ? { name: item.publisher } : undefined, keywords: tags,
  };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0 && name !== 'authors')));
}

const named = (name: CslName): Record<string, string> => (name.literal !== undefined ? { name: name.literal } : Object.fromEntries([['family-names', name.family], ['given-names', name.given], ['name-particle', name['non-dropping-particle']], ['name-suffix', name.suffix]].filter((pair): pair is [string, string] => pair[1] !== undefined)));
