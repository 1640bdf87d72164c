import type { CslDate, CslItem } from '../../model/csl.ts';
import { parseNames, writeNames } from './names.ts';
import { texToText, textToTex } from './tex.ts';

type Type = CslItem['type'];

/** BibTeX and BibLaTeX entry types as CSL types (BibLaTeX manual, 2.1; CSL 1.0.2, Appendix III). */
export const TYPES: Record<string, Type> = {
  article: 'article-journal', book: 'book', mvbook: 'book', booklet: 'pamphlet', inbook: 'chapter', incollection: 'chapter', bookinbook: 'chapter', suppbook: 'chapter', inproceedings: 'paper-conference', conference: 'paper-conference',
  proceedings: 'book', mvproceedings: 'book', collection: 'book', mvcollection: 'book', manual: 'document', mastersthesis: 'thesis', phdthesis: 'thesis', thesis: 'thesis', techreport: 'report', report: 'report', unpublished: 'manuscript', misc: 'document',
  online: 'webpage', electronic: 'webpage', www: 'webpage', patent: 'patent', dataset: 'dataset', software: 'software', periodical: 'periodical', reference: 'book', inreference: 'entry-encyclopedia', standard: 'standard', legislation: 'legislation', jurisdiction: 'legal_case',
  movie: 'motion_picture', video: 'motion_picture', audio: 'song', artwork: 'graphic', image: 'graphic', letter: 'personal_communication', review: 'review', performance: 'performance', preprint: 'article',
};
export const TYPE_OUT: Partial<Record<Type, string>> = {
  'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article', article: 'misc', book: 'book', chapter: 'incollection', 'paper-conference': 'inproceedings', thesis: 'phdthesis', report: 'techreport', manuscript: 'unpublished',
  pamphlet: 'booklet', patent: 'patent', dataset: 'dataset', software: 'software', periodical: 'periodical', review: 'article', 'review-book': 'article', 'entry-encyclopedia': 'incollection', 'entry-dictionary': 'incollection', webpage: 'online', post: 'online', 'post-weblog': 'online', standard: 'standard',
};

const CONTAINER: Partial<Record<Type, string>> = { chapter: 'booktitle', 'paper-conference': 'booktitle', 'entry-encyclopedia': 'booktitle', 'entry-dictionary': 'booktitle' };

/** A field and the CSL variable it stands for, each way. Several fields may stand for one variable; `out` says when it is the one written. */
export interface Mapping { field: string; variable: keyof CslItem & string; read(value: string): unknown; write(item: CslItem): string | undefined }

const text = (field: string, variable: keyof CslItem & string, when: (type: Type) => boolean = () => true): Mapping => ({
  field, variable, read: texToText,
  write: (item) => { const value = item[variable]; return when(item.type) && (typeof value === 'string' || typeof value === 'number') && value !== '' ? textToTex(String(value)) : undefined; },
});
/** Words with a capital inside are guarded against styles that set titles in small letters (BibTeXing, 3.4). */
const guardCapitals = (tex: string): string => tex.replace(/(\$[^$]*\$|\\[A-Za-z]+|\\.)|([\p{L}\p{N}]+)/gu, (whole, _skipped, word?: string) => (word && /.\p{Lu}/u.test(word) ? `{${word}}` : whole));
const title: Mapping = { field: 'title', variable: 'title', read: texToText, write: (item) => (item.title ? guardCapitals(textToTex(item.title)) : undefined) };
const verbatim = (field: string, variable: keyof CslItem & string, when: (item: CslItem) => boolean = () => true): Mapping => ({
  field, variable, read: (value) => value.replace(/\\([%&#_~])/g, '$1').replace(/^\\url\{(.*)\}$/, '$1').replace(/[{}]/g, '').trim(),
  write: (item) => { const value = item[variable]; return when(item) && typeof value === 'string' && value !== '' ? value.replace(/[{}%]/g, (sign) => encodeURIComponent(sign)) : undefined; },
});
const names = (field: string, variable: 'author' | 'editor' | 'translator' | 'container-author' | 'collection-editor', written = true): Mapping => ({
  field, variable, read: parseNames, write: (item) => { const all = item[variable]; return written && all && all.length > 0 ? writeNames(all) : undefined; },
});
const alias = (mapping: Mapping): Mapping => ({ ...mapping, write: () => undefined });

const isThesis = (type: Type): boolean => type === 'thesis';
const isReport = (type: Type): boolean => type === 'report' || type === 'manuscript';
const container = (type: Type): string => CONTAINER[type] ?? 'journal';

/** In the order in which fields are written. */
export const MAPPINGS: Mapping[] = [
  names('author', 'author'), names('editor', 'editor'), names('translator', 'translator'), names('bookauthor', 'container-author'),
  title, text('shorttitle', 'title-short'), text('journal', 'container-title', (type) => container(type) === 'journal'), alias(text('journaltitle', 'container-title')), text('booktitle', 'container-title', (type) => container(type) === 'booktitle'),
  text('shortjournal', 'container-title-short'), text('series', 'collection-title'), text('volume', 'volume'),
  text('number', 'issue'), alias(text('issue', 'issue')), text('edition', 'edition'),
  { field: 'pages', variable: 'page', read: (value) => texToText(value).replace(/\s*[–—-]+\s*/g, '-').replace(/\+$/, ''), write: ({ page }) => (page === undefined || page === '' ? undefined : textToTex(String(page)).replace(/(?<=\d|[A-Za-z])-(?=\d|[A-Za-z])/g, '--')) },
  text('publisher', 'publisher', (type) => !isThesis(type) && !isReport(type)), text('school', 'publisher', isThesis), text('institution', 'publisher', isReport), alias(text('organization', 'publisher')),
  text('address', 'publisher-place'), alias(text('location', 'publisher-place')), text('eventtitle', 'event-title'), text('type', 'genre'), text('language', 'language'), alias(text('langid', 'language')), text('version', 'version'),
  verbatim('doi', 'DOI'), verbatim('isbn', 'ISBN'), verbatim('issn', 'ISSN'), verbatim('pmid', 'PMID'), verbatim('pmcid', 'PMCID'), verbatim('url', 'URL'),
  { field: 'urldate', variable: 'accessed', read: (value) => edtf(texToText(value)), write: ({ accessed }) => writeDay(accessed) }, { field: 'origdate', variable: 'original-date', read: (value) => edtf(texToText(value)), write: (item) => writeDay(item['original-date']) }, { field: 'eventdate', variable: 'event-date', read: (value) => edtf(texToText(value)), write: (item) => writeDay(item['event-date']) },
  text('note', 'note'), text('abstract', 'abstract'),
];

/** BibLaTeX's subtitles, the fields they complete, and the variable both stand for. */
export const SUBTITLES = {
  subtitle: { of: ['title'], variable: 'title' }, booksubtitle: { of: ['booktitle'], variable: 'container-title' }, journalsubtitle: { of: ['journaltitle', 'journal'], variable: 'container-title' },
} as const;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `year`, `month`, `day` or BibLaTeX's `date` (EDTF level 0 and 1, as far as CSL can hold it) as a CSL date. */
export function parseDate(fields: Map<string, string>): CslDate | undefined {
  const date = fields.get('date');
  if (date !== undefined) return edtf(texToText(date));
  const year = texToText(fields.get('year') ?? '');
  if (!year) return undefined;
  if (!/^-?\d{1,4}$/.test(year)) return { literal: [texToText(fields.get('month') ?? ''), year].filter(Boolean).join(' ') };
  const named = texToText(fields.get('month') ?? '');
  const month = MONTHS.indexOf(named.slice(0, 3).toLowerCase()) + 1 || Number(/^\d{1,2}$/.exec(named)?.[0] ?? 0);
  const day = Number(/\d{1,2}/.exec(fields.get('day') ?? (month && !/^\d+$/.test(named) ? named : ''))?.[0] ?? 0);
  return { 'date-parts': [[Number(year), ...(month ? [month, ...(day ? [day] : [])] : [])]] };
}

function edtf(date: string): CslDate {
  const ends = date.split('/').map((end) => /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%])?$/.exec(end));
  if (!ends[0] || (ends.length > 1 && !ends[1] && !/\/(?:\.\.)?$/.test(date))) return { literal: date };
  const season = Number(ends[0][2]) - 20;
  if (season >= 1 && season <= 4 && ends.length === 1) return { 'date-parts': [[Number(ends[0][1])]], season, ...(ends[0][4] ? { circa: true } : {}) };
  if (ends.some((end) => end && Number(end[2] ?? 1) > 12)) return { literal: date };
  const parts = ends.flatMap((end) => (end ? [end.slice(1, 4).filter(Boolean).map(Number)] : []));
  return { 'date-parts': parts, ...(ends[0][4] ? { circa: true } : {}) };
}

/** The year and month (or BibLaTeX date for a range) that a date is written as. */
export function writeDate(date: CslDate | undefined): Record<string, string> {
  const [from, to] = date?.['date-parts'] ?? [];
  if (!from || from.length === 0) return date?.literal ? { year: textToTex(date.literal) } : {};
  const iso = (parts: (string | number)[]): string => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  if ((to && to.length > 0) || date?.circa) return { date: [from, to].flatMap((parts) => (parts && parts.length > 0 ? [iso(parts)] : [])).join('/') + (date?.circa ? '~' : '') };
  const [year, month, day] = from;
  if (date?.season !== undefined && /^[1-4]$/.test(String(date.season)) && !month) return { date: `${iso([year ?? ''])}-2${date.season}` };
  return { year: String(year), ...(month ? { month: MONTHS[Number(month) - 1] ?? String(month) } : {}), ...(day ? { day: String(day) } : {}) };
}

/** A date as BibLaTeX's date fields hold it, ranges with a slash; undefined when only words are known. */
function writeDay(date: CslDate | undefined): string | undefined {
  const parts = (date?.['date-parts'] ?? []).filter((each) => each.length > 0);
  return parts.length === 0 ? undefined : parts.map((each) => each.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')).join('/');
}
