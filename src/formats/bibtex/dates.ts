import type { CslDate } from '../../model/csl.ts';
import { texToText } from './tex/read-tex.ts';
import { textToTex } from './tex/write-tex.ts';

/** BibTeX's macros of months. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };
/** The first letters of months in the languages that most .bib files are in. */
const MONTH_NAMES: readonly [RegExp, number][] = [
  [/^(?:jan|ene|gen|sty)/, 1], [/^(?:feb|fév|fev|lut)/, 2], [/^(?:mar|mär|mrt|maa)/, 3], [/^(?:apr|avr|abr|kwi)/, 4], [/^(?:may|mai|mei|mag)/, 5], [/^(?:jun|juin|giu|cze)/, 6], [/^(?:jul|juil|lug|lip)/, 7], [/^(?:aug|aoû|aou|ago|sie)/, 8], [/^(?:sep|set|wrz)/, 9], [/^(?:oct|okt|out|ott|paź)/, 10], [/^(?:nov|lis)/, 11], [/^(?:dec|dez|déc|dic|gru)/, 12],
];

/** `year`, `month`, `day`, or BibLaTeX's `date`, which goes before them, as a CSL date. */
export function parseDate(fields: ReadonlyMap<string, string>): CslDate | undefined {
  const date = dateText(fields.get('date') ?? '');
  const year = reprint(fields.get('year') ?? '').year;
  if (date !== '') return edtfWith(date, year);
  const month = plain(fields.get('month'));
  if (year === '') return undefined;
  const decade = /^(\d{2})xx$/i.exec(year)?.[1];
  if (decade !== undefined) return edtf(`${decade}XX`);
  const years = /^\[?(c(?:a|irca)?\.?\s*)?(-?\d{3,4})\]?(\?)?(?:\s*[/–-]{1,2}\s*(\d{4}))?$/i.exec(year);
  if (!years) return /^\d{4}-\d{2}/.test(year) && month === '' ? edtf(year) : { literal: [month, year].filter(Boolean).join(' ') };
  const [, about, first, doubt, last] = years;
  const parts = last === undefined ? withMonth(Number(first), month, plain(fields.get('day'))) : { 'date-parts': [[Number(first)], [Number(last)]] };
  return about || doubt ? { ...parts, circa: true } : parts;
}

/** `[1893] 1984` and `1984 [1893]` are a year and, in brackets, that of the first edition. */
export function reprint(text: string): { year: string; original?: string } {
  if (/^\d{4}$/.test(text)) return { year: text };
  const year = asciiDigits(plain(text));
  const [, before, middle, after] = /^(?:\[(\d{4}(?:[-–]+\d{4})?)\]\s*)?(\d{4})(?:\s*\[(\d{4}(?:[-–]+\d{4})?)\])?$/.exec(year) ?? [];
  const original = before ?? after;
  return middle === undefined || original === undefined ? { year } : { year: middle, original: original.replace(/[-–]+/, '/') };
}

/** A date that lacks its year (`date = {Jun 01}`) takes it from `year`. */
function edtfWith(date: string, year: string): CslDate {
  const whole = edtf(date);
  return whole.literal !== undefined && /^\d{4}$/.test(year) && !/\d{4}/.test(date) ? withMonth(Number(year), date, '') : whole;
}

/** A BibLaTeX date as it is written, its digits as those of ASCII: its `~` is no tie. */
export const dateText = (value: string): string => asciiDigits(value.includes('\\') ? texToText(value) : value.replace(/[{}]/g, '').trim());
/** Digits of every script stand in Unicode in rows of ten that begin with the zero. */
const asciiDigits = (text: string): string => (/[^\0-\x7f]/.test(text) && /(?!\d)\p{Nd}/u.test(text) ? text.replace(/(?!\d)\p{Nd}/gu, (digit) => { let value = 0; for (let code = digit.codePointAt(0) ?? 0; value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1)); value++); return String(value); }) : text);
const plain = (value: string | undefined): string => (value === undefined ? '' : texToText(value).replace(/\u00a0/g, ' '));

/** The month as BibTeX users write it: a name, a number, a day with it, two months, a season. */
function withMonth(year: number, text: string, day: string): CslDate {
  if (text === '') return { 'date-parts': [[year]] };
  const season = SEASONS[text.toLowerCase()];
  if (season !== undefined) return { 'date-parts': [[year]], season };
  if (day === '' && MONTHS.includes(text)) return { 'date-parts': [[year, monthOf(text)]] };
  const [from = '', to] = text.split(/(?:(?<!\s)\s+)?(?:\/|–|—|-)\s*(?=\p{L}|\d)/u);
  const [month, other] = [monthOf(from), to === undefined ? 0 : monthOf(to)];
  if (month === 0) return { 'date-parts': [[year]] };
  const days = /^\d{1,2}$/.test(text) ? [] : [...text.matchAll(/\d{1,2}/g)].map(([one]) => Number(one));
  const on = Number(/^\d{1,2}/.exec(day)?.[0] ?? days[0] ?? 0);
  const begin = [year, month, ...(on >= 1 && on <= 31 ? [on] : [])];
  if (other > 0) return { 'date-parts': [begin, [year, other, ...(days[1] === undefined ? [] : [days[1]])]] };
  return days.length === 2 && day === '' ? { 'date-parts': [begin, [year, month, days[1] ?? 0]] } : { 'date-parts': [begin] };
}

/** The number of a month by its macro, number or name in one of the languages most files are in; 0 for anything else. */
export function monthOf(text: string): number {
  const macro = MONTHS.indexOf(text);
  if (macro >= 0) return macro + 1;
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (number !== undefined) return Number(number) <= 12 ? Number(number) : 0;
  const word = /\p{L}{3,}/u.exec(text)?.[0].toLowerCase() ?? '';
  return MONTH_NAMES.find(([name]) => name.test(word))?.[1] ?? 0;
}

const END = /^([+-]?\d{4,}|[Yy]-?\d{4,}|\d{3}X|\d{2}XX|\d{3}u|\d{2}uu)(?:-(\d{2}|XX|uu)(?:-(\d{2}|XX|uu))?)?(?:T[\d:.]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?([?~%])?$/;

/** A date in EDTF (levels 0 and 1, as BibLaTeX reads it), or as people write it; words where it is neither. */
export function edtf(date: string): CslDate {
  const [from = '', to, ...more] = date.trim().split('/');
  const begin = end(from);
  if (more.length === 0 && begin && to !== undefined) return range(begin, to) ?? { literal: date };
  if (more.length === 0 && begin) return single(begin);
  if (more.length === 0 && /^(?:\.\.|\*)?$/.test(from) && to !== undefined && end(to)) return { literal: date };
  return written(date) ?? { literal: date };
}

interface End { parts: number[]; until?: number[]; season?: number; circa: boolean }

function end(text: string): End | null {
  const match = END.exec(text.trim());
  if (!match) return null;
  const [, year = '', month, day, doubt] = match;
  const circa = doubt !== undefined;
  if (/[Xu]/.test(year)) return { parts: [Number(year.replace(/[Xu]/g, '0'))], until: [Number(year.replace(/[Xu]/g, '9'))], circa };
  const parts = [civil(Number(year.replace(/y/i, '')))];
  if (month === undefined || /\D/.test(month)) return { parts, circa };
  const number = Number(month);
  if (number >= 21 && number <= 24) return { parts, season: number - 20, circa };
  if (number < 1 || number > 12) return number > 24 && number <= 41 ? { parts, circa } : null;
  if (day === undefined || /\D/.test(day)) return { parts: [...parts, number], circa };
  return Number(day) >= 1 && Number(day) <= 31 ? { parts: [...parts, number, Number(day)], circa } : null;
}

/** EDTF counts a year 0, CSL does not: 0 is 1 BC, which is -1. */
const civil = (year: number): number => (year <= 0 ? year - 1 : year);
const astronomical = (year: number): number => (year < 0 ? year + 1 : year);

function single({ parts, until, season, circa }: End): CslDate {
  return { 'date-parts': until ? [parts, until] : [parts], ...(season === undefined ? {} : { season }), ...(circa ? { circa: true } : {}) };
}

/** In a range a season stands in the place of the month, as EDTF counts them: 21 to 24. */
const seasonal = ({ parts, season }: End): number[] => (season === undefined ? parts : [...parts, 20 + season]);

function range(begin: End, to: string): CslDate | null {
  if (/^(?:\.\.|\*|open)?$/.test(to.trim())) return { 'date-parts': [begin.parts, [0]], ...(begin.circa ? { circa: true } : {}) };
  const last = end(to);
  if (!last) return null;
  return { 'date-parts': [seasonal(begin), last.until ?? seasonal(last)], ...(begin.circa || last.circa ? { circa: true } : {}) };
}

/** `12 March 2001`, `March 2001`, `2001/3/12`, `2001-3-5`. */
function written(date: string): CslDate | null {
  const numbers = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(date.trim());
  if (numbers && Number(numbers[2]) <= 12 && Number(numbers[2]) > 0) return { 'date-parts': [numbers.slice(1).filter((part) => part !== undefined).map(Number)] };
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+)?(\p{L}{3,})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/u.exec(date.trim());
  const month = words ? monthOf(words[2] ?? '') : 0;
  if (!words || month === 0) return null;
  const day = Number(words[1] ?? words[3] ?? 0);
  return { 'date-parts': [[Number(words[4]), month, ...(day > 0 ? [day] : [])]] };
}

const iso = (parts: readonly (string | number)[]): string => parts.map((part, index) => (index === 0 ? isoYear(Number(part)) : String(part).padStart(2, '0'))).join('-');
function isoYear(year: number): string {
  const count = astronomical(year);
  return `${count < 0 ? '-' : ''}${String(Math.abs(count)).padStart(4, '0')}`;
}

/** A date in EDTF as BibLaTeX's date fields hold it; undefined when only words are known. */
export function writeEdtf(date: CslDate | undefined): string | undefined {
  const [from, to] = (date?.['date-parts'] ?? []).filter((parts) => parts.length > 0);
  if (!from || Number.isNaN(Number(from[0]))) return undefined;
  const season = Number(date?.season);
  const begin = season >= 1 && season <= 4 && from.length === 1 ? `${iso(from)}-2${season}` : iso(from);
  const mark = date?.circa ? '~' : '';
  if (!to) return begin + mark;
  return Number(to[0]) === 0 ? `${begin}${mark}/` : `${begin}${mark}/${iso(to)}${mark}`;
}

/** BibLaTeX has a field and keys for a work that is not out yet (manual, 4.9.2.11), and says itself that there is no date. */
function inWords(words: string, biblatex: boolean): Record<string, string> {
  const state = words.toLowerCase().replace(/[\s-]+/g, '');
  if (biblatex && /^(?:forthcoming|inpress|inpreparation|submitted)$/.test(state)) return { pubstate: state };
  return biblatex && /^(?:n\.?d\.?|nodate|undated)$/.test(state) ? {} : { year: textToTex(words) };
}

/** The fields of a date: BibTeX's `year` and `month` where they can say it, else BibLaTeX's `date`. */
export function writeDate(date: CslDate | undefined, biblatex: boolean): Record<string, string> {
  const whole = writeEdtf(date);
  if (whole === undefined) return date?.literal ? inWords(date.literal, biblatex) : {};
  const [from, to] = date?.['date-parts'] ?? [];
  if (biblatex || !from || to || date?.circa || date?.season !== undefined || Number(from[0]) < 0) return { date: whole };
  const [year, month, day] = from;
  return { year: String(year).padStart(4, '0'), ...(month ? { month: MONTHS[Number(month) - 1] ?? String(month) } : {}), ...(day ? { day: String(day) } : {}) };
}
