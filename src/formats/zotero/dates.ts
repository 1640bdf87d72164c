import type { CslDate } from '../../model/csl.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** The number of a month by its English name or the first three letters of it; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return at >= 0 && /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i.test(word) ? at + 1 : undefined;
}

/** A date as people and programs write it. What is not understood stays as `literal`. */
export function dateOf(text: string): CslDate {
  const value = text.trim();
  const range = /^(-?\d{4}(?:-\d\d(?:-\d\d)?)?)\/(-?\d{4}(?:-\d\d(?:-\d\d)?)?)$/.exec(value);
  if (range) return { 'date-parts': [numbers(range[1] ?? ''), numbers(range[2] ?? '')] };
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(value);
  if (iso) return plausible(iso.slice(1).filter(Boolean).map(Number), value);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(value);
  if (dotted) return plausible([dotted[3], dotted[2], dotted[1]].map(Number), value);
  return slashed(value) ?? worded(value);
}

/** Days and months that slashes part, where only one order is possible. */
function slashed(value: string): CslDate | undefined {
  const [, first, second, year] = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
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
  const season = SEASONS.indexOf(words.find((word) => SEASONS.includes(word.toLowerCase()))?.toLowerCase() ?? '');
  if (!year || words.length > 3) return { literal: value };
  if (month && words.length <= (day ? 3 : 2)) return { 'date-parts': [[Number(year), month, ...(day ? [parseInt(day, 10)] : [])]] };
  if (season >= 0 && words.length === 2) return { 'date-parts': [[Number(year)]], season: season + 1 };
  return { literal: value };
}

const numbers = (iso: string): number[] => iso.split('-').map(Number);
const plausible = (parts: number[], value: string): CslDate => ((parts[1] ?? 1) >= 1 && (parts[1] ?? 1) <= 12 && (parts[2] ?? 1) >= 1 && (parts[2] ?? 1) <= 31 ? { 'date-parts': [parts] } : { literal: value });

/** A CSL date in ISO 8601, as far as it is known; a literal as it stands. */
export function isoOf(date: CslDate | undefined): string | undefined {
  if (!date) return undefined;
  const parts = date['date-parts']?.map((one) => one.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join('-')).filter(Boolean);
  if (!parts || parts.length === 0) return date.literal ?? date.raw ?? date.edtf;
  const season = SEASONS[Number(date.season) - 1];
  return season && parts.length === 1 ? `${season.charAt(0).toUpperCase()}${season.slice(1)} ${parts[0] ?? ''}` : parts.join('/');
}
