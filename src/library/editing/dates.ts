import { edtf, writeEdtf } from '../../formats/bibtex/dates.ts';
import type { CslDate } from '../../model/csl.ts';

const SEASONS: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };
const CIRCA = /^(?:c\.|ca\.?|circa|about|around|approx\.?)\s*/i;

/**
 * A date as people type it: EDTF of levels 0 and 1 (`2020-03/2020-05`, `1850~`, `2021-21`), `March 2021`, `12 March 2021`,
 * `March to May 2020`, `2001-2003`, `3-5 May 2020`, `c. 1850`, `Spring 2020`. What is none of these is kept as words; null for nothing.
 */
export function readDate(text: string): CslDate | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed === '') return null;
  const about = CIRCA.test(typed) || (/\?$/.test(typed) && !/^\S*\d\?$/.test(typed));
  const bare = typed.replace(CIRCA, '').replace(/\s*\?$/, about ? '' : '?');
  const date = season(bare) ?? whole(bare) ?? spoken(bare);
  if (date === null || !isReal(date)) return { literal: typed };
  return about ? { ...date, circa: true } : date;
}

const whole = (text: string): CslDate | null => known(edtf(text.replace(/\s*\/\s*/, '/')));
const known = (date: CslDate): CslDate | null => (date['date-parts'] === undefined ? null : date);

function season(text: string): CslDate | null {
  const [, name = '', year] = /^(\p{L}+),? (\d{4})$/u.exec(text) ?? [];
  const number = SEASONS[name.toLowerCase()];
  return number === undefined ? null : { 'date-parts': [[Number(year)]], season: number };
}

type Parts = NonNullable<CslDate['date-parts']>[number] | undefined;

/** Two years, days or months with the hyphen of the keyboard between them: `2001-2003`, `3-5 May 2020`, `May-July 2020`. */
const HYPHENATED = /^(?:\d{4}-\d{4}|(?=.*\p{L})[^-]*[\p{L}\d]-[\p{L}\d][^-]*)$/u;

/** A range in words: two dates, or two months or days that share what follows the second or, with `May 3–5, 2020`, the first. */
function spoken(text: string): CslDate | null {
  const [from = '', to, ...more] = text.split(HYPHENATED.test(text) ? '-' : /\s*[–—]\s*|\s+(?:to|until|-)\s+/i);
  if (to === undefined || more.length > 0) return null;
  const first = (texts: readonly string[]): Parts => texts.map((one) => known(edtf(one))).find((date) => date !== null)?.['date-parts']?.[0];
  const end = first([to, `${from.split(' ')[0] ?? ''} ${to}`]);
  const begin = first([from, ...tails(to).map((tail) => `${from} ${tail}`), ...tails(to).map((tail) => `${from}, ${tail}`)]);
  return begin === undefined || end === undefined ? null : { 'date-parts': [begin, end] };
}

const tails = (text: string): string[] => text.split(' ').flatMap((_, at, all) => (at === 0 ? [] : [all.slice(at).join(' ')]));

/** In a range a season stands in the place of the month: 21 is spring, 24 winter. */
const isSeason = (month: string | number): boolean => Number(month) >= 21 && Number(month) <= 24;

/** Whether there is such a day in the calendar. */
function isReal(date: CslDate): boolean {
  return (date['date-parts'] ?? []).every(([year, month, day]) => {
    if (month === undefined || (isSeason(month) && day === undefined)) return true;
    const [m, d] = [Number(month), Number(day ?? 1)];
    const made = new Date(Date.UTC(2000, m - 1, d));
    made.setUTCFullYear(Number(year), m - 1, d);
    return made.getUTCMonth() === m - 1;
  });
}

/** A date as text that `readDate` reads back to the same: EDTF, or the words it was kept as. */
export const dateText = (date: CslDate | undefined): string => writeEdtf(date) ?? String(date?.literal ?? date?.raw ?? date?.edtf ?? '');

/** A date in the words of a locale, a range with its dash; `c.` and seasons come from `words`. */
export function dateInWords(date: CslDate, locale: string, words: { circa: (date: string) => string; season: (season: number, year: string) => string; since: (date: string) => string }): string {
  const [from, to] = (date['date-parts'] ?? []).map((parts) => parts.map(Number));
  if (from === undefined) return dateText(date);
  const one = (parts: readonly number[], season = isSeason(parts[1] ?? 0) ? (parts[1] ?? 0) - 20 : undefined): string => (season === undefined ? inWords(parts, locale) : words.season(season, inWords(parts.slice(0, 1), locale)));
  const said = one(from, date.season !== undefined && from.length === 1 ? Number(date.season) : undefined);
  const range = to === undefined ? said : to[0] === 0 ? words.since(said) : `${said} – ${one(to)}`;
  return date.circa ? words.circa(range) : range;
}

function inWords([year = 0, month, day]: readonly number[], locale: string): string {
  const moment = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  moment.setUTCFullYear(year < 0 ? year + 1 : year);
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', ...(month === undefined ? {} : { month: 'long' }), ...(day === undefined ? {} : { day: 'numeric' }), ...(year < 0 ? { era: 'short' } : {}) }).format(moment);
}
