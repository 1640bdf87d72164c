import type { CslItem, CslName } from '../../model/csl.ts';
import { dateText, edtf, writeEdtf } from './dates.ts';
import { langidOf, languageOf } from './languages.ts';
import { parseNames, writeNames } from './names.ts';
import { texToText, type TexOptions } from './tex/read-tex.ts';
import { longTex, textToTex } from './tex/write-tex.ts';
import { GENRE_KEYS, isIn, numberOf, type Type } from './types.ts';

/** What a field is read with: the type and the other fields of its entry. */
export interface Reader extends TexOptions { type: Type; fields: ReadonlyMap<string, string> }
/** The field a variable is written to in each dialect; '' where it has none. */
type Out = (item: CslItem) => readonly [bibtex: string, biblatex: string];

/** A field, the CSL variable it stands for (which may depend on the type), and what both hold. */
export interface Mapping { field: string; variable(reader: Pick<Reader, 'type' | 'fields'>): string; read(value: string, reader: Reader): unknown }
/** A variable and the field it goes to. */
export interface Outlet { variable: string; field: Out; write(item: CslItem): string | undefined }

const text = (field: string, variable: string, options: TexOptions = {}): Mapping => ({ field, variable: () => variable, read: (value, { macros }) => texToText(value, { ...options, macros }) });
const title = (field: string, variable: string): Mapping => text(field, variable, { title: true });
const long = (field: string, variable: string): Mapping => text(field, variable, { paragraphs: true });
const tongue = (field: string): Mapping => ({ field, variable: () => 'language', read: (value, { macros }) => languageOf(texToText(value, { macros })) });
const people = (field: string, variable: string): Mapping => ({ field, variable: () => variable, read: (value, { macros }) => { const all = parseNames(value, { macros }); return all.length > 0 ? all : undefined; } });
const day = (field: string, variable: string): Mapping => ({ field, variable: () => variable, read: (value) => edtf(dateText(value).replace(/^(?:last )?(?:accessed|checked|visited)(?: on)?:?\s*/i, '')) });
const asIs = (field: string, variable: string, tidy: (value: string) => string = (value) => value): Mapping => ({ field, variable: () => variable, read: (value) => tidy(verbatimText(value)) || undefined });

/** An address or identifier: LaTeX's escapes and braces are no part of it. */
export function verbatimText(value: string): string {
  if (!/[\\{}\s$]/.test(value)) return value;
  return value.replace(/\\(?:url|nolinkurl|path|href)\s*\{([^{}]*)\}/g, '$1').replace(/\$\\sim\$|\{?\\textasciitilde(?:\{\}|\s?)\}?|\\~\{\}|\{\\~\}/g, '~').replace(/\{?\\textunderscore(?:\{\})?\}?/g, '_').replace(/\\([%&#_~$^{}-])/g, '$1').replace(/[{}]/g, '').replace(/(?:(?<!\s)\s+)?\n\s*/g, '').trim();
}

/** What stands before a DOI that is given as an address. */
const RESOLVER = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i;

/** Editors by what BibLaTeX's `editortype` says they did. */
const ROLES: Readonly<Record<string, string>> = { editor: 'editor', compiler: 'compiler', founder: 'editor', continuator: 'editor', redactor: 'editor', reviser: 'editor', collaborator: 'contributor', organizer: 'organizer', director: 'director', translator: 'translator', producer: 'producer', curator: 'curator', illustrator: 'illustrator', scriptwriter: 'script-writer', screenwriter: 'script-writer' };
const role = (field: string, type: string): Mapping => ({ ...people(field, 'editor'), variable: ({ fields }) => ROLES[(fields.get(type) ?? 'editor').toLowerCase()] ?? 'editor' });

/** Editions are numbers to CSL, which writes them as its style and language say. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'];
function ordinal(text: string): string {
  const number = /^(\d+)(?:st|nd|rd|th)?\.?(?:\s+ed(?:ition|\.)?)?$/i.exec(text)?.[1];
  const place = ORDINALS.indexOf(text.toLowerCase().replace(/(?<!\s)\s+edition$/, ''));
  return number ?? (place >= 0 ? String(place + 1) : text);
}

/** How fields are read; of several for one variable the first that an entry has counts. */
export const MAPPINGS: readonly Mapping[] = [
  people('author', 'author'), role('editor', 'editortype'), role('editors', 'editortype'), role('editora', 'editoratype'), role('editorb', 'editorbtype'), role('editorc', 'editorctype'), people('translator', 'translator'), people('bookauthor', 'container-author'), people('annotator', 'contributor'), people('commentator', 'contributor'), people('collaborator', 'contributor'), people('scriptwriter', 'script-writer'), people('director', 'director'), people('illustrator', 'illustrator'), people('composer', 'composer'), people('serieseditor', 'collection-editor'),
  title('title', 'title'), title('shorttitle', 'title-short'), title('fjournal', 'container-title'), title('journal-full', 'container-title'), { ...title('journal', 'container-title'), variable: ({ fields }) => (fields.has('fjournal') || fields.has('journal-full') ? 'container-title-short' : 'container-title') }, title('journaltitle', 'container-title'), title('booktitle', 'container-title'), title('maintitle', 'volume-title'), text('shortjournal', 'container-title-short'), text('journal-iso', 'container-title-short'), title('series', 'collection-title'), title('collection', 'collection-title'), title('conference', 'event-title'), title('origtitle', 'original-title'), title('reviewedtitle', 'reviewed-title'),
  text('volume', 'volume'), text('volumes', 'number-of-volumes'), { ...text('number', 'issue'), variable: ({ type, fields }) => numberOf(type, fields.has('series')) }, text('issue', 'issue'), { ...text('edition', 'edition'), read: (value, { macros }) => ordinal(texToText(value, { macros })) }, text('chapter', 'chapter-number'), text('part', 'part-number'), text('pagetotal', 'number-of-pages'), text('numpages', 'number-of-pages'), text('eid', 'number'), text('article-number', 'number'), text('articleno', 'number'),
  { ...text('pages', 'page'), read: (value) => texToText(value).replace(/(?:(?<!\s)\s+)?[–—−‐‑-]+\s*/g, '-').replace(/\+$/, '') },
  text('publisher', 'publisher'), text('school', 'publisher'), text('institution', 'publisher'), text('organization', 'publisher'), text('origpublisher', 'original-publisher'), text('origlocation', 'original-publisher-place'),
  text('address', 'publisher-place'), { ...text('location', 'publisher-place'), variable: ({ type, fields }) => (type === 'paper-conference' && fields.has('address') ? 'event-place' : 'publisher-place') }, text('place', 'publisher-place'), text('venue', 'event-place'), title('eventtitle', 'event-title'),
  { ...text('type', 'genre'), read: (value, { macros }) => GENRE_KEYS[value.trim().toLowerCase()] ?? texToText(value, { macros }) }, tongue('langid'), tongue('language'), text('version', 'version'), text('pubstate', 'status'),
  asIs('doi', 'DOI', (value) => value.replace(RESOLVER, '')), asIs('isbn', 'ISBN'), asIs('issn', 'ISSN'), asIs('pmid', 'PMID'), asIs('pmcid', 'PMCID'), asIs('lccn', 'LCCN'), asIs('mrnumber', 'MR'), asIs('zmnumber', 'Zbl'), asIs('zblnumber', 'Zbl'), asIs('url', 'URL'), asIs('remote-url', 'URL'), text('license', 'license'), text('call-number', 'call-number'),
  day('urldate', 'accessed'), day('lastchecked', 'accessed'), day('origdate', 'original-date'), day('eventdate', 'event-date'), long('note', 'note'), long('notes', 'note'), long('abstract', 'abstract'),
];

/** BibLaTeX's subtitles, the fields they complete, and the variable both stand for. */
export const SUBTITLES: Readonly<Record<string, { of: readonly string[]; variable: string }>> = {
  subtitle: { of: ['title'], variable: 'title' }, booksubtitle: { of: ['booktitle'], variable: 'container-title' }, journalsubtitle: { of: ['journaltitle', 'journal'], variable: 'container-title' }, mainsubtitle: { of: ['maintitle'], variable: 'volume-title' },
};

const both = (name: string): Out => () => [name, name];
const isText = (value: unknown): value is string | number => (typeof value === 'string' && value !== '') || typeof value === 'number';
const put = (variable: string, field: Out | string, escape: (text: string) => string = textToTex): Outlet => ({ variable, field: typeof field === 'string' ? both(field) : field, write: (item) => { const value = item[variable]; return isText(value) ? escape(String(value)) : undefined; } });
type People = 'script-writer' | 'author' | 'editor' | 'translator' | 'container-author' | 'director' | 'illustrator' | 'composer' | 'collection-editor' | 'contributor';
const named = (variable: People, field: string): Outlet => ({ variable, field: both(field), write: (item) => { const all: CslName[] | undefined = item[variable]; return all && all.length > 0 ? writeNames(all) : undefined; } });
/** Words with a capital inside are guarded against styles that set titles in small letters (BibTeXing, 3.4). */
const guardCapitals = (tex: string): string => tex.replace(/(\{[^{}]*\}|\$[^$]*\$|\\[A-Za-z]+|\\.)|([\p{L}\p{N}]+)/gu, (whole, _skipped, word?: string) => (word && /.\p{Lu}/u.test(word) ? `{${word}}` : whole));
const guarded = (value: string): string => guardCapitals(textToTex(value));
/** An address with braces and per cents that BibTeX would stumble over. */
export const address = (value: string): string => value.replace(/[{}]/g, (sign) => encodeURIComponent(sign)).replace(/(?<!\\)%(?![0-9A-Fa-f]{2})/g, '\\%');
const dated = (variable: 'accessed' | 'original-date' | 'event-date', field: string): Outlet => ({ variable, field: both(field), write: (item) => writeEdtf(item[variable]) ?? (item[variable]?.literal === undefined ? undefined : textToTex(item[variable].literal)) });

/** How variables are written, in the order of the fields. */
export const OUTLETS: readonly Outlet[] = [
  named('author', 'author'), named('editor', 'editor'), named('translator', 'translator'), named('container-author', 'bookauthor'), named('director', 'director'), named('illustrator', 'illustrator'), named('composer', 'composer'), named('script-writer', 'scriptwriter'), named('collection-editor', 'serieseditor'), named('contributor', 'annotator'),
  put('title', 'title', guarded), put('title-short', 'shorttitle', guarded), put('container-title', ({ type }) => (isIn(type) || type === 'book' ? ['booktitle', 'booktitle'] : ['journal', 'journaltitle'])), put('volume-title', 'maintitle'), put('container-title-short', 'shortjournal'), put('collection-title', 'series'), put('original-title', 'origtitle'), put('reviewed-title', 'reviewedtitle'),
  put('volume', 'volume'), put('number-of-volumes', 'volumes'), put('issue', ({ type, ...item }) => (numberOf(type, item['collection-title'] !== undefined) === 'issue' ? ['number', 'number'] : ['issue', 'issue'])), put('collection-number', ({ type, ...item }) => (numberOf(type, item['collection-title'] !== undefined) === 'collection-number' ? ['number', 'number'] : ['collectionnumber', 'collectionnumber'])), put('edition', 'edition'), put('chapter-number', 'chapter'), put('part-number', 'part'),
  put('page', 'pages', (value) => textToTex(value).replace(/(?<=\d|[A-Za-z])-(?=\d|[A-Za-z])/g, '--')), put('number-of-pages', 'pagetotal'),
  put('publisher', ({ type }) => (type === 'thesis' ? ['school', 'institution'] : type === 'report' || type === 'manuscript' ? ['institution', 'institution'] : ['publisher', 'publisher'])), put('original-publisher', 'origpublisher'), put('original-publisher-place', 'origlocation'), put('publisher-place', () => ['address', 'location']), put('event-title', 'eventtitle'), put('event-place', 'venue'), put('genre', 'type'), put('language', ({ language }) => (langidOf(language ?? '') === undefined ? ['language', 'language'] : ['langid', 'langid']), (value) => langidOf(value) ?? textToTex(value)), put('version', 'version'), put('status', 'pubstate'),
  put('DOI', 'doi', (value) => address(value.replace(RESOLVER, ''))), put('ISBN', 'isbn', address), put('ISSN', 'issn', address), put('PMID', () => ['pmid', 'pmid'], address), put('PMCID', 'pmcid', address), put('LCCN', 'lccn', address), put('MR', 'mrnumber', address), put('Zbl', 'zblnumber', address), put('license', 'license'), put('call-number', 'call-number'), put('URL', 'url', address),
  dated('accessed', 'urldate'), dated('original-date', 'origdate'), dated('event-date', 'eventdate'), put('note', 'note', longTex), put('abstract', 'abstract', longTex),
];
