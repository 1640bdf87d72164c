import { edtf } from '../../../src/formats/bibtex/dates.ts';
import { langidOf } from '../../../src/formats/bibtex/languages.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import type { Draft } from '../../../src/formats/format.ts';
import type { CslDate, CslName } from '../../../src/model/csl.ts';
import { compareRecords, type Found } from './records.ts';

/** A draft of JabRef's BibTeX and the one that was read, written as BibTeX and read again; `read` is the reading itself. */
export interface Pair { expected: Draft; found: Draft; read: Draft | undefined }

/** Strictly: every value that is missing, added or changed. What JabRef has under a name of its own (`print-issn`, `title-abbreviation`) is not added. */
export function compareJabref({ expected, found, read }: Pair): Found[] {
  const kept = keptWith(found, read);
  const own = ownFields(expected);
  return [...compareRecords(meaning(expected), meaning(found)).filter(({ field, expected: wanted, found: there }) => !(field === 'note' && typeof wanted === 'string' && kept.includes(bare(wanted))) && !(wanted === undefined && within(own, said(field, there)))), ...beside(expected, kept)];
}

const within = (own: ReadonlySet<string>, values: readonly string[]): boolean => values.length > 0 && values.every((one) => own.has(bare(one)));

/** What an entry's fields say that no variable stands for: each whole, its parts, and words long enough to be a number of something. */
function ownFields({ verbatim }: Draft): Set<string> {
  const { fields = {}, stood = {} } = verbatim ?? {};
  const values = Object.entries(fields).filter(([name]) => stood[name] === undefined).map(([, value]) => texToText(value));
  return new Set(values.flatMap((value) => [value, ...value.split(/[,;]/), ...value.split(/\s+/).filter((word) => word.length >= 8)]).map(bare));
}

/** Only what got lost: values of the expected entry that are nowhere with the paper. */
export function lostFromJabref({ expected, found, read }: Pair): Found[] {
  const kept = keptWith(found, read);
  const lost = Object.entries(expected.item).filter(([name]) => name !== 'type').flatMap(([name, value]) => said(name, value).filter((one) => !told(one, kept)).map((one) => ({ field: name, expected: one, found: found.item[name] })));
  const tags = (expected.tags ?? []).flatMap(words).filter((word) => !kept.includes(bare(word))).map((word) => ({ field: '(tags)', expected: word, found: found.tags }));
  return [...lost, ...tags, ...beside(expected, kept)];
}

/** The words a value says: people by their names, dates by their numbers. */
function said(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one: CslName) => [one.literal, one.family, one['non-dropping-particle'], ...(one.given ?? '').split(/[ .]+/)]).flatMap((part) => part ?? []).filter(Boolean);
  if (typeof value === 'object' && value !== null) return ((value as CslDate)['date-parts'] ?? []).flatMap((parts) => parts.slice(0, 1)).map(String);
  if (name === 'language') return [];
  return name === 'page' ? [String(value).split('-')[0] ?? ''] : [String(value)];
}

/** A paper's values, each in one of the ways in which it can be written. */
function meaning({ item, tags }: Draft): Record<string, unknown> {
  const values = Object.entries(item).flatMap(([name, value]): [string, unknown][] => (Array.isArray(value) ? [[name, value.map(person)]] : typeof value === 'string' ? [tidy(name, value)] : name === 'issued' ? [[name, toMonth(value as CslDate)]] : [[name, value]]));
  return { ...Object.fromEntries(values), '(tags)': [...new Set((tags ?? []).flatMap(words))].sort() };
}

/** JabRef writes keywords with commas in them into a list with commas, and MeSH's qualifiers each with its heading. */
const words = (tag: string): string[] => tag.split(/[,;/]/).map((part) => part.replace(/\*/g, '').trim()).filter(Boolean);

/** `RCH` and `R. C. H.` are initials; a name that one side keeps whole is compared as it is spoken. */
function person(name: CslName): string {
  const given = (name.given ?? '').replace(/^\p{Lu}{2,3}$/u, (all) => [...all].join(' ')).replace(/\./g, ' ');
  return [given, name['dropping-particle'], name['non-dropping-particle'], name.family ?? name.literal, name.suffix].filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}

/** BibTeX's fields for dates are year and month. */
const toMonth = (date: CslDate): CslDate => ({ ...date, ...(date['date-parts'] ? { 'date-parts': date['date-parts'].map((parts) => parts.slice(0, 2)) } : {}) });

/** One spelling of each value: hyphens and short ends of ranges, case of DOIs and of journals, a title's last stop, codes of languages; a number with the form of an ISSN is one. */
function tidy(name: string, value: string): [string, string] {
  const text = value.replace(/<\/?span[^>]*>/g, '').replace(/[“”]|''/g, '"').replace(/\s+/g, ' ').trim();
  if (name === 'page') return [name, text.replace(/[–—]/g, '-').replace(/^(\d+)-(\d+)$/, (_all, from: string, to: string) => `${from}-${to.length < from.length ? from.slice(0, from.length - to.length) : ''}${to}`)];
  if (name === 'DOI' || name.startsWith('container-title')) return [name, text.toLowerCase()];
  if (name === 'language') return [name, langidOf(text) ?? text.toLowerCase()];
  if (name === 'title') return [name, text.replace(/\.$/, '')];
  if (name === 'ISBN' || name === 'ISSN') return [/^\d{4}-\d{3}[\dXx]\b/.test(text) ? 'ISSN' : 'ISBN', text];
  return [name, edtf(text).literal === undefined && /date/.test(name) ? JSON.stringify(edtf(text)) : text];
}

/** What BibTeX has no variable for must be kept somewhere with the paper: in a value, a note or beside it. */
function beside({ verbatim }: Draft, kept: string): Found[] {
  const { fields = {}, stood = {} } = verbatim ?? {};
  return Object.entries(fields).filter(([name, value]) => stood[name] === undefined && value.trim() !== '' && !/^[@#]/.test(name) && !told(texToText(value), kept)).map(([name, value]) => ({ field: name, expected: value, found: undefined }));
}

/** Whether a text is there, or of a list each part. */
const told = (text: string, kept: string): boolean => kept.includes(bare(text)) || text.split(/[,;]/).every((part) => kept.includes(bare(part)));
const keptWith = (found: Draft, read: Draft | undefined): string => bare(JSON.stringify([read, found.item, found.notes, found.verbatim?.fields]));
const bare = (text: string): string => text.replace(/\\[nt"]/g, '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
