import { CSL_TYPES, CslDate, type CslItem, type CslName } from '../../model/csl.ts';
import { EDITABLE_VARIABLES, kindOf } from '../../model/variables.ts';
import { dateOf, isoOf } from './dates.ts';

/** A BibTeX field that a line of Extra gives; `raw` is LaTeX already, `only` the format it is for; without a value it takes the field away. */
export interface TexField { value: string; raw: boolean; only?: 'bibtex' | 'biblatex' }

/** What people write into Zotero's Extra: variables that a type has no field for, BibTeX fields, and remarks. */
export interface Extra { note: string; item: Partial<CslItem>; tex: Record<string, TexField>; citationKey?: string }

const LINE = /^((?:bib(?:la)?)?tex\.)?("[^"]+"|[^:={}"]{1,60}?(?:\+an:[^:="]+)?)\s*([:=])\s*(.*)$/i;
/** The form that Zotero had first: `{:variable: value}`. */
const braceless = (line: string): string => line.trim().replace(/^\{:(.*)\}$/, '$1').replace(/^"((?:bib(?:la)?)?tex\.)([^"]+)"/i, '$1$2');
const plainLabel = (label: string): string => label.trim().replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_ ]+/g, ' ').toLowerCase();

/** What a line may call a variable besides its own name in CSL: Zotero's fields and creators, and catalogues. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'publication title': 'container-title', place: 'publisher-place', date: 'issued', 'access date': 'accessed', 'conference name': 'event-title', 'meeting name': 'event-title', 'event name': 'event-title', event: 'event-title', series: 'collection-title', 'series title': 'collection-title', 'series number': 'collection-number',
  pages: 'page', 'number of pages': 'number-of-pages', 'num pages': 'number-of-pages', 'journal abbreviation': 'container-title-short', 'short title': 'title-short', 'book author': 'container-author', 'series editor': 'collection-editor', scriptwriter: 'script-writer', lccn: 'LCCN', mr: 'MR', zbl: 'Zbl', 'original place': 'original-publisher-place', 'original publisher place': 'original-publisher-place', 'call number': 'call-number', rights: 'license', 'version number': 'version', 'archive location': 'archive_location', library: 'source', 'library catalog': 'source',
};
/** Remarks and what a paper holds elsewhere are no variables of a line. */
const NEVER = new Set(['note', 'annote', 'keyword', 'references', 'citation-key']);
const VARIABLES = new Map([...EDITABLE_VARIABLES.filter((name) => !NEVER.has(name)).map((name): [string, string] => [plainLabel(name), name]), ...EDITABLE_VARIABLES.filter((name) => !NEVER.has(name)).map((name): [string, string] => [name.toLowerCase(), name]), ...Object.entries(OTHER_NAMES)]);
/** What Zotero's own reader of RIS leaves of an address it did not need. */
const PASSING = '_eprint';
/** Libraries of texts whose numbers BibLaTeX has a place for. */
const LIBRARIES: Readonly<Record<string, string>> = { arxiv: 'arxiv', 'ar xiv': 'arxiv', jstor: 'jstor', hdl: 'hdl', 'google books id': 'googlebooksid' };

/** Takes Extra apart, line by line: `DOI: …` and `original-date: …` as Zotero reads them, `tex.field: …` as Better BibTeX does; every other line is the note, and so is one that says something else than the item does. */
export function extraOf(text: string, beside: Readonly<Partial<CslItem>> = {}): Extra {
  const extra: Extra = { note: '', item: {}, tex: {} };
  extra.note = text.split('\n').filter((line) => !taken(line, extra, beside)).join('\n').trim();
  return extra;
}

/** The lines of Extra that are BibTeX fields: no variable holds them. */
export const texLines = (text: string): string[] => text.split('\n').filter((line) => LINE.exec(braceless(line))?.[1] !== undefined);

function taken(line: string, extra: Extra, beside: Readonly<Partial<CslItem>>): boolean {
  const [, tex, label = '', sign, value = ''] = LINE.exec(braceless(line)) ?? [];
  if (tex === undefined && sign === '=') return false;
  const only = /^(bib(?:la)?tex)\./i.exec(tex ?? '')?.[1]?.toLowerCase();
  if (tex !== undefined) return texField(label.replace(/^"|"$/g, '').toLowerCase(), { value, raw: sign === '=', ...(only === 'bibtex' || only === 'biblatex' ? { only } : {}) }, extra);
  if (value === '') return VARIABLES.has(plainLabel(label));
  if (label === PASSING) return true;
  const name = plainLabel(label);
  if (/^(?:citation key|bibtex)\*?$/.test(name)) extra.citationKey ??= value;
  else if (LIBRARIES[name] !== undefined) extra.tex[LIBRARIES[name]] = { value, raw: false };
  else if (name === 'citation key alias') extra.tex['ids'] = { value, raw: false };
  else if (name === 'type') return typed(value, extra);
  else return variable(VARIABLES.get(name), value, extra, beside);
  return true;
}

function texField(name: string, field: TexField, { tex }: Extra): boolean {
  if (/\s/.test(name)) return false;
  tex[name] = field;
  return true;
}

/** A type of CSL; any other word is a remark. */
function typed(value: string, { item }: Extra): boolean {
  const type = CSL_TYPES.find((one) => one === value.toLowerCase());
  if (type !== undefined) item.type = type;
  return type !== undefined;
}

function variable(name: string | undefined, value: string, { item }: Extra, beside: Readonly<Partial<CslItem>>): boolean {
  if (name === undefined) return false;
  const kind = kindOf(name);
  if (kind === 'names') item[name] = [...namesAt(item[name]), nameOf(value)];
  else if (kind === 'date') item[name] = dateOf(value);
  else if ((item[name] ?? beside[name]) === undefined) item[name] = value;
  else return (item[name] ?? beside[name]) === value;
  return true;
}

const namesAt = (value: unknown): CslName[] => (Array.isArray(value) ? value.filter((one): one is CslName => typeof one === 'object' && one !== null) : []);

/** `Family || Given`; a name without bars is kept whole. */
function nameOf(value: string): CslName {
  const [family = '', given] = value.split(/(?:(?<!\s)\s+)?\|\|\s*/);
  return given === undefined ? { literal: family } : { family, ...(given ? { given } : {}) };
}

/** What no field of an item holds, as the lines that are read again. */
export const linesOf = (item: Readonly<Record<string, unknown>>): string[] => Object.entries(item).flatMap(([name, value]) => {
  if (NEVER.has(name) || !VARIABLES.has(plainLabel(name))) return [];
  if (kindOf(name) === 'names') return namesAt(value).map((one) => `${name}: ${one.literal ?? [[one['non-dropping-particle'], one.family].filter(Boolean).join(' '), [one.given, one['dropping-particle']].filter(Boolean).join(' ')].join(' || ')}`);
  const text = kindOf(name) === 'date' ? isoOf(dateIn(value)) : typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return text === undefined || text === '' || text.includes('\n') ? [] : [`${name}: ${text}`];
});
const dateIn = (value: unknown): CslDate | undefined => CslDate.safeParse(value).data;
