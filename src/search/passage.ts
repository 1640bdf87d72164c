import type { ParsedQuery } from './query.ts';
import { fold } from './tokens.ts';

/** Words before the first that was looked for, in letters, and the length of what is shown. */
const LEAD = 24;
const LENGTH = 240;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

export interface WantedWords { whole: ReadonlySet<string>; beginnings: readonly string[] }

/** The words that a query looks for in an abstract (or in PDFs), those it leaves out apart; null where it asks for no words there. */
export function wantedWords(query: ParsedQuery, place: 'abstract' | 'pdf' = 'abstract'): WantedWords | null {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  const gather = (part: ParsedQuery): void => {
    if (part.is === 'and' || part.is === 'or') part.of.forEach(gather);
    if (part.is !== 'row' || (part.field !== null && part.field !== place)) return;
    part.words.forEach((word, at) => { if (part.prefix && at === part.words.length - 1) beginnings.push(word); else whole.add(word); });
  };
  gather(query);
  return whole.size + beginnings.length === 0 ? null : { whole, beginnings };
}

/** The part of a text around the first of the words (from a place on), with their places in it; null where none stands there. */
export function passageOf(text: string, wanted: WantedWords, after = 0): { text: string; marks: [number, number][] } | null {
  const hits: [number, number][] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (hits.length > 0 && index > from + LENGTH) break;
    if (index < after || !fits(fold(word), wanted)) continue;
    if (hits.length === 0) from = beginningNear(text, index);
    if (index + word.length <= from + LENGTH) hits.push([index, index + word.length]);
  }
  if (hits.length === 0) return null;
  const lead = from > 0 ? '… ' : '';
  const shift = lead.length - from;
  return { text: lead + text.slice(from, from + LENGTH).replace(/\n/g, ' '), marks: hits.map(([a, b]) => [a + shift, b + shift]) };
}

export const fits = (word: string, { whole, beginnings }: WantedWords): boolean => whole.has(word) || beginnings.some((one) => one !== '' && word.startsWith(one));

/** A place to begin reading: a word's beginning a little before, or the text's. */
function beginningNear(text: string, index: number): number {
  if (index <= LEAD) return 0;
  const space = text.indexOf(' ', index - LEAD);
  return space < 0 || space >= index ? index : space + 1;
}
