import type { Verbatim } from '../../model/paper.ts';
import type { Outgoing } from '../format.ts';
import { betterEntry, type BetterOptions } from './better/better.ts';
import { writeDate } from './dates.ts';
import { MAPPINGS, OUTLETS, SUBTITLES } from './fields.ts';
import { writeFiles } from './files.ts';
import { isJabrefMeta, jabrefFields, jabrefMeta, jabrefType } from './jabref.ts';
import { BLOCK, EXPRESSION } from './keep.ts';
import { DATE_FIELDS, NOTE_FIELDS, TAG_FIELDS } from './read.ts';
import { SAME, stands } from './stood.ts';
import { asciiTex, longTex, textToTex } from './tex/write-tex.ts';
import { TYPE_OUT, typeOf, type Type } from './types.ts';

/** What people choose: the dialect, LaTeX commands instead of Unicode letters, fields left out, the order, fields as another program writes them, what JabRef keeps besides. */
export interface BibtexOptions { dialect?: 'bibtex' | 'biblatex'; ascii?: boolean; omit?: readonly string[]; sort?: 'key' | 'none'; better?: Omit<BetterOptions, 'biblatex'>; jabref?: boolean }

/** Papers written between two steps. */
const STEP = 20;

interface Way extends BibtexOptions { biblatex: boolean; keys: ReadonlySet<string> }

/** Writes BibTeX or BibLaTeX. A field that came from such a file is written as it was while the value it stood for is unchanged. */
export function writeBibtex(papers: readonly Outgoing[], options: BibtexOptions = {}): { text: string; problems: string[] } {
  const steps = writeBibtexSteps(papers, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of a few papers: yields the share that is written. */
export function* writeBibtexSteps(papers: readonly Outgoing[], options: BibtexOptions = {}): Generator<number, { text: string; problems: string[] }> {
  const way: Way = { ...options, biblatex: options.dialect === 'biblatex', keys: new Set(papers.map(({ citationKey }) => citationKey.toLowerCase())) };
  const ordered = parentsLast(options.sort === 'key' ? [...papers].sort((a, b) => (a.citationKey < b.citationKey ? -1 : 1)) : [...papers]);
  const heads = new Set<string>();
  const written: string[] = [];
  let parts: string[] = [];
  for (const [index, paper] of ordered.entries()) {
    const around = way.jabref ? (texts: string[]): string[] => texts.filter((text) => !isJabrefMeta(text)) : (texts: string[]): string[] => texts;
    parts.push(...around(blocks(paper, heads)), entry(paper, way), ...around(tail(paper, heads)));
    if (index % STEP !== STEP - 1) continue;
    written.push(parts.join('\n'));
    parts = [];
    yield index / ordered.length;
  }
  if (way.jabref) parts.push(...jabrefMeta(ordered, way.biblatex, [...heads]));
  return { text: [...written, ...parts].join('\n'), problems: [] };
}

const ofBibtex = ({ verbatim }: Outgoing): Verbatim | undefined => verbatim?.find(({ format }) => format === 'bibtex');
const inKept = (key: string): boolean => key.startsWith(BLOCK) || key.startsWith(EXPRESSION);

/** Strings, preambles and comments that stood before an entry, each once in a file. */
function blocks(paper: Outgoing, written: Set<string>): string[] {
  return kept(paper, (name) => name.startsWith(BLOCK) && !name.startsWith(`${BLOCK}after`), written);
}
const tail = (paper: Outgoing, written: Set<string>): string[] => kept(paper, (name) => name.startsWith(`${BLOCK}after`), written);

function kept(paper: Outgoing, which: (name: string) => boolean, written: Set<string>): string[] {
  const all = Object.entries(ofBibtex(paper)?.fields ?? {}).filter(([name, text]) => which(name) && !written.has(text)).map(([, text]) => text);
  for (const text of all) written.add(text);
  return all.map((text) => `${text}\n`);
}

/** BibTeX wants the entries that others refer to after those. */
function parentsLast(papers: Outgoing[]): Outgoing[] {
  const parents = new Set(papers.flatMap((paper) => { const key = ofBibtex(paper)?.fields['crossref']; return key === undefined ? [] : [key.trim().toLowerCase()]; }));
  if (parents.size === 0) return papers;
  const isParent = ({ citationKey }: Outgoing): boolean => parents.has(citationKey.toLowerCase());
  return [...papers.filter((paper) => !isParent(paper)), ...papers.filter(isParent)];
}

function entry(paper: Outgoing, way: Way): string {
  const verbatim = ofBibtex(paper);
  const { type, fields } = way.better ? asBetterBibtex(paper, verbatim, { ...way.better, biblatex: way.biblatex }) : complete(paper, verbatim, way);
  const lines = Object.entries(fields).filter(([name]) => !way.omit?.includes(name)).map(([name, value]) => `  ${name} = ${way.ascii && !AS_THEY_ARE.has(name) ? asciiTex(value) : value}`);
  return `@${type}{${paper.citationKey},\n${lines.join(',\n')}\n}\n`;
}

/** Addresses, numbers and places of files are no LaTeX. */
const AS_THEY_ARE = new Set(['url', 'doi', 'eprint', 'file']);

/** Everything that the paper has, and what the file had that it came from. */
function complete(paper: Outgoing, verbatim: Verbatim | undefined, way: Way): { type: string; fields: Record<string, string> } {
  const kept = merged(fieldsOf(paper, way), paper, verbatim, way);
  const fields = { ...kept, ...notesOf(paper, verbatim, kept, way) };
  return { type: entryType(paper, verbatim, way), fields: way.jabref ? asJabref(fields, paper) : fields };
}

function asJabref(fields: Record<string, string>, paper: Outgoing): Record<string, string> {
  const own = Object.entries(jabrefFields(paper, fields));
  const out = new Set(own.map(([name]) => name));
  return Object.fromEntries([...Object.entries(fields).filter(([name]) => !out.has(name)), ...own.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, delimited(name, RAW.has(name) ? value : textToTex(value))]]))]);
}
/** JabRef's own fields are no LaTeX. */
const RAW = new Set(['groups', 'readstatus', 'ranking']);

function asBetterBibtex(paper: Outgoing, verbatim: Verbatim | undefined, options: BetterOptions): { type: string; fields: Record<string, string> } {
  const { type, fields } = betterEntry(paper, verbatim, options);
  return { type, fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, delimited(name, value)])) };
}

/** The type that was read, while it still means the same. */
function entryType({ item }: Outgoing, verbatim: Verbatim | undefined, way: Way): string {
  const read = verbatim?.type;
  if (read !== undefined && typeOf(read, new Map(Object.entries(verbatim?.fields ?? {}))) === item.type) return read;
  if (item.type === 'thesis' && !way.biblatex && !/ph\.?d|doctor|dissert/i.test(item.genre ?? '')) return /master|m\.? ?(?:sc|a|phil)\b/i.test(item.genre ?? '') ? 'mastersthesis' : 'thesis';
  return TYPE_OUT[item.type]?.[way.biblatex ? 1 : 0] ?? 'misc';
}

/** Every field that the paper's values give, delimited. */
function fieldsOf({ item, tags, files }: Outgoing, way: Way): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { field, write } of OUTLETS) {
    const value = write(item);
    const name = field(item)[way.biblatex ? 1 : 0];
    if (value !== undefined && fields[name] === undefined) fields[name] = delimited(name, value);
  }
  for (const [name, value] of Object.entries(writeDate(item.issued, way.biblatex))) fields[name] = delimited(name, value);
  if (item.type === 'article-newspaper' || item.type === 'article-magazine') fields['entrysubtype'] = `{${item.type.slice(8)}}`;
  const arxiv = /^arxiv:\s*(\S+)$/i.exec(String(item.number ?? ''))?.[1];
  if (arxiv !== undefined) Object.assign(fields, { eprint: delimited('eprint', arxiv), eprinttype: '{arxiv}' });
  else if (way.biblatex && item.PMID !== undefined) { Object.assign(fields, { eprint: delimited('eprint', item.PMID), eprinttype: '{pubmed}' }); delete fields['pmid']; }
  if (arxiv === undefined && item.number !== undefined) fields[fields['number'] === undefined ? 'number' : 'eid'] = delimited('number', textToTex(String(item.number)));
  if (tags.length > 0) fields['keywords'] = delimited('keywords', tags.map((tag) => (/[,;]/.test(tag) ? `{${textToTex(tag)}}` : textToTex(tag))).join(', '));
  if (files && files.length > 0) fields['file'] = delimited('file', writeFiles(files, way.jabref ? jabrefType : undefined));
  return fields;
}

/** The notes that no field of the file stands for, in the first field for notes that is free. */
function notesOf({ notes = [] }: Outgoing, verbatim: Verbatim | undefined, taken: Record<string, string>, way: Way): Record<string, string> {
  const fresh = notes.filter((note) => note.trim() !== '' && !NOTE_FIELDS.some((field) => { const stood = verbatim?.stood?.[field]; return stood !== undefined && taken[field] !== undefined && stands(stood, note); }));
  const field = [way.jabref ? 'comment' : way.biblatex ? 'annotation' : 'annote', ...NOTE_FIELDS].find((name) => taken[name] === undefined);
  return fresh.length === 0 || field === undefined ? {} : { [field]: delimited(field, fresh.map(longTex).join('\n\n')) };
}

function merged(made: Record<string, string>, paper: Outgoing, verbatim: Verbatim | undefined, way: Way): Record<string, string> {
  if (!verbatim) return made;
  const out: Record<string, string> = {};
  const covered = new Set<string>();
  const orphan = !way.keys.has((verbatim.fields['crossref'] ?? '').trim().toLowerCase());
  const inWords = way.biblatex && datedInWords(verbatim, made);
  for (const [field, value] of Object.entries(verbatim.fields)) {
    if (inKept(field) || (field === 'crossref' && orphan) || (inWords && DATE_FIELDS.includes(field))) continue;
    if (way.biblatex && made[field] !== undefined && EMPTY_NAME.test(value) && PEOPLE_FIELDS.has(field)) continue;
    if (way.biblatex && OTHER_DATES.has(field) && made[field] !== undefined && !EDTF.test(value)) continue;
    const stood = verbatim.stood?.[field];
    if (stood === SAME && made[field] === undefined) continue;
    if (stood !== undefined && stood !== SAME && !stands(stood, now(field, paper, verbatim), value)) continue;
    out[field] = stood === SAME ? (made[field] ?? '') : (verbatim.fields[EXPRESSION + field] ?? delimited(field, value));
    for (const other of covers(field, paper, verbatim)) covered.add(other);
  }
  if (!orphan || verbatim.fields['xdata'] !== undefined) for (const [field, stood] of Object.entries(verbatim.stood ?? {})) if (verbatim.fields[field] === undefined && stands(stood, now(field, paper, verbatim))) for (const other of covers(field, paper, verbatim)) covered.add(other);
  for (const [field, value] of Object.entries(made)) if (out[field] === undefined && !covered.has(field)) out[field] = value;
  return way.biblatex ? placed(out) : out;
}

/** In proceedings as ACM writes them `location` is where the conference was; BibLaTeX has `venue` for that and no `address` beside `location`. */
function placed(fields: Record<string, string>): Record<string, string> {
  const { address, location, ...others } = fields;
  return address === undefined || location === undefined ? fields : { ...others, location: address, venue: others['venue'] ?? location };
}

const OTHER_DATES = new Set(['urldate', 'origdate', 'eventdate']);
/** `and` with nobody before or behind it: an empty name is an error to biber. */
const EMPTY_NAME = /(?:^|\sand)\s+and\s|\sand\s*$/i;
const PEOPLE_FIELDS = new Set(['author', 'editor', 'translator', 'bookauthor']);
const EDTF = /^[\d~?%./YyXu-]*$/;

/** Whether a date stands there in words, which BibLaTeX cannot read, and is known. */
const datedInWords = ({ fields }: Verbatim, made: Record<string, string>): boolean => (made['date'] !== undefined || made['year'] === undefined) && (!EDTF.test(fields['date'] ?? '') || !EDTF.test(fields['year'] ?? '') || !/^(?:\d{1,2}|[a-z]{3})?$/.test(fields['month'] ?? ''));

const EPRINT = ['eprint', 'eprinttype', 'archiveprefix', 'url', 'number', 'eid'];

/** The fields that need not be written once this one is: those of the same variable. */
function covers(field: string, paper: Outgoing, verbatim: Verbatim): readonly string[] {
  if (DATE_FIELDS.includes(field)) return DATE_FIELDS;
  if (field === 'eprint') return EPRINT;
  if (field === 'howpublished' || field === 'bdsk-url-1') return ['url'];
  if (TAG_FIELDS.includes(field)) return ['keywords'];
  const variable = variableOf(field, paper.item.type, verbatim);
  return variable === undefined ? [] : OUTLETS.filter((outlet) => outlet.variable === variable).flatMap(({ field: name }) => [...name(paper.item)]);
}

const BY_FIELD = new Map(MAPPINGS.map((mapping) => [mapping.field, mapping]));
const variableOf = (field: string, type: Type, { fields }: Verbatim): string | undefined => SUBTITLES[field]?.variable ?? BY_FIELD.get(field)?.variable({ type, fields: new Map(Object.entries(fields)) });

/** What the field's variable holds now. Tags are a set: their order says nothing. */
function now(field: string, paper: Outgoing, verbatim: Verbatim): unknown {
  if (DATE_FIELDS.includes(field)) return paper.item.issued;
  if (TAG_FIELDS.includes(field)) return paper.tags;
  if (field === 'file') return (paper.files ?? []).map(({ path }) => path);
  if (NOTE_FIELDS.includes(field)) return paper.notes?.find((note) => stands(verbatim.stood?.[field] ?? '', note)) ?? (paper.notes === undefined ? undefined : '');
  const variable = variableOf(field, paper.item.type, verbatim);
  return variable === undefined ? undefined : paper.item[variable];
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/;
const delimited = (name: string, value: string): string => (name === 'month' && MONTH.test(value) ? value : `{${balanced(value)}}`);

/** Braces that do not balance would swallow the rest of the file: those that are text are written by their names, then what is left over goes. */
function balanced(value: string): string {
  if (!/[{}]/.test(value) || isBalanced(value)) return value;
  const named = value.replace(/\\([{}])/g, (_all, sign: string) => (sign === '{' ? '\\textbraceleft{}' : '\\textbraceright{}'));
  return isBalanced(named) ? named : value.replace(/\\?[{}]/g, '');
}

/** Whether each brace has its other one as BibTeX counts them, which knows no escapes. */
function isBalanced(value: string): boolean {
  let depth = 0;
  for (const sign of value) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
