import type { CslDate, CslName } from '../../../model/csl.ts';
import { edtf, writeEdtf } from '../dates.ts';
import { bareDoi, ranges, said, type Entry } from './entry.ts';
import { issuedOf } from './issued.ts';
import { thesisKind } from './kinds.ts';
import { patentOf } from './patent.ts';

const IN_BOOKS = new Set(['incollection', 'chapter', 'inproceedings', 'inreference', 'movie', 'video', 'inbook']);

/** The fields of BibLaTeX. */
export function modernFields(entry: Entry): void {
  const { item, itemType, creators } = entry.source;
  if (entry.type === 'incollection' && creators.some(({ creatorType }) => creatorType === 'bookAuthor')) entry.type = 'inbook';
  if (entry.type === 'book' && item['number-of-volumes'] !== undefined) entry.type = 'mvbook';
  if (entry.type === 'report' && /manual/i.test(said(item.genre) ?? '')) entry.type = 'manual';
  entry.text('pubstate', item.status ?? (itemType === 'preprint' ? 'prepublished' : undefined));
  places(entry);
  for (const [field, variable] of PLAIN) entry.text(field, item[variable]);
  if (item['title-short'] !== item.title) entry.text('shorttitle', item['title-short']);
  entry.text('edition', said(item.edition)?.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1'));
  entry.text('abstract', said(item.abstract)?.replace(/\n+/g, ' '));
  addresses(entry);
  numbers(entry);
  container(entry);
  publisher(entry);
  kinds(entry);
  dates(entry);
  entry.tex('pages', ranges(item.page));
  entry.text('volume', ranges(item.volume));
  people(entry);
  volumeTitle(entry);
}

const PLAIN: readonly (readonly [string, string])[] = [['title', 'title'], ['isbn', 'ISBN'], ['issn', 'ISSN'], ['volumes', 'number-of-volumes'], ['version', 'version'], ['eventtitle', 'event-title'], ['pagetotal', 'number-of-pages'], ['series', 'collection-title'], ['origlocation', 'original-publisher-place'], ['origpublisher', 'original-publisher'], ['origtitle', 'original-title'], ['mrnumber', 'MR'], ['zmnumber', 'Zbl'], ['lccn', 'LCCN'], ['pmcid', 'PMCID']];

function places(entry: Entry): void {
  const { item, itemType } = entry.source;
  if (entry.type === 'patent') { if (!patentOf(item).region) entry.text('location', item.jurisdiction); return; }
  entry.text(entry.type === 'unpublished' && itemType === 'presentation' ? 'venue' : 'location', item['publisher-place']);
  entry.text('venue', item['event-place']);
}

function addresses(entry: Entry): void {
  const { item } = entry.source;
  entry.tex('url', said(item.URL));
  if (entry.source.links !== 'url' || !entry.has('url')) entry.tex('doi', bareDoi(item.DOI));
  if (item.URL !== undefined && item.accessed !== undefined) entry.tex('urldate', writeEdtf(item.accessed) ?? said(item.accessed.literal));
}

/** What could be sorted as a number: digits, a letter with digits, Roman numerals, two of them. */
const NUMBERISH = /^(?:[A-Za-z]?\d+(?:\.\d+)?|[MDCLXVI]+|[A-Za-z])$/;
function numbers(entry: Entry): void {
  const { item } = entry.source;
  if (entry.type === 'patent') return entry.text('number', patentOf(item).number);
  entry.text('number', ranges(item['collection-number']));
  const issue = said(item.issue);
  const counted = issue !== undefined && issue.trim().split(/(?:(?<!\s)\s+)?-+|–|,|\/\s*/).every((part) => NUMBERISH.test(part)) && issue.split(/(?:(?<!\s)\s+)?-+|–|,|\/\s*/).length <= 2;
  entry.text(entry.has('number') || !counted ? 'issue' : 'number', ranges(issue));
  const number = said(item.number);
  if (number === undefined || (entry.has('eprint') && /arxiv|^\d{4}\.\d{4,5}/i.test(number))) return;
  entry.text(entry.type === 'article' || entry.has('number') ? 'eid' : 'number', ranges(number));
}

function container(entry: Entry): void {
  const { item } = entry.source;
  const [full, short] = [said(item['container-title']), said(item['container-title-short'])];
  if (IN_BOOKS.has(entry.type)) return entry.text('booktitle', full);
  if (entry.type === 'online') return entry.text('organization', full);
  if (entry.type === 'article' && entry.fields.get('eprinttype') === 'arXiv' && (full === undefined || /^arxiv:/i.test(full))) { entry.type = 'unpublished'; return; }
  if (entry.type !== 'article') { if (full !== item.title) entry.text('journaltitle', full); return; }
  entry.text('journaltitle', full ?? short);
  if (entry.fields.get('entrysubtype') === 'newspaper') entry.text('journalsubtitle', item.section);
  else if (full !== undefined) entry.text('shortjournal', short);
}

function publisher(entry: Entry): void {
  const { item, itemType } = entry.source;
  if (entry.type === 'jurisdiction') return entry.text('institution', item.authority);
  if (entry.type === 'report' || entry.type === 'thesis') entry.list('institution', item.publisher);
  else if (entry.type === 'software' || entry.type === 'misc') entry.text('organization', item.publisher);
  else if (itemType !== 'preprint') entry.list('publisher', item.publisher);
}

function kinds(entry: Entry): void {
  const { item, itemType } = entry.source;
  const genre = itemType === 'computerProgram' ? undefined : said(item.genre);
  if (entry.type === 'letter') entry.text('type', genre ?? (itemType === 'email' ? 'E-mail' : 'Letter'));
  else if (entry.type === 'thesis') entry.text('type', thesisKind(genre) ?? genre);
  else if (entry.type === 'patent') entry.text('type', patentOf(item).type);
  else if (entry.type === 'dataset') entry.text('type', genre ?? item['medium']);
  else entry.text(entry.type === 'unpublished' && itemType !== 'presentation' ? 'howpublished' : 'type', genre);
}

/** A date with its hour, or one in EDTF that says more than CSL can: it goes out as it was written. */
const WRITTEN = /^(?:\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-][\d:]+)?|(?=.*[~?%/])-?\d{4}(?:-\d{2}){0,2}[~?%]?(?:\/(?:-?\d{4}(?:-\d{2}){0,2}[~?%]?)?)?)$/;
function dates(entry: Entry): void {
  const { item, fields, preferences: { biblatexExtendedDateFormat: extended } } = entry.source;
  const { issued, original } = issuedOf(entry);
  const written = (date: CslDate | undefined): string | undefined => (extended ? writeEdtf(date) : writeEdtf(date)?.replace(/[~?%]/g, ''));
  const asWritten = (text: string): string | undefined => (extended && WRITTEN.test(text) && edtf(text).literal === undefined ? text : undefined);
  const date = asWritten(fields['date'] ?? '');
  if (date !== undefined) entry.tex('date', date);
  else if (written(issued) !== undefined) entry.tex('date', written(issued));
  else if (/^n\.?\s?d\.?$/i.test(issued?.literal ?? '')) entry.tex('year', '\\bibstring{nodate}');
  else entry.text('year', issued?.literal);
  entry.tex('origdate', asWritten(fields['originalDate'] ?? /^original[- ]date:[ \t]*(.*)$/im.exec(fields['extra'] ?? '')?.[1]?.trim() ?? '') ?? written(original) ?? said(original?.literal));
  entry.tex('eventdate', written(item['event-date']) ?? said(item['event-date']?.literal));
}

/** BibLaTeX’s fields for people by what they did; three more editors and three other names with a word for their part. */
const FIELDS: Readonly<Record<string, string>> = { author: 'author', inventor: 'author', interviewer: 'author', programmer: 'author', artist: 'author', podcaster: 'author', presenter: 'author', bookAuthor: 'bookauthor', commenter: 'commentator', editor: 'editor', assignee: 'holder', translator: 'translator' };

function people(entry: Entry): void {
  const { creators } = entry.source;
  const film = entry.type === 'video' || entry.type === 'movie';
  const groups = new Map<string, CslName[]>();
  const kinds = new Map<string, string>(film ? [['editor', 'director']] : []);
  const place = (base: 'editor' | 'name', kind: string): string => {
    const places = base === 'editor' ? ['editora', 'editorb', 'editorc'] : ['namea', 'nameb', 'namec'];
    const field = [...kinds].find(([name, other]) => other === kind && name.startsWith(base))?.[0] ?? places.find((name) => !kinds.has(name)) ?? `${base}c`;
    kinds.set(field, kind);
    return field;
  };
  const assignee = entry.source.fields['assignee'];
  if (assignee !== undefined && !creators.some(({ creatorType }) => creatorType === 'assignee')) groups.set('holder', [{ literal: assignee }]);
  for (const { creatorType, name } of creators) {
    if (creatorType === 'seriesEditor' && entry.source.package === 'apa') continue;
    const field = creatorType === 'director' ? (film ? 'editor' : 'author') : creatorType === 'contributor' ? (entry.source.package === 'apa' ? 'with' : film && entry.source.package === 'chicago' ? place('editor', 'none') : place('name', 'collaborator')) : FIELDS[creatorType] ?? (creatorType === 'seriesEditor' ? place('editor', 'redactor') : creatorType === 'scriptwriter' && film ? place('editor', 'scriptwriter') : place('name', 'collaborator'));
    groups.set(field, [...(groups.get(field) ?? []), name]);
  }
  for (const [field, names] of groups) {
    entry.people(field, names);
    if (kinds.has(field)) entry.text(`${field}type`, kinds.get(field));
  }
  if (entry.source.names === 'plain' && entry.source.preferences.biblatexUsePrefix && entry.source.preferences.parseParticles && [...groups.values()].some((names) => names.some((name) => name['non-dropping-particle'] !== undefined))) entry.tex('options', 'useprefix=true');
}

/** A volume with a title of its own: the whole work's is `maintitle`. */
function volumeTitle(entry: Entry): void {
  const volume = said(entry.source.item['volume-title']);
  const whole = entry.type === 'book' ? 'title' : 'booktitle';
  const name = entry.fields.get(whole);
  if (volume === undefined || name === undefined || !(entry.type === 'book' || IN_BOOKS.has(entry.type))) return;
  entry.fields.set('maintitle', name);
  entry.fields.set(whole, entry.escape(volume));
}
