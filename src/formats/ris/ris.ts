import type { CslDate, CslItem, CslName } from '../../model/csl.ts';
import type { Draft, Format, Outgoing, Reading } from '../format.ts';

/** RIS, the tagged format of Reference Manager and EndNote: `TY  - JOUR` to `ER  - `. */
export const ris: Format = { name: 'ris', extensions: ['ris'], recognise: (head) => (/^\ufeff?\s*TY {1,2}- ?[A-Z]+/m.test(head) ? 0.95 : 0), read, write };

type Type = CslItem['type'];
const TYPES: Record<string, Type> = {
  JOUR: 'article-journal', JFULL: 'article-journal', EJOUR: 'article-journal', MGZN: 'article-magazine', NEWS: 'article-newspaper', INPR: 'article-journal', UNPB: 'manuscript', ABST: 'article-journal',
  BOOK: 'book', EBOOK: 'book', EDBOOK: 'book', CHAP: 'chapter', ECHAP: 'chapter', CONF: 'paper-conference', CPAPER: 'paper-conference', THES: 'thesis', RPRT: 'report', PAT: 'patent', DATA: 'dataset',
  COMP: 'software', ELEC: 'webpage', WEB: 'webpage', BLOG: 'post-weblog', MAP: 'map', GEN: 'document', STAND: 'standard', PCOMM: 'personal_communication', VIDEO: 'motion_picture', SOUND: 'song', CASE: 'legal_case', STAT: 'legislation', BILL: 'bill', HEAR: 'hearing', DICT: 'entry-dictionary', ENCYC: 'entry-encyclopedia', MANSCPT: 'manuscript', PREPRINT: 'article',
};
const TYPE_OUT: Partial<Record<Type, string>> = {
  'article-journal': 'JOUR', 'article-magazine': 'MGZN', 'article-newspaper': 'NEWS', book: 'BOOK', chapter: 'CHAP', 'paper-conference': 'CPAPER', thesis: 'THES', report: 'RPRT', patent: 'PAT', dataset: 'DATA', software: 'COMP',
  webpage: 'ELEC', 'post-weblog': 'BLOG', map: 'MAP', document: 'GEN', standard: 'STAND', manuscript: 'UNPB', article: 'UNPB', motion_picture: 'VIDEO', song: 'SOUND', legal_case: 'CASE', legislation: 'STAT', bill: 'BILL', hearing: 'HEAR', 'entry-dictionary': 'DICT', 'entry-encyclopedia': 'ENCYC',
};
const TEXTS: Record<string, keyof CslItem & string> = {
  TI: 'title', T1: 'title', ST: 'title-short', T2: 'container-title', JO: 'container-title', JF: 'container-title', BT: 'container-title', JA: 'container-title-short', J2: 'container-title-short', T3: 'collection-title', VL: 'volume', IS: 'issue', PB: 'publisher', CY: 'publisher-place',
  DO: 'DOI', UR: 'URL', AB: 'abstract', N2: 'abstract', LA: 'language', ET: 'edition', AN: 'call-number', DB: 'source', M3: 'genre',
};
const NAMES: Record<string, 'author' | 'editor' | 'translator' | 'collection-editor'> = { AU: 'author', A1: 'author', A2: 'editor', ED: 'editor', A3: 'collection-editor', A4: 'translator' };
const OUT: [string, keyof CslItem & string][] = [['TI', 'title'], ['ST', 'title-short'], ['T2', 'container-title'], ['J2', 'container-title-short'], ['T3', 'collection-title'], ['VL', 'volume'], ['IS', 'issue'], ['PB', 'publisher'], ['CY', 'publisher-place'], ['ET', 'edition'], ['DO', 'DOI'], ['UR', 'URL'], ['LA', 'language'], ['AB', 'abstract'], ['M3', 'genre']];

interface Field { tag: string; value: string; line: number }

function read(text: string): Reading {
  const reading: Reading = { drafts: [], problems: [], leftOut: [], origin: {} };
  let fields: Field[] = [];
  let start = 0;
  for (const [index, raw] of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).entries()) {
    const match = /^\s*([A-Z][A-Z0-9]) {0,2}-(?: |$)?(.*)$/.exec(raw);
    const [tag, value] = [match?.[1], (match?.[2] ?? '').trim()];
    if (tag === 'TY') {
      if (fields.length > 0) finish(fields, start, reading);
      [fields, start] = [[{ tag, value, line: index + 1 }], index + 1];
    } else if (tag === 'ER') {
      if (fields.length > 0) finish(fields, start, reading);
      fields = [];
    } else if (tag && fields.length > 0) fields.push({ tag, value, line: index + 1 });
    else if (raw.trim() && fields.length > 0) continueField(fields, raw.trim());
    else if (raw.trim()) reading.leftOut.push({ text: raw.trim(), line: index + 1, reason: 'outside an entry' });
  }
  if (fields.length > 0) {
    reading.problems.push({ severity: 'warning', message: 'The entry is not closed (no ER).', line: start });
    finish(fields, start, reading);
  }
  return reading;
}

function continueField(fields: Field[], text: string): void {
  const last = fields.at(-1);
  if (last) last.value = `${last.value} ${text}`.trim();
}

function finish(fields: Field[], line: number, reading: Reading): void {
  const draft = draftOf(fields);
  if (!draft.item.title && !draft.item.author) reading.problems.push({ severity: 'warning', message: 'An entry without a title and without an author.', line });
  reading.drafts.push({ ...draft, line });
}

function draftOf(fields: Field[]): Draft {
  const item: CslItem = { type: TYPES[fields[0]?.value.toUpperCase() ?? ''] ?? 'document' };
  const tags: string[] = [];
  const notes: string[] = [];
  const files: { path: string }[] = [];
  const loose: Record<string, string> = {};
  for (const { tag, value } of fields.slice(1)) {
    if (!value) continue;
    const role = NAMES[tag];
    const variable = TEXTS[tag];
    if (role) item[role] = [...(item[role] ?? []), nameOf(value)];
    else if (tag === 'KW') tags.push(...value.split(/\s*;\s*/).filter(Boolean));
    else if (tag === 'N1' || tag === 'RN') notes.push(value);
    else if (/^L[1-4]$/.test(tag)) files.push({ path: value });
    else if (tag === 'SN') item[/^\d{4}-?\d{3}[\dXx]\b/.test(value) ? 'ISSN' : 'ISBN'] = value;
    else if (tag === 'PY' || tag === 'Y1' || tag === 'DA') item.issued = finer(item.issued, dateOf(value));
    else if (tag === 'Y2') item.accessed = dateOf(value);
    else if (variable && item[variable] === undefined) item[variable] = value;
    else if (tag !== 'SP' && tag !== 'EP' && tag !== 'ID') loose[tag] = loose[tag] ? `${loose[tag]}\n${value}` : value;
  }
  const page = pages(fields);
  if (page) item.page = page;
  const id = fields.find(({ tag }) => tag === 'ID')?.value;
  return { item, tags, notes, files, ...(id && /^[A-Za-z][^\s{},%#"\\~]*$/.test(id) ? { citationKey: id } : {}), ...(Object.keys(loose).length > 0 ? { verbatim: { format: 'ris', fields: loose } } : {}) };
}

function pages(fields: Field[]): string | undefined {
  const [first, last] = ['SP', 'EP'].map((wanted) => fields.find(({ tag }) => tag === wanted)?.value);
  return first && last && !first.includes('-') ? `${first}-${last}` : first || last || undefined;
}

/** `Family, Given, Suffix`; without a comma an institution, or one word. */
function nameOf(value: string): CslName {
  const [family = '', given, suffix] = value.split(/\s*,\s*/);
  return given === undefined || given === '' ? { literal: family } : { family, given, ...(suffix ? { suffix } : {}) };
}

/** `YYYY/MM/DD/other`, each part but the year optional. */
function dateOf(value: string): CslDate {
  const match = /^(\d{4})(?:[/-](\d{1,2})?)?(?:[/-](\d{1,2})?)?/.exec(value);
  if (!match) return { literal: value };
  const parts = match.slice(1).filter(Boolean).map(Number);
  return { 'date-parts': [parts] };
}

const finer = (a: CslDate | undefined, b: CslDate): CslDate => ((a?.['date-parts']?.[0]?.length ?? 0) >= (b['date-parts']?.[0]?.length ?? 0) && a ? a : b);

function write(papers: Outgoing[]): { text: string; problems: string[] } {
  return { text: papers.map(entry).join('\n'), problems: [] };
}

function entry({ citationKey, item, tags, notes = [], verbatim = [] }: Outgoing): string {
  const lines = [`TY  - ${TYPE_OUT[item.type] ?? 'GEN'}`, `ID  - ${citationKey}`];
  const put = (tag: string, value: unknown): void => { if (value !== undefined && value !== '') lines.push(`${tag}  - ${String(value).replace(/\s*\n\s*/g, ' ')}`); };
  for (const [tag, role] of [['AU', 'author'], ['ED', 'editor'], ['A3', 'collection-editor'], ['A4', 'translator']] as const) for (const name of item[role] ?? []) put(tag, written(name));
  for (const [tag, variable] of OUT) put(tag, item[variable]);
  const [year, month, day] = item.issued?.['date-parts']?.[0] ?? [];
  put('PY', year ?? item.issued?.literal);
  if (month) put('DA', [year, pad(month), day ? pad(day) : ''].join('/'));
  const [first, last] = String(item.page ?? '').split(/\s*[-–—]+\s*/);
  put('SP', first);
  put('EP', last);
  put('SN', item.ISSN ?? item.ISBN);
  for (const tag of tags) put('KW', tag);
  for (const note of notes) put('N1', note);
  for (const [tag, value] of Object.entries(verbatim.find(({ format }) => format === 'ris')?.fields ?? {})) for (const one of value.split('\n')) put(tag, one);
  return `${[...lines, 'ER  - '].join('\n')}\n`;
}

const pad = (part: string | number): string => String(part).padStart(2, '0');
const written = (name: CslName): string => name.literal ?? [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given, name.suffix].filter(Boolean).join(', ');
