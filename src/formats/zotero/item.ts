import type { CslDate, CslItem, CslName } from '../../model/csl.ts';
import type { Verbatim } from '../../model/paper.ts';
import type { Draft, Outgoing } from '../format.ts';
import { dateOf, isoOf } from './dates.ts';
import { extraOf, linesOf, texLines, type Extra } from './extra.ts';
import { ITEM_TYPES, itemTypeOf } from './schema.ts';

export interface Creator { creatorType: string; lastName?: string; firstName?: string; /** A name kept whole. */ name?: string }
export interface ZoteroFile { title?: string; path: string; mediaType?: string }

/** An item as Zotero has it, its fields by their base names (`publisher`, not `university`). */
export interface ZoteroItem { itemType: string; fields: Record<string, string>; creators: Creator[]; tags: string[]; notes: string[]; attachments: ZoteroFile[]; collections?: string[][] }

export const newItem = (itemType: string): ZoteroItem => ({ itemType, fields: {}, creators: [], tags: [], notes: [], attachments: [] });

/** Zotero's fields and the CSL variables they are (Zotero's own mapping). The first field that a type has is the one written. */
const VARIABLES: [string, string][] = [
  ['title', 'title'], ['abstractNote', 'abstract'], ['publicationTitle', 'container-title'], ['reporter', 'container-title'], ['code', 'container-title'], ['publisher', 'publisher'], ['place', 'publisher-place'],
  ['type', 'genre'], ['programmingLanguage', 'genre'], ['number', 'number'], ['medium', 'medium'], ['system', 'medium'], ['seriesNumber', 'collection-number'], ['series', 'collection-title'], ['seriesTitle', 'collection-title'],
  ['journalAbbreviation', 'container-title-short'], ['rights', 'license'], ['extra', 'note'], ['numPages', 'number-of-pages'], ['numberOfVolumes', 'number-of-volumes'], ['pages', 'page'], ['volume', 'volume'], ['codeNumber', 'volume'],
  ['issue', 'issue'], ['priorityNumbers', 'issue'], ['DOI', 'DOI'], ['ISBN', 'ISBN'], ['ISSN', 'ISSN'], ['PMID', 'PMID'], ['PMCID', 'PMCID'], ['url', 'URL'], ['shortTitle', 'title-short'], ['libraryCatalog', 'source'],
  ['versionNumber', 'version'], ['status', 'status'], ['authority', 'authority'], ['section', 'section'], ['committee', 'section'], ['session', 'chapter-number'], ['history', 'references'], ['references', 'references'],
  ['conferenceName', 'event-title'], ['meetingName', 'event-title'], ['eventPlace', 'event-place'], ['artworkSize', 'dimensions'], ['runningTime', 'dimensions'], ['scale', 'scale'], ['callNumber', 'call-number'],
  ['applicationNumber', 'call-number'], ['archive', 'archive'], ['archiveLocation', 'archive_location'], ['language', 'language'], ['edition', 'edition'], ['originalPublisher', 'original-publisher'],
  ['originalPlace', 'original-publisher-place'], ['partNumber', 'part-number'], ['partTitle', 'part-title'], ['country', 'jurisdiction'], ['jurisdiction', 'jurisdiction'], ['date', 'issued'], ['accessDate', 'accessed'], ['filingDate', 'submitted'], ['originalDate', 'original-date'],
];
const VARIABLE = new Map(VARIABLES);
const DATES = new Set(['date', 'accessDate', 'filingDate', 'originalDate']);

const ROLES: Record<string, string> = {
  editor: 'editor', seriesEditor: 'collection-editor', translator: 'translator', contributor: 'contributor', recipient: 'recipient', interviewer: 'interviewer', reviewedAuthor: 'reviewed-author', scriptwriter: 'script-writer', producer: 'producer', host: 'host',
  guest: 'guest', narrator: 'narrator', executiveProducer: 'executive-producer', seriesCreator: 'series-creator', organizer: 'organizer', chair: 'chair', composer: 'composer', castMember: 'performer', originalCreator: 'original-author', bookAuthor: 'container-author', director: 'director',
};
type Names = Record<string, CslName[]>;

/** The CSL role of a creator: an item type's chief creator is its author, but for a director. */
const roleOf = (itemType: string, creatorType: string): string => ROLES[creatorType] ?? (creatorType === 'author' || ITEM_TYPES[itemType]?.creators[0] === creatorType ? 'author' : 'contributor');

/** A paper from a Zotero item: CSL as Zotero maps it, and beside it what would not come back from that alone; with `every` also fields that the type does not have. */
export function draftOf(item: ZoteroItem, { every = false } = {}): Draft {
  const itemType = ITEM_TYPES[item.itemType] ? item.itemType : 'document';
  const fields = every ? item.fields : held({ ...item, itemType });
  const csl: CslItem = { type: ITEM_TYPES[itemType]?.csl ?? 'document' };
  for (const [field, value] of Object.entries(fields)) {
    const variable = VARIABLE.get(field);
    if (variable !== undefined && csl[variable] === undefined) csl[variable] = DATES.has(field) ? dateOf(value) : value;
  }
  reissued(csl, fields['date']);
  for (const field of NUMBERS) if (item.fields[field]) csl[field] ??= item.fields[field];
  Object.assign(csl, namesOf(itemType, item.creators));
  const { citationKey, taken } = withExtra(csl, fields['extra']);
  const verbatim = beside({ ...item, itemType, fields }, csl, item.fields, taken);
  const key = fields['citationKey'] ?? citationKey;
  return {
    item: csl, tags: [...new Set(item.tags)], notes: item.notes, files: item.attachments,
    ...(key ? { citationKey: key } : {}), ...(item.collections?.length ? { collections: item.collections } : {}), ...(verbatim ? { verbatim } : {}),
  };
}

/** A year in brackets beside that of the edition is that of the first one: `[1990] 2002`, `2002 [1990]`. */
function reissued(csl: CslItem, date = ''): void {
  const [, first, year, later, original] = /^(?:\[(\d{4})\]\s*(\d{4})|(\d{4})\s*\[(\d{4})\])$/.exec(date.trim()) ?? [];
  if (first === undefined && original === undefined) return;
  csl.issued = { 'date-parts': [[Number(year ?? later)]] };
  csl['original-date'] ??= { 'date-parts': [[Number(first ?? original)]] };
}

/** Adds what Extra says of variables: names to those there are, dates in place of them, all else where there is nothing. Says which it took. */
function withExtra(csl: CslItem, text = ''): { citationKey?: string; taken: string[] } {
  if (!text.includes(':') && !text.includes('=')) return { taken: [] };
  const { note, item, tex, citationKey } = extraOf(text, { ...csl, note: undefined });
  const taken: string[] = [];
  for (const [name, value] of Object.entries(item)) {
    const before = csl[name];
    csl[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    taken.push(name);
  }
  if (note === '') delete csl.note;
  else csl.note = note;
  return { taken: taken.length > 0 || Object.keys(tex).length > 0 || note !== text ? ['note', ...taken] : [], ...(citationKey === undefined ? {} : { citationKey }) };
}

/** Without what is empty and what the type has no field for. */
const held = ({ itemType, fields }: ZoteroItem): Record<string, string> => Object.fromEntries(Object.entries(fields).filter(([field, value]) => value.trim() !== '' && (ITEM_TYPES[itemType]?.fields.has(field) ?? false)));

/** Numbers that CSL has for every type. */
const NUMBERS = ['PMID', 'PMCID'];
const ARXIV = /^arXiv:\s*(\S+)$/i;

function namesOf(itemType: string, creators: Creator[]): Names {
  const names: Names = {};
  for (const { creatorType, lastName, firstName, name } of creators) {
    const role = roleOf(itemType, creatorType);
    (names[role] ??= []).push(name !== undefined ? { literal: name } : nameOf(lastName, firstName));
  }
  return names;
}

/** Small words that go before a family name and are written after the given one. */
const PARTICLES = /^(.*?)\s+((?:(?:d['’]|l['’]|de|da|do|dos|das|del|della|dello|di|du|des|la|le|van|von|der|den|ter|ten|te|zu|zur|zum|af|av|el|al)(?:\s+|$))+)$/;

/** Zotero writes particles into the last name, or after the first, and suffixes after a comma: small words before a capital, `Jr.`; quotes keep a last name in one piece. */
function nameOf(lastName: string | undefined, firstName: string | undefined): CslName {
  const [, whole] = /^"(.+)"$/.exec(lastName ?? '') ?? [];
  if (whole !== undefined) return { family: whole, ...(firstName ? { given: firstName } : {}) };
  const [, particle, family] = /^((?:['’]?\p{Ll}[\p{Ll}.'’-]*(?:\s+|(?<=['’-])))+)(\p{Lu}.*)$/u.exec(lastName ?? '') ?? [];
  const [, before, suffix] = /^(.+?)\s*,!?\s+(\S.*)$/.exec(firstName ?? '') ?? [];
  const first = before ?? firstName;
  const [, given, dropping] = PARTICLES.exec(first ?? '') ?? [];
  return { ...(lastName ? { family: family ?? lastName } : {}), ...(given ?? first ? { given: given ?? first } : {}), ...(dropping ? { 'dropping-particle': dropping.trim() } : {}), ...(particle ? { 'non-dropping-particle': particle.trim() } : {}), ...(suffix ? { suffix } : {}) };
}

/** The fields that the CSL item alone would not give back, each with the CSL value it stood for; those of the source that the type has no field for under `zotero:` and their names. */
function beside(item: ZoteroItem, csl: CslItem, source: Record<string, string>, taken: readonly string[]): Verbatim | undefined {
  const plain = fieldsOf(item.itemType, csl);
  const fields: Record<string, string> = {};
  const stood: Record<string, string> = {};
  for (const [field, value] of Object.entries(item.fields)) {
    const variable = VARIABLE.get(field);
    if (field === 'citationKey' || (plain[field] === value && !shared(item, variable) && !taken.includes(variable ?? ''))) continue;
    fields[field] = value;
    if (variable !== undefined) stood[field] = JSON.stringify(csl[variable]);
  }
  for (const [field, value] of Object.entries(source)) if (item.fields[field] === undefined && value.trim() !== '' && !NUMBERS.includes(field)) fields[`zotero:${field}`] = value;
  if (canonical(creatorsOf(item.itemType, csl)) !== canonical(item.creators)) {
    fields['creators'] = JSON.stringify(item.creators);
    stood['creators'] = canonical(namesIn(csl));
  }
  if (taken.length > 0) stood['extra'] = JSON.stringify(Object.fromEntries(taken.map((name) => [name, csl[name] ?? null])));
  return Object.keys(fields).length > 0 || itemTypeOf(csl.type) !== item.itemType ? { format: 'zotero', type: item.itemType, fields, stood } : undefined;
}

/** Whether several fields of the item are the same CSL variable, which then cannot tell which was which. */
const shared = (item: ZoteroItem, variable: string | undefined): boolean => variable !== undefined && VARIABLES.filter(([field, same]) => same === variable && item.fields[field] !== undefined).length > 1;

/** The Zotero item of a paper: what was kept beside it while the value it stood for is unchanged, else from CSL. */
export function zoteroOf(csl: CslItem, verbatim: Verbatim | undefined): Pick<ZoteroItem, 'itemType' | 'fields' | 'creators'> {
  const read = verbatim?.type;
  const extra = extraKept(csl, verbatim);
  const itemType = read !== undefined && (ITEM_TYPES[read]?.csl === csl.type || extra?.includes('type')) ? read : itemTypeOf(csl.type);
  const fields = fieldsOf(itemType, csl);
  for (const [field, variable] of VARIABLES) if (extra?.includes(variable)) Reflect.deleteProperty(fields, field);
  let creators = creatorsOf(itemType, csl);
  for (const [field, value] of Object.entries(verbatim?.fields ?? {})) {
    const stood = verbatim?.stood?.[field];
    if (field === 'creators') { if (stood === canonical(namesIn(csl))) creators = creatorsFrom(value) ?? creators; continue; }
    if (field.includes(':')) continue;
    if (field === 'extra' && stood?.startsWith('{')) { fields['extra'] = extra ? value : [csl.note, ...texLines(value)].filter(Boolean).join('\n'); continue; }
    const variable = VARIABLE.get(field);
    if (variable !== undefined && stood !== undefined && canonical(parsed(stood)) !== canonical(csl[variable])) continue;
    const twins = VARIABLES.filter(([other, same]) => same === variable && verbatim?.fields[other] === undefined);
    for (const [twin] of twins) Reflect.deleteProperty(fields, twin);
    fields[field] = value;
  }
  const held = new Set([...NUMBERS, ...Object.keys(fields).map((field) => VARIABLE.get(field)), ...(extra ?? []), ...(fields['number'] === undefined && verbatim === undefined && ARXIV.test(String(csl.number ?? '')) ? ['number'] : [])]);
  const lines = linesOf(Object.fromEntries(Object.entries(csl).filter(([variable]) => !held.has(variable) && !ROLE_NAMES.has(variable))));
  const arxiv = fields['number'] === undefined && verbatim === undefined ? ARXIV.exec(String(csl.number ?? ''))?.[1] : undefined;
  if (arxiv !== undefined) lines.push(`arXiv: ${arxiv}`);
  if (lines.length > 0) fields['extra'] = [fields['extra'], ...lines].filter(Boolean).join('\n');
  return { itemType, fields, creators };
}

export interface NamedCreator { creatorType: string; name: CslName }

/** A paper as Zotero sees it: its type, its fields as they were written, everybody with their part, those that Extra names too, and what else Extra says. */
export function zoteroView({ item, verbatim }: Pick<Outgoing, 'item' | 'verbatim'>): { itemType: string; fields: Readonly<Record<string, string>>; creators: NamedCreator[]; extra: Extra } {
  const kept = verbatim?.find(({ format }) => format === 'zotero');
  const { itemType, fields, creators } = zoteroOf(item, kept);
  const extra = extraOf(kept?.fields['extra'] ?? '');
  const all = creators.map(({ creatorType, name, lastName, firstName }): NamedCreator => ({ creatorType, name: name === undefined ? nameOf(lastName, firstName) : { literal: name } }));
  const asRead = kept?.fields['creators'] !== undefined && kept.stood?.['creators'] === canonical(namesIn(item));
  const added = asRead ? BACK.flatMap(([role, creatorType]) => namesAt(item, role).filter((name) => namesAt(extra.item as CslItem, role).some((one) => canonical(one) === canonical(name))).map((name) => ({ creatorType, name }))) : [];
  return { itemType, fields, creators: [...all, ...added], extra };
}

/** The variables that Extra, as it was read, still says; undefined when one of them has changed since. */
function extraKept(csl: CslItem, verbatim: Verbatim | undefined): string[] | undefined {
  const stood = verbatim?.stood?.['extra'];
  const said = stood?.startsWith('{') ? parsed(stood) : undefined;
  if (typeof said !== 'object' || said === null) return undefined;
  return Object.entries(said).every(([name, value]) => canonical(value) === canonical(csl[name] ?? null)) ? Object.keys(said) : undefined;
}

function fieldsOf(itemType: string, csl: CslItem): Record<string, string> {
  const out: Record<string, string> = {};
  const done = new Set<string>();
  for (const [field, variable] of VARIABLES) {
    if (done.has(variable) || !ITEM_TYPES[itemType]?.fields.has(field)) continue;
    const value = DATES.has(field) ? isoOf(dateIn(csl[variable])) : textIn(csl[variable]);
    if (value === undefined || value === '') continue;
    out[field] = value;
    done.add(variable);
  }
  return out;
}

const isDate = (value: unknown): value is CslDate => typeof value === 'object' && value !== null && !Array.isArray(value);
const dateIn = (value: unknown): CslDate | undefined => (isDate(value) ? value : undefined);
const textIn = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
const BACK: [string, string][] = [['author', 'author'], ...Object.entries(ROLES).map(([creator, role]): [string, string] => [role, creator])];

function creatorsOf(itemType: string, csl: CslItem): Creator[] {
  const known = ITEM_TYPES[itemType]?.creators ?? [];
  return BACK.flatMap(([role, creator]) => {
    const wanted = creator === 'author' && !known.includes('author') ? (known[0] ?? 'author') : creator;
    return namesAt(csl, role).map((name) => creatorOf(name, known.includes(wanted) ? wanted : 'contributor'));
  });
}

function creatorOf(name: CslName, creatorType: string): Creator {
  if (name.literal !== undefined) return { name: name.literal, creatorType };
  const lastName = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const firstName = [[name.given, name['dropping-particle']].filter(Boolean).join(' '), name.suffix].filter(Boolean).join(', ');
  return { ...(lastName ? { lastName } : {}), ...(firstName ? { firstName } : {}), creatorType };
}

const ROLE_NAMES = new Set(BACK.map(([role]) => role));

const namesAt = (csl: CslItem, role: string): CslName[] => { const value = csl[role]; return Array.isArray(value) ? value.filter((one): one is CslName => typeof one === 'object' && one !== null) : []; };
const namesIn = (csl: CslItem): Names => Object.fromEntries(BACK.map(([role]) => [role, namesAt(csl, role)]));

function creatorsFrom(json: string): Creator[] | undefined {
  const value = parsed(json);
  return Array.isArray(value) ? value.filter((one): one is Creator => typeof one === 'object' && one !== null && 'creatorType' in one) : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** A value in a form in which two are compared: a library keeps its keys in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => `${key}:${canonical(each)}`).join()}}`;
}
