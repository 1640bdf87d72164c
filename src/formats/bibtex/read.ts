import type { CslItem } from '../../model/csl.ts';
import type { Draft, Problem, Reading } from '../format.ts';
import { linksIn } from '../listed-page/links.ts';
import { edtf, parseDate, reprint } from './dates.ts';
import { MAPPINGS, SUBTITLES, verbatimText, type Reader } from './fields.ts';
import { filesOf } from './files.ts';
import { groupTree, inGroups } from './groups.ts';
import { inherited } from './inherit.ts';
import { Keeping } from './keep.ts';
import { splitAt } from './names.ts';
import { BibReader, type BibEntry, type BibFile } from './parse.ts';
import { SAME, standing, TEXT } from './stood.ts';
import { macrosOf, type Macros } from './tex/macros.ts';
import { spaced, texToText } from './tex/read-tex.ts';
import { longTex } from './tex/write-tex.ts';
import { GENRES, TYPES, typeOf } from './types.ts';

const BY_FIELD = new Map(MAPPINGS.map((mapping) => [mapping.field, mapping]));
const SUBTITLE_FIELDS = Object.keys(SUBTITLES);
export const DATE_FIELDS = ['date', 'year', 'month', 'day'];
/** Fields in which people write about a paper. */
export const NOTE_FIELDS = ['annote', 'annotation', 'comment', 'review'];
/** Where programs keep keywords; BibDesk has headings of MeSH besides. */
export const TAG_FIELDS = ['keywords', 'keyword', 'tags'];
/** Files as JabRef, Zotero, Mendeley, Qiqqa and BibDesk name the field. */
const FILE_FIELD = /^(?:file(?:s|name|-\d+)?|pdf|local-zo-url-\d+)$/;
/** Entries that are no papers but say something about others. */
const ASIDE = new Set(['xdata', 'set']);
/** An abstract this long that is written again as it was read, but for line breaks, is kept once, as the variable. */
const LONG = 120;

/** Reads BibTeX or BibLaTeX. What is broken is reported with its line and text; all the rest comes in. */
export function readBibtex(text: string): Reading {
  const steps = readBibtexSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Entries between two steps. */
const STEP = 50;
/** The share of the time that finding entries takes; the rest goes into their fields. */
const FINDING = 0.2;

/** The same in steps; see Format. */
export function* readBibtexSteps(source: string): Generator<number, Reading> {
  const text = source.replace(/^\ufeff/, '');
  const reader = new BibReader(text);
  for (let count = 1; reader.next(); count++) if (count % (STEP * 10) === 0) yield FINDING * reader.share;
  const file = reader.out;
  const byKey = new Map<string, BibEntry>();
  for (const entry of file.entries) if (!byKey.has(entry.key.toLowerCase())) byKey.set(entry.key.toLowerCase(), entry);
  for (const entry of file.entries) for (const alias of aliasesOf(entry)) if (!byKey.has(alias)) byKey.set(alias, entry);
  const macros = macrosOf(file.blocks.filter(({ kind }) => kind === 'preamble').map(({ content }) => content));
  const groups = groupTree(file.blocks.filter(({ kind }) => kind === 'comment').map(({ content }) => content));
  const keeping = new Keeping(file, text, macros);
  const xdata = file.entries.some(({ type }) => type === 'xdata');
  const problems = [...file.problems, ...repeatedKeys(file)];
  const drafts: Draft[] = [];
  for (const [index, entry] of file.entries.entries()) {
    if (!ASIDE.has(entry.type)) drafts.push(inGroups(draftOf(entry, { byKey, macros, keeping, xdata, problems }), groups));
    if (index % STEP === STEP - 1) yield FINDING + (1 - FINDING) * (index / file.entries.length);
  }
  return { drafts, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), leftOut: leftOut(file, drafts.length > 0), origin: {} };
}

/** Other keys that an entry is called by: BibLaTeX's `ids`. */
const aliasesOf = ({ fields }: BibEntry): readonly string[] => (fields.some(({ name }) => name === 'ids') ? fields : []).flatMap(({ name, value }) => (name === 'ids' ? value.split(',').map((one) => one.trim().toLowerCase()).filter(Boolean) : []));

/** Keys that several entries have: all come in, the later ones under another key. */
function repeatedKeys(file: BibFile): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { key, line, type } of file.entries) {
    if (key === '' || ASIDE.has(type)) continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else problems.push({ severity: 'note', message: `The key ${key} is that of the entry in line ${before} too; this one gets another.`, line, entry: key });
  }
  return problems;
}

/** Comments go along with the paper they stand before; in a file without papers they are all there is. */
function leftOut(file: BibFile, kept: boolean): Reading['leftOut'] {
  return kept ? [] : file.blocks.filter(({ kind, content }) => kind === 'comment' && !/^\s*jabref-(?:meta|entrytype)/i.test(content)).map(({ content, line }) => ({ text: content.trim().slice(0, 200), line, reason: 'a comment' }));
}

/** What an entry is read with: the others of its file. */
interface Around { byKey: ReadonlyMap<string, BibEntry>; macros: Macros | undefined; keeping: Keeping; xdata: boolean; problems: Problem[] }

function draftOf(entry: BibEntry, { byKey, macros, keeping, xdata, problems }: Around): Draft {
  const own = ownFields(entry, problems);
  const fields = inherited(entry, own, byKey, xdata);
  const reader: Reader = { type: typeOf(entry.type, fields), fields, macros };
  const item: CslItem = { type: reader.type };
  const verbatim: Record<string, string> = Object.fromEntries(own);
  const stood: Record<string, string> = {};
  const divided = SUBTITLE_FIELDS.some((field) => fields.has(field));
  for (const [field, value] of fields) {
    const mapping = BY_FIELD.get(field);
    if (!mapping || value === '') continue;
    const variable = mapping.variable(reader);
    if (item[variable] !== undefined) continue;
    const read = mapping.read(divided ? completed(field, value, fields) : value, reader);
    if (read === undefined || read === '') continue;
    item[variable] = read;
    if (typeof read === 'string' && read.length >= LONG && (field === 'abstract' || field === 'note') && own.has(field) && longTex(read) === (read === value ? value : spaced(value, true))) { verbatim[field] = ''; stood[field] = SAME; }
    else stood[field] = read === value && own.has(field) ? TEXT : standing(read);
  }
  if (divided) for (const [subtitle, { variable }] of Object.entries(SUBTITLES)) if (own.has(subtitle) && item[variable] !== undefined) stood[subtitle] = standing(item[variable]);
  // A short title that is the title says nothing; it is written again, but styles need not choose.
  if (item['title-short'] !== undefined && bareTitle(item['title-short']) === bareTitle(item.title ?? '')) { delete item['title-short']; delete stood['shorttitle']; }
  // A whole volume names itself as what its parts, which refer to it, are in.
  if (item.type === 'book' && item['container-title'] !== undefined && bareTitle(item['container-title']) === bareTitle(item.title ?? '')) { delete item['container-title']; delete stood['booktitle']; }
  dated(item, fields, own, stood);
  eprint(item, fields);
  if (item.URL === undefined) howPublished(item, fields);
  if (item.genre === undefined && GENRES[entry.type] !== undefined) item.genre = GENRES[entry.type];
  return whole(entry, own, item, { fields: Object.assign(verbatim, keeping.of(entry)), stood }, macros);
}

const bareTitle = (title: string): string => title.replace(/<[^>]*>|\s+/g, '');

/** An entry's fields by name. Of several of one name the first counts, as for BibTeX; the others are kept under names of their own, files and keywords are joined. */
function ownFields(entry: BibEntry, problems: Problem[]): Map<string, string> {
  const own = new Map<string, string>();
  for (const { name, value } of entry.fields) {
    const before = own.get(name);
    if (before === undefined) own.set(name, value);
    else if (name === 'file' || name === 'keywords') own.set(name, `${before}${name === 'file' ? ';' : ', '}${value}`);
    else if (before !== value) {
      let place = 1;
      while (place < 50 && own.has(`${name}+duplicate-${place}`)) place++;
      own.set(`${name}+duplicate-${place}`, value);
      if (before.trim() !== '' && value.trim() !== '') problems.push({ severity: 'warning', message: `The field ${name} stands there twice with different values; the first counts, the other is kept.`, line: entry.line, entry: entry.key });
    }
  }
  return own;
}

/** BibLaTeX keeps a subtitle apart; CSL has it in the title. */
function completed(field: string, value: string, fields: ReadonlyMap<string, string>): string {
  for (const [subtitle, { of }] of Object.entries(SUBTITLES)) {
    const second = of.includes(field) && of.find((one) => fields.has(one)) === field ? fields.get(subtitle) : undefined;
    if (second) return `${value.trimEnd()}${/[:.?!]\s*\}?$/.test(value) ? ' ' : ': '}${second}`;
  }
  return value;
}

function dated(item: CslItem, fields: ReadonlyMap<string, string>, own: ReadonlyMap<string, string>, stood: Record<string, string>): void {
  const issued = parseDate(fields);
  if (!issued) return;
  item.issued = issued;
  const stands = standing(issued);
  for (const field of DATE_FIELDS) if (fields.has(field)) stood[field] = stands;
  if (own.has('date') && !own.has('year')) delete stood['year'];
  const { original } = reprint(fields.get('year') ?? '');
  if (original !== undefined) item['original-date'] ??= edtf(original);
}

const ARXIV = /^(?:arxiv:\s*)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?:\s*\[[^\]]*\])?$/i;

/** arXiv's and PubMed's numbers, as arXiv says to write them. */
function eprint(item: CslItem, fields: ReadonlyMap<string, string>): void {
  const given = verbatimText(fields.get('eprint') ?? '') || (/arxiv:\s*([\w./-]+)/i.exec(fields.get('slaccitation') ?? '')?.[1] ?? '');
  const kind = (fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '').trim().toLowerCase();
  if (given === '') return;
  if (kind === 'pubmed') item.PMID ??= given;
  const id = kind === '' || kind === 'arxiv' ? ARXIV.exec(given)?.[1] : undefined;
  if (id === undefined && kind === 'arxiv') item.number ??= `arXiv:${given.replace(/^arxiv:\s*/i, '')}`;
  if (id === undefined) return;
  item.URL ??= `https://arxiv.org/abs/${id}`;
  item.number ??= `arXiv:${id}`;
}

/** An address where a work was "published" is its address, and so is the first that BibDesk keeps. */
function howPublished(item: CslItem, fields: ReadonlyMap<string, string>): void {
  const published = fields.get('howpublished') ?? fields.get('bdsk-url-1') ?? '';
  const address = verbatimText(/^\s*\{?\\href\s*\{([^{}]*)\}/.exec(published)?.[1] ?? published);
  if (/^https?:\/\/\S+$/.test(address)) item.URL = address;
}

function whole(entry: BibEntry, own: ReadonlyMap<string, string>, item: CslItem, kept: { fields: Record<string, string>; stood: Record<string, string> }, macros: Macros | undefined): Draft {
  const words = TAG_FIELDS.find((field) => own.has(field)) ?? 'keywords';
  const headings = own.get('mesh');
  const tags = [...new Set([...wordsOf(own.get(words) ?? '', macros), ...(headings === undefined ? [] : headings.split(';').map((heading) => texToText(heading, { macros })).filter(Boolean))])];
  if (tags.length > 0) kept.stood[words] = standing(tags);
  const groups = own.get('groups') ?? '';
  const collections = groups === '' ? [] : groups.split(/(?:(?<!\s)\s+)?(?<!\\),\s*/).map((name) => name.replace(/\\([,\\])/g, '$1').trim()).filter(Boolean).map((group) => [group]);
  const files = [...own.keys()].filter((field) => FILE_FIELD.test(field)).flatMap((field) => filesOf(own.get(field) ?? '')).filter(({ path }, at, all) => all.findIndex((one) => one.path === path) === at);
  if (files.length > 0) kept.stood['file'] = standing(files.map(({ path }) => path));
  const notes = NOTE_FIELDS.filter((field) => own.has(field)).flatMap((field) => { const text = texToText(own.get(field) ?? '', { macros, paragraphs: true }); if (text !== '') kept.stood[field] = standing(text); return text === '' ? [] : [text]; });
  return {
    item, tags, links: linksIn(item.abstract ?? ''), verbatim: { format: 'bibtex', type: entry.type, key: entry.key, ...kept },
    ...readingOf(own), ...(entry.key === '' ? {} : { citationKey: entry.key }), ...(collections.length > 0 ? { collections } : {}), ...(files.length > 0 ? { files } : {}), ...(notes.length > 0 ? { notes } : {}), line: entry.line,
    ...doubtful(entry, item),
  };
}

/** What an entry says that cannot be meant so. */
function doubtful({ type }: BibEntry, item: CslItem): Pick<Draft, 'doubts'> {
  const doubts: Record<string, string> = {};
  if (TYPES[type] === undefined) doubts['type'] = `BibTeX has no type “${type}”.`;
  const date = item.issued?.literal;
  if (date !== undefined && /\d/.test(date) && !/(?<!\d)\d{4}(?!\d)/.test(date)) doubts['issued'] = `“${date}” is no date.`;
  for (const role of ['author', 'editor'] as const) {
    const crowd = item[role]?.find(({ suffix, given }) => suffix !== undefined && given?.includes(','));
    if (crowd) doubts[role] = `“${[crowd.family, crowd.suffix, crowd.given].join(', ')}” may be several people: BibTeX parts them by “and”.`;
  }
  return Object.keys(doubts).length > 0 ? { doubts } : {};
}

/** How far it was read, and its stars, as JabRef keeps them. */
function readingOf(own: ReadonlyMap<string, string>): Pick<Draft, 'status' | 'rating'> {
  const status = ({ read: 'read', skimmed: 'reading' } as const)[own.get('readstatus')?.trim() ?? ''];
  const stars = /^rank([1-5])$/.exec(own.get('ranking')?.trim() ?? '')?.[1];
  return { ...(status ? { status } : {}), ...(stars === undefined ? {} : { rating: Number(stars) }) };
}

/** Keywords, which commas or semicolons part, each once. */
export function wordsOf(value: string, macros?: Macros): string[] {
  if (value.trim() === '') return [];
  const parts = /;/.test(value) && !/,/.test(value) ? value.split(';') : splitAt(value, ',;');
  return [...new Set(parts.map((part) => texToText(part, { macros })).filter(Boolean))];
}
