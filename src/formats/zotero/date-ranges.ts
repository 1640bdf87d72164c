import type { CslDate } from '../../model/csl.ts';
import { monthOf } from '../bibtex/dates.ts';

const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const MONTH = '(\\p{L}{3,})\\.?';
const DASH = '\\s*(?:[-–—/]|--|to|until)\\s*';
const form = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u');

type End = [year: string | undefined, month: string | undefined, day: string | undefined];
/** Ranges that say once what both ends share, and which part each of their groups is. */
const FORMS: readonly (readonly [RegExp, (groups: (string | undefined)[]) => [End, End]])[] = [
  [form(`${MONTH} ${DAY}${DASH}${DAY},? (\\d{4})`), ([month, first, last, year]) => [[year, month, first], [year, month, last]]],
  [form(`${DAY}${DASH}${DAY} ${MONTH},? (\\d{4})`), ([first, last, month, year]) => [[year, month, first], [year, month, last]]],
  [form(`(?:${DAY} )?${MONTH}(?:,? (\\d{4}))?${DASH}(?:${DAY} )?${MONTH},?[ -](\\d{4})`), ([first, from, begun, last, to, year]) => [[begun ?? year, from, first], [year, to, last]]],
  [form(`${MONTH} ${DAY}(?:,? (\\d{4}))?${DASH}${MONTH} ${DAY},? (\\d{4})`), ([from, first, begun, to, last, year]) => [[begun ?? year, from, first], [year, to, last]]],
  [form(`(\\d{4}),? ${MONTH}${DASH}${MONTH}`), ([year, from, to]) => [[year, from, undefined], [year, to, undefined]]],
];

/** A range of days or months in words: `22-26 June 2015`, `29 June–1 July 2011`, `July-October 1985`, `January 30–February 3, 1989`. */
export function rangeInWords(text: string): CslDate | undefined {
  for (const [sign, parts] of FORMS) {
    const [, ...groups] = sign.exec(text) ?? [];
    if (groups.length === 0) continue;
    const [from, to] = parts(groups).map(partsOf);
    if (from && to) return { 'date-parts': [from, to] };
  }
  return undefined;
}

function partsOf([year, month, day]: End): number[] | undefined {
  const number = monthOf(month ?? '');
  const date = Number(day ?? 1);
  return number === 0 || date < 1 || date > 31 ? undefined : [Number(year), number, ...(day === undefined ? [] : [date])];
}

/** Two whole dates with a dash or the like between them, as `read` reads each. */
export function rangeOfDates(text: string, read: (text: string) => CslDate): CslDate | undefined {
  for (const dash of [/\s*--\s*/, /\s*[–—]\s*/, /\s+-\s+/, /_/, /-/, /\//]) {
    const ends = text.split(dash);
    if (ends.length !== 2 || ends.some((end) => !/\d{4}/.test(end))) continue;
    const [from, to] = ends.map(read);
    const [begin, end] = [from?.['date-parts'] ?? [], to?.['date-parts'] ?? []];
    if (begin.length === 1 && end.length === 1) return { 'date-parts': [...begin, ...end], ...(from?.circa || to?.circa ? { circa: true } : {}) };
  }
  return undefined;
}
