import { findDoi, findIsbn } from '../../identify/identifiers.ts';
import type { CslDate, CslItem } from '../../model/csl.ts';
import { kindOf } from '../../model/variables.ts';
import { titleInCapitals, sentenceCase } from './case.ts';

export const CHECKS = ['doi', 'date', 'dateOrder', 'future', 'pages', 'isbn', 'issn', 'orcid', 'url', 'capitals'] as const;

/** Something about a field that looks wrong: pointed out, never refused. `fix` is the value it probably should have. */
export interface Finding { field: string; check: (typeof CHECKS)[number]; fix?: string }

/** Years ahead that are usual: journals date issues into the coming year. */
const AHEAD = 1;

/** What looks wrong in an item. `year` is the present one. */
export function checkItem(item: CslItem, year: number): Finding[] {
  const found = Object.entries(item).flatMap(([field, value]) => (kindOf(field) === 'date' ? checkDate(field, value as CslDate | undefined, year) : typeof value === 'string' || typeof value === 'number' ? checkText(field, String(value)) : []));
  return [...found, ...checkNames(item)];
}

function checkText(field: string, value: string): Finding[] {
  const text = value.trim();
  if (text === '') return [];
  switch (field) {
    case 'DOI': return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(value) ? [] : [finding(field, 'doi', findDoi(text))];
    case 'ISBN': return text.split(/[\s,;]+(?=97[89]|\d{9})/).every((one) => findIsbn(one) !== null) ? [] : [finding(field, 'isbn', findIsbn(text))];
    case 'ISSN': return text.split(/[\s,;]+/).every((one) => isIssn(one)) ? [] : [finding(field, 'issn', isIssn(`${text.slice(0, 4)}-${text.slice(4)}`) ? `${text.slice(0, 4)}-${text.slice(4)}` : null)];
    case 'URL': return isAddress(text) ? [] : [finding(field, 'url', isAddress(`https://${text}`) && /^[\w-]+(?:\.[\w-]+)+/.test(text) ? `https://${text}` : null)];
    case 'page': return checkPages(text);
    case 'title': return titleInCapitals(text) ? [finding(field, 'capitals', sentenceCase(text))] : [];
    default: return [];
  }
}

const finding = (field: string, check: Finding['check'], fix: string | null): Finding => ({ field, check, ...(fix === null ? {} : { fix }) });
const isAddress = (text: string): boolean => /^(?:(?:https?|ftp):\/\/[^\s/?#]+\S*|(?:doi|urn):\S+)$/i.test(text);

/** ISO 3297: eight digits, the last a check digit. */
function isIssn(text: string): boolean {
  if (!/^\d{4}-\d{3}[\dXx]$/.test(text)) return false;
  const sum = [...text.replace('-', '')].reduce((total, digit, at) => total + (/x/i.test(digit) ? 10 : Number(digit)) * (8 - at), 0);
  return sum % 11 === 0;
}

/** `436-44` is 436 to 444: an end that is shorter leaves out the digits it shares. */
function checkPages(text: string): Finding[] {
  const [, from = '', to = ''] = /^(\d+)\s*[-–—]+\s*(\d+)$/.exec(text) ?? [];
  if (from === '') return [];
  const end = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return Number(end) < Number(from) ? [finding('page', 'pages', to.length < from.length ? null : `${to}-${from}`)] : [];
}

function checkDate(field: string, date: CslDate | undefined, year: number): Finding[] {
  if (date === undefined) return [];
  const [from, to] = date['date-parts'] ?? [];
  if (from === undefined || from.length === 0) return date.literal !== undefined || date.raw !== undefined ? [finding(field, 'date', null)] : [];
  if (Number(from[0]) > year + AHEAD) return [finding(field, 'future', null)];
  return to !== undefined && Number(to[0]) !== 0 && order(to.map(Number), from.map(Number)) < 0 ? [finding(field, 'dateOrder', null)] : [];
}

function order(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) if (one[at] !== other[at]) return (one[at] ?? 0) - (other[at] ?? 0);
  return 0;
}

function checkNames(item: CslItem): Finding[] {
  return Object.entries(item).flatMap(([field, value]) => (kindOf(field) === 'names' && Array.isArray(value) && value.some(hasWrongOrcid) ? [finding(field, 'orcid', null)] : []));
}

function hasWrongOrcid(name: unknown): boolean {
  const orcid = typeof name === 'object' && name !== null ? Reflect.get(name, 'ORCID') : undefined;
  return typeof orcid === 'string' && orcid !== '' && !isOrcid(orcid);
}

/** ISO 7064 MOD 11-2, as ORCID uses it. */
export function isOrcid(text: string): boolean {
  const digits = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/.exec(text.trim())?.[1]?.replaceAll('-', '');
  if (digits === undefined) return false;
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.endsWith(check === 10 ? 'X' : String(check));
}
