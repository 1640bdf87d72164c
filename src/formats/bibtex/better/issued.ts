import type { CslDate } from '../../../model/csl.ts';
import { edtf } from '../dates.ts';
import type { Entry } from './entry.ts';

/** When a work came out, and its first edition, where Better BibTeX reads more out of a date than is sure: the day before the month in `10/06/2014`, an open end in `2019/03/09/`, a year in brackets alone as that of the first edition. */
export function issuedOf({ source: { item } }: Entry): { issued: CslDate | undefined; original: CslDate | undefined } {
  const words = item.issued?.literal?.trim() ?? '';
  const [, day, , month, year] = /^(\d{1,2})([\s/.-])(\d{1,2})\2(\d{4})$/.exec(words) ?? [];
  if (Number(month) >= 1 && Number(month) <= 12) return { issued: { 'date-parts': [[Number(year), Number(month), Number(day)]] }, original: item['original-date'] };
  const open = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})\/$/.exec(words);
  if (open) return { issued: edtf(`${open.slice(1).map((part) => part.padStart(2, '0')).join('-')}/`), original: item['original-date'] };
  const [, supplied] = /^\[(\d{4})\]$/.exec(words) ?? [];
  return supplied === undefined ? { issued: item.issued, original: item['original-date'] } : { issued: undefined, original: { 'date-parts': [[Number(supplied)]] } };
}
