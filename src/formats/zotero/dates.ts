import type { CslDate } from '../../model/csl.ts';
import { edtf } from '../bibtex/dates.ts';
import { rangeInWords, rangeOfDates } from './date-ranges.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** The number of a month by its English name or the first three letters of it; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return at >= 0 && /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i.test(word) ? at + 1 : undefined;
}

/** A date as people and programs write it. What is not understood stays as `literal`, whole. */
export function dateOf(text: string): CslDate {
  const read = understood(text);
  return read.literal === undefined ? read : { literal: text.trim() };
}

function understood(text: string): CslDate {
  const value = tidied(text);
  const about = /^(?:c\.|ca\.?|circa|about)\s*(?=\d{4})/i.exec(value)?.[0];
  if (about !== undefined) return circa(dateOf(value.slice(about.length)), value);
  const iso = /^(\d{3,4})(?:[-/ ](\d{1,2})(?:[-/](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(value);
  if (iso && Number(iso[1]) > 0 && Number(iso[2] ?? 1) <= 12) return plausible(iso.slice(1).filter(Boolean).map(Number), value);
  const span = years(value);
  if (span) return span;
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(value);
  if (dotted) return plausible([dotted[3], dotted[2], dotted[1]].map(Number), value);
  const found = slashed(value) ?? worded(value);
  if (found.literal === undefined) return found;
  const standard = edtf(value);
  return standard.literal === undefined ? standard : rangeInWords(value) ?? rangeOfDates(value, dateOf) ?? abroad(value) ?? found;
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=.*\d)/i;
/** Without the weekday, and without the zeros that catalogues have for a month or day they do not know. */
const tidied = (text: string): string => seasonsCounted(text.trim().replace(/\s+/g, ' ').replace(WEEKDAY, '').replace(/^(\d{4})([-/])00\2?(?:00)?$/, '$1').replace(/^(\d{4}[-/]\d{1,2})[-/]00$/, '$1').replace(/^([12]\d{3})(0[1-9]|1[0-2])([0-2]\d|3[01])$/, '$1-$2-$3'));
const circa = (date: CslDate, words: string): CslDate => (date.literal === undefined ? { ...date, circa: true } : { literal: words });

/** Ranges of seasons, in words or as the months 13 to 16, as EDTF counts them: `Spring 2015 - Summer 2016`, `Spring/Summer 2016`, `2017-14/2017-15`. */
function seasonsCounted(text: string): string {
  const [, from = '', year, to = '', last = ''] = /^([A-Za-z]+)(?:,?\s+(\d{4}))?\s*[-–/]\s*([A-Za-z]+),?\s+(\d{4})$/.exec(text) ?? [];
  const [begin, end] = [from, to].map((word) => SEASONS.indexOf(word.toLowerCase().replace(/^fall$/, 'autumn')) + 21);
  if ((begin ?? 0) > 20 && (end ?? 0) > 20) return `${year ?? last}-${begin ?? ''}/${last}-${end ?? ''}`;
  return text.replace(/^(-?\d{4})-1([3-6])\/(-?\d{4})-1([3-6])$/, (_all, one: string, first: string, other: string, second: string) => `${one}-${Number(first) + 18}/${other}-${Number(second) + 18}`);
}

/** Years from one to another, the second perhaps without its century: `1973/74`, `1944–1945`; `2017-23` is autumn in EDTF. */
function years(value: string): CslDate | undefined {
  const [, from = '', to = ''] = /^(\d{4})\s*[/–-]\s*(\d{4}|\d{2})$/.exec(value) ?? [];
  if (/-2[1-4]$/.test(value) && to.length === 2) return undefined;
  const until = from.slice(0, 4 - to.length) + to;
  return to !== '' && Number(until) > Number(from) ? { 'date-parts': [[Number(from)], [Number(until)]] } : undefined;
}

/** Days in words of other languages: `24 octobre 2008`, `12 de marzo de 2001`, `四月 1, 1976`, `2008年5月1日`. */
function abroad(value: string): CslDate | undefined {
  const season = SEASONS_ABROAD.find(([word]) => word.test(value));
  const [, inYear] = /^\p{L}+\s+(\d{4})$/u.exec(value) ?? [];
  if (season && inYear !== undefined) return { 'date-parts': [[Number(inYear)]], season: season[1] };
  const chinese = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(value);
  if (chinese) return plausible(chinese.slice(1).filter(Boolean).map(Number), value);
  const plain = value.replace(/\s+de\s+/g, ' ').replace(/[T\s]\d{1,2}:\d{2}\S*$/, '').replace(/^(十?[一二三四五六七八九十])月/, (_all, count: string) => `${ENGLISH[CJK.indexOf(count)] ?? ''}`);
  const read = plain === value ? undefined : dateOf(plain);
  return read?.literal === undefined ? read : undefined;
}
const SEASONS_ABROAD: readonly [RegExp, number][] = [[/^(?:printemps|fr[üu]hling|fr[üu]hjahr|primavera)/i, 1], [/^(?:[ée]t[ée]|sommer|verano|estate|zomer)/i, 2], [/^(?:automne|herbst|oto[ñn]o|autunno|herfst)/i, 3], [/^(?:hiver|inverno|invierno)/i, 4]];
const CJK = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const ENGLISH = MONTHS.map((month) => month.charAt(0).toUpperCase() + month.slice(1));

/** Days and months that slashes part, where only one order is possible. */
function slashed(value: string): CslDate | undefined {
  const [, first, second, year] = /^(?:(\d{1,2})[/-])?(\d{1,2})[/ -](\d{4})$/.exec(value) ?? [];
  if (second === undefined) return undefined;
  if (first === undefined) return plausible([Number(year), Number(second)], value);
  const [one, other] = [Number(first), Number(second)];
  if (one <= 12 && other <= 12 && one !== other) return undefined;
  return plausible(one > 12 ? [Number(year), other, one] : [Number(year), one, other], value);
}

function worded(value: string): CslDate {
  const words = value.split(/[\s,./-]+/).filter(Boolean);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const month = words.map(monthOf).find((found) => found !== undefined);
  const day = words.find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  const season = words.map((word) => SEASONS.indexOf(word.toLowerCase().replace('fall', 'autumn'))).find((at) => at >= 0) ?? -1;
  if (!year || words.length > 3) return { literal: value };
  if (month && words.length <= (day ? 3 : 2)) return { 'date-parts': [[Number(year), month, ...(day ? [parseInt(day, 10)] : [])]] };
  if (season >= 0 && words.length === 2) return { 'date-parts': [[Number(year)]], season: season + 1 };
  return { literal: value };
}

const plausible = (parts: number[], value: string): CslDate => ((parts[1] ?? 1) >= 1 && (parts[1] ?? 1) <= 12 && (parts[2] ?? 1) >= 1 && (parts[2] ?? 1) <= 31 ? { 'date-parts': [parts] } : { literal: value });

/** A CSL date in ISO 8601, as far as it is known; a literal as it stands. */
export function isoOf(date: CslDate | undefined): string | undefined {
  if (!date) return undefined;
  const parts = date['date-parts']?.map((one) => one.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join('-')).filter(Boolean);
  if (!parts || parts.length === 0) return date.literal ?? date.raw ?? date.edtf;
  const season = SEASONS[Number(date.season) - 1];
  return season && parts.length === 1 ? `${season.charAt(0).toUpperCase()}${season.slice(1)} ${parts[0] ?? ''}` : parts.join('/');
}
