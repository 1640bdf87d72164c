import type { Format } from '../format.ts';
import { NUMBER, isLabelled, labelledRecords } from './labelled.ts';
import { isIssn } from '../pages.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';

/** What is looked at to tell the one display from the other. */
const HEAD = 64_000;

/** Ovid's tagged display, and its labelled one: `<1. >` before each record, `VN  - Ovid Technologies` in it. */
export const ovid: Format = {
  name: 'ovid', extensions: ['txt', 'ovd'], recognise: (head) => (/^\s*<\s*\d+\s*\.?\s*>\s*$/m.test(head) && (/^[A-Z][A-Z0-9] {2}- \S/m.test(head) || isLabelled(head)) ? 0.96 : 0),
  read: (text) => readTagged(isLabelled(text.slice(0, HEAD)) ? labelledRecords(text) : taggedRecords(text, { field: /^([A-Z][A-Z0-9]) {2}- ?(.*)$/, between: NUMBER }), 'ovid', meaningOf),
};

const FIELDS: Record<string, string> = { AB: 'abstractNote', LG: 'language', DB: 'libraryCatalog', RO: 'rights', DI: 'DOI', DO: 'DOI', PM: 'PMID', VI: 'volume', IP: 'issue', PG: 'pages', JA: 'journalAbbreviation', CP: 'place' };
const KNOWN = new Set([...Object.keys(FIELDS), 'VN', 'AN', 'AU', 'FA', 'TI', 'SO', 'BT', 'PB', 'PT', 'YR', 'IS', 'IB', 'KW', 'ED', 'CT', 'UR']);
/** A source that was not taken apart stays beside the paper. */
const WITHOUT_SOURCE = new Set([...KNOWN].filter((tag) => tag !== 'SO'));

function meaningOf(record: TaggedRecord): Meaning {
  const item = newItem(typeOf(record));
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] ??= value; };
  for (const [tag, field] of Object.entries(FIELDS)) put(field, valueOf(record, tag));
  if (item.itemType === 'journalArticle') Reflect.deleteProperty(item.fields, 'place');
  put('title', titleOf(valueOf(record, 'TI') ?? ''));
  put('callNumber', valueOf(record, 'AN', 'UI')?.replace(/\.$/, ''));
  put('date', valueOf(record, 'YR', 'DP'));
  const issn = valuesOf(record, 'IS').map((value) => /\d{4}-?\d{3}[\dXx]/.exec(value)?.[0] ?? '').find(isIssn);
  put('ISSN', issn);
  put('ISBN', valuesOf(record, 'IB', 'IS').map((value) => /(?:97[89][- ]?)?\d[\d -]{8,}[\dXx]/.exec(value)?.[0]).find(Boolean));
  const [publisher, place] = cut(valueOf(record, 'PB') ?? '', ', ');
  if (item.itemType !== 'journalArticle') { put('publisher', publisher); put('place', place); }
  item.creators = (valuesOf(record, 'FA').length > 0 ? valuesOf(record, 'FA') : valuesOf(record, 'AU')).map((name) => authorOf(name));
  const chapter = valueOf(record, 'CT');
  if (chapter !== undefined && item.itemType === 'bookSection') Object.assign(item.fields, { title: titleOf(chapter), publicationTitle: titleOf(valueOf(record, 'TI') ?? '') });
  put('url', valueOf(record, 'UR'));
  const source = valueOf(record, 'SO');
  if (source) sourceOf(source, item);
  if (item.itemType === 'bookSection') wholeBook(valueOf(record, 'BT') ?? '', item);
  item.tags = valuesOf(record, 'KW').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean);
  return { item, known: item.fields['volume'] ?? item.fields['pages'] ? KNOWN : WITHOUT_SOURCE };
}

function typeOf(record: TaggedRecord): string {
  const kinds = valuesOf(record, 'PT', 'DT').join(' ').toLowerCase();
  if (kinds.includes('chapter') || valueOf(record, 'CT') !== undefined) return 'bookSection';
  if (kinds.includes('dissertation') || kinds.includes('thesis')) return 'thesis';
  return /\bbook\b/.test(kinds) && !kinds.includes('review') ? 'book' : 'journalArticle';
}

/** Without the full stop, the kind in brackets that Ovid adds, and quotation marks around the whole. */
function titleOf(title: string): string {
  const bare = title.replace(/(?<=\S)\s+\[[^[\]]*\]\s*$/, '').replace(/\.\s*$/, '').trim();
  return /^"[^"]*"$/.test(bare) ? bare.slice(1, -1) : bare;
}

/** A degree or marks of footnotes, as a word behind a name; nothing stands between two commas. */
const DEGREE = /^(?:Ph\.?D\.?|M\.?D\.?|MPH|MB|MBBS|MBChB|MSc|BSc|DrPH|DDS|DVM|PharmD|FACSM|FRCP|FACS|FAAN|RN|[\d+*†‡§]+)?\.?$/;

/** Taken off word by word from the end: a pattern for all of them would try runs of commas in every way there is. */
function withoutDegrees(text: string): string {
  const name = text.replace(/\s/g, ' ').replace(/ Ph(\.?) D\b/g, ' Ph$1D').trimEnd();
  let end = name.length;
  for (;;) {
    const before = Math.max(name.lastIndexOf(',', end - 1), name.lastIndexOf(' ', end - 1));
    if (before <= 0 || !DEGREE.test(name.slice(before + 1, end))) return name.slice(0, end);
    end = before;
  }
}

/** A name without addresses, degrees and marks of footnotes; capitals throughout are calmed. */
function authorOf(text: string): Creator {
  const creator = personOf(withoutDegrees(text.replace(/(?:(?<!\s)\s+)?\[[^[\]]*\]/g, '')), /\[Ed\.?\]/.test(text) ? 'editor' : 'author');
  const { lastName } = creator;
  return lastName && lastName.length > 2 && lastName === lastName.toUpperCase() && lastName !== lastName.toLowerCase() ? { ...creator, lastName: lastName.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) } : creator;
}

/** `Journal Month Year;14(1):56-60`, `Journal, 2013(1): 3-28.`, `Journal 12, Winter 2007: 7-14.` */
function sourceOf(source: string, item: ZoteroItem): void {
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] ??= value; };
  const after = /^([^.]+)\.\s+(\w+)?(?:\(([^)]*)\))?: ?(\w[\w-]*), (?:(\p{L}+)\.? )?(\d{4})\.?$/u.exec(source);
  if (after) {
    for (const [field, value] of [['publicationTitle', after[1]], ['volume', after[2]], ['issue', after[3]], ['pages', after[4]]] as const) put(field, value);
    item.fields['date'] = [after[5], after[6]].filter(Boolean).join(' ');
    return;
  }
  const full = /^(.*?)[.,]? (?:((?:\p{Lu}\p{L}+)(?:[/-]\p{Lu}\p{L}+)?)(?: (\d{1,2}))? )?(\d{4})(?: [\d ]*(\p{Lu}\p{L}+)?[^;:]*)?; ?([\w.-]+)?(?: ?\(([^)]*)\))?(?: ?: ?([^ ]+?))?\.?$/u.exec(source);
  if (full) {
    put('publicationTitle', full[1]);
    item.fields['date'] = [full[4], full[2] ?? full[5], full[3]].filter(Boolean).join(' ');
    put('volume', /p|-/.test(full[6] ?? '') ? undefined : full[6]);
    put('issue', full[7]);
    if (full[8]?.includes('-')) put('pages', full[8]);
    return;
  }
  const short = /^(.*?)(?:\.|,) (?:(\w+)\((\w+)\)|[^:]*?\d{4}[^:]*): ?(\d[\w-]*)/.exec(source);
  put('publicationTitle', short?.[1] ?? /^([^.;]*?)(?=[.;]|,? \d{4}|$)/.exec(source)?.[1]);
  put('volume', short?.[2]);
  put('issue', short?.[3]);
  if (short?.[4]?.includes('-')) put('pages', short[4]);
}

/** `Editor, A.B. [Ed.]. Title. Publisher. 2002: 1-234.` */
function wholeBook(book: string, item: ZoteroItem): void {
  const [, editors, rest = book] = /^(.*?) \[Eds?\.?\]\. *(.*)$/.exec(book) ?? [];
  for (const editor of editors?.split(/(?: & |; )/) ?? []) item.creators.push(personOf(editor.replace(/\.(?=\p{L})/gu, '. '), 'editor'));
  item.fields['publicationTitle'] = rest.split('.')[0] ?? rest;
  const pages = /\d{4}: ?(\d+-\d+)/.exec(rest)?.[1];
  if (pages) item.fields['pages'] ??= pages;
}

function cut(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)];
}
