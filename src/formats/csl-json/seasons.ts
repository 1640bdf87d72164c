import { CslDate } from '../../model/csl.ts';

/** Seasons in the place of months, which citation processors count from 13 and EDTF from 21: one alone is CSL's `season`, those of a range are as EDTF has them. */
export function seasonsIn(value: unknown): unknown {
  const date = CslDate.safeParse(value).data;
  const parts = date?.['date-parts'];
  if (!date || !parts?.some(([, month]) => Number(month) > 12)) return value;
  const [[year = 0, month] = []] = parts;
  if (parts.length === 1 && parts[0]?.length === 2 && seasonOf(month) !== undefined) return { ...date, 'date-parts': [[year]], season: seasonOf(month) };
  return { ...date, 'date-parts': parts.map((one) => one.map((part, at) => (at === 1 && seasonOf(part) !== undefined ? 20 + (seasonOf(part) ?? 0) : part))) };
}

/** The same for other programs, from 13. */
export function seasonsOut(value: unknown): unknown {
  const date = CslDate.safeParse(value).data;
  const parts = date?.['date-parts'];
  if (!date || !parts?.some(([, month]) => Number(month) > 20)) return value;
  return { ...date, 'date-parts': parts.map((one) => one.map((part, at) => (at === 1 && Number(part) > 20 ? Number(part) - 8 : part))) };
}

const seasonOf = (month: string | number | undefined): number | undefined => { const number = Number(month); return number >= 13 && number <= 16 ? number - 12 : number >= 21 && number <= 24 ? number - 20 : undefined; };
