import type { CslDate, CslItem } from '../../model/csl.ts';

/** A year of four digits, from any form of date; '' where there is none. */
export function yearOf(date: CslDate | undefined): string {
  const text = date?.['date-parts']?.[0]?.[0] ?? date?.literal ?? date?.raw ?? date?.edtf ?? '';
  return /\d{4}/.exec(String(text))?.[0] ?? '';
}

/** A date by Better BibTeX's template: `%Y`, `%y`, `%m`, `%d`, those of the original date with an o, a dash for no leading zero. It ends before the first part that the date does not have. */
export function dateText({ issued, 'original-date': original }: CslItem, format: string): string {
  return filled(format, (sign) => partsOf(sign.startsWith('o') ? original ?? issued : issued)[sign.replace('o', '')] ?? '');
}

/** The same of a date that is a text: `2020-09-25`, `2020/9`, `2020`. */
export function textDate(text: string, format: string): string {
  const [, year = '', month = '', day = ''] = /(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?/.exec(text) ?? [];
  const parts: Readonly<Record<string, string>> = { Y: year, y: year.slice(-2), m: month, d: day };
  return filled(format, (sign) => parts[sign.replace('o', '')] ?? '');
}

function partsOf(date: CslDate | undefined): Readonly<Record<string, string>> {
  const part = (at: number): string => String(Number(date?.['date-parts']?.[0]?.[at] ?? 0) || '');
  return { Y: yearOf(date), y: yearOf(date).slice(-2), m: part(1), d: part(2) };
}

function filled(format: string, partFor: (sign: string) => string): string {
  let made = '';
  for (const [, between = '', bare, sign = ''] of format.matchAll(/([^%]*)(?:%(-?)(o?[a-zA-Z]|%)|$)/g)) {
    const part = sign === '%' ? '%' : partFor(sign);
    if (sign !== '' && part === '') return made;
    made += between + (bare === '-' || !/^\d$/.test(part) ? part : `0${part}`);
  }
  return made;
}
