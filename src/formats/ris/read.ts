import type { Draft, Reading } from '../format.ts';
import { taggedRecords, valueOf, type TaggedRecord } from '../tagged/lines.ts';
import { withRest } from '../tagged/reading.ts';
import { draftOf, newItem, type Creator, type ZoteroFile, type ZoteroItem } from '../zotero/item.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';
import { BY_TYPE, FIELDS, ROLES, TYPES } from './fields.ts';

/** Reads RIS as its many writers write it: one or two blanks before the hyphen, long values on further lines, entries left open. */
export function readRis(text: string): Reading {
  const tagged = taggedRecords(text, { field: /^\s*([A-Z][A-Z0-9]) {0,2}-(?: (.*)|\s*)$/, first: 'TY', last: 'ER', glue: (tag) => (/^(?:L[1-4]|UR|KW)$/.test(tag) ? '\n' : ' ') });
  const reading: Reading = { drafts: [], problems: [], leftOut: tagged.stray.map(({ text: stray, line }) => ({ text: stray.slice(0, 200), line, reason: 'outside an entry' })), origin: {} };
  for (const record of tagged.records) {
    if (valueOf(record, 'TY') === undefined && record.fields.length < 2) continue;
    const draft = draftFrom(record);
    if (!record.closed) reading.problems.push({ severity: 'warning', message: 'The entry is not closed (no ER).', line: record.line });
    if (!draft.item.title && !draft.item.author) reading.problems.push({ severity: 'warning', message: 'An entry without a title and without an author.', line: record.line });
    reading.drafts.push({ ...draft, line: record.line });
  }
  return reading;
}

function draftFrom(record: TaggedRecord): Draft {
  const item = newItem(TYPES[(valueOf(record, 'TY') ?? '').toUpperCase()] ?? 'document');
  const rest: [string, string][] = [];
  for (const { tag, value } of record.fields) if (value && !take(tag, value, item)) rest.push([`ris:${tag}`, value]);
  finish(record, item);
  const draft = withRest(draftOf(item), rest);
  const key = valueOf(record, 'ID');
  return key !== undefined && /^[A-Za-z][^\s{},%#"\\~]*$/.test(key) ? { ...draft, citationKey: key } : draft;
}

/** Puts one field where it belongs; false where it belongs nowhere. */
function take(tag: string, value: string, item: ZoteroItem): boolean {
  const role = BY_TYPE[item.itemType]?.roles?.[tag] ?? ROLES[tag];
  if (role) { item.creators.push(personIn(value, known(item.itemType, role))); return true; }
  if (tag === 'KW') item.tags.push(...value.split(/(?:(?<!\s)\s+)?\n\s*/));
  else if (tag === 'N1' || tag === 'RN') item.notes.push(value);
  else if (/^L[1-4]$/.test(tag)) item.attachments.push(...value.split(/(?:(?<!\s)\s+)?\n\s*/).map(fileOf));
  else if (tag === 'UR') {
    const [first = '', ...more] = value.split(/(?:(?<!\s)\s+)?\n\s*/);
    if (item.fields['url']) more.unshift(first); else item.fields['url'] = first;
    item.attachments.push(...more.filter((path) => path !== item.fields['url']).map(fileOf));
  } else if (tag === 'SN') item.fields[numberField(value, item.itemType)] ??= value;
  else if (HANDLED.has(tag)) return true;
  else return text(tag, value, item);
  return true;
}

const HANDLED = new Set(['TY', 'ID', 'SP', 'EP', 'PY', 'Y1', 'DA', 'Y2']);

function text(tag: string, value: string, item: ZoteroItem): boolean {
  const wanted = BY_TYPE[item.itemType]?.fields?.[tag] ?? FIELDS[tag];
  const field = wanted?.find((one) => ITEM_TYPES[item.itemType]?.fields.has(one) && item.fields[one] === undefined);
  if (!field) return wanted?.some((one) => item.fields[one] === value) ?? false;
  item.fields[field] = value;
  return true;
}

function numberField(value: string, itemType: string): string {
  if (itemType === 'patent' || itemType === 'report') return ITEM_TYPES[itemType]?.fields.has('number') && !/^[\d-]{9,17}[\dXx]?$/.test(value) ? 'number' : 'ISBN';
  return /^\s*\d{4}-?\d{3}[\dXx](?![\d-])/.test(value) ? 'ISSN' : 'ISBN';
}

const known = (itemType: string, role: string): string => { const names = ITEM_TYPES[itemType]?.creators ?? []; return role === 'author' && !names.includes('author') ? names[0] ?? 'author' : names.includes(role) ? role : 'contributor'; };

/** `Family, Given, Suffix`; without a comma a name kept whole. */
function personIn(value: string, creatorType: string): Creator {
  const [family = '', given = '', ...suffix] = value.split(/(?:(?<!\s)\s+)?,\s*/);
  const firstName = [given, ...suffix].filter(Boolean).join(', ');
  return given ? { lastName: family, firstName, creatorType } : { name: family, creatorType };
}

/** EndNote keeps files under `internal-pdf://`, in the folder PDF beside its library. */
function fileOf(address: string): ZoteroFile {
  const path = address.replace(/^internal-pdf:\/\//, 'PDF/').replace(/^file:\/\/(?:localhost)?(?=\/)/, '');
  const name = /^(.+)\.\w{2,4}$/s.exec(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))?.[1];
  return { path, title: name ?? 'Attachment', ...(/\.pdf$/i.test(path) ? { mediaType: 'application/pdf' } : {}) };
}

function finish(record: TaggedRecord, item: ZoteroItem): void {
  const [first, last] = [valueOf(record, 'SP'), valueOf(record, 'EP')];
  const pages = first && last && !/[-–]/.test(first) && first !== last ? `${first}-${last}` : first ?? last;
  if (pages) item.fields[item.itemType === 'book' || item.itemType === 'thesis' ? 'numPages' : 'pages'] ??= pages;
  const date = [valueOf(record, 'DA'), valueOf(record, 'PY'), valueOf(record, 'Y1')].map((value) => dateIn(value ?? '')).filter(Boolean).sort((a, b) => parts(b) - parts(a))[0];
  if (date) item.fields['date'] = date;
  const accessed = valueOf(record, 'Y2');
  if (accessed) item.fields['accessDate'] = dateIn(accessed);
  if (item.fields['shortTitle'] === item.fields['title']) Reflect.deleteProperty(item.fields, 'shortTitle');
  if (item.tags.length === 1) item.tags = item.tags.flatMap((tag) => tag.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean);
}

const parts = (date: string): number => (/^\d{4}-\d\d-\d\d$/.test(date) ? 3 : /^\d{4}-\d\d$/.test(date) ? 2 : 1);

/** `YYYY/MM/DD/other`, each part but the year optional; a year of zeros is none. */
function dateIn(value: string): string {
  const match = /^(\d{4})(?:[/-](\d{1,2})?)?(?:[/-](\d{1,2})?)?(?:\/(.*))?$/.exec(value.trim());
  if (!match) return value;
  if (/^0+$/.test(match[1] ?? '')) return '';
  const iso = match.slice(1, 4).filter(Boolean).map((part, at) => (at === 0 ? part : part.padStart(2, '0'))).join('-');
  return match[4] && !match[2] ? `${match[4]} ${match[1]}` : iso;
}
