import { fits, passageOf, wantedWords, type WantedWords } from './passage.ts';
import type { ParsedQuery } from './query.ts';
import { fold } from './tokens.ts';

/** Where words stand in a PDF: the page (from 0) that has most of them, the first of several; how many pages have any; the words around. */
export interface PageHit { page: number; pages: number; passage: { text: string; marks: [number, number][] } }

type Row = ParsedQuery & { is: 'row' };
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Looks through the pages of a PDF for what a query asks of PDFs; null where nothing of it stands there. */
export function pageHit(pages: readonly string[], query: ParsedQuery): PageHit | null {
  const wanted = wantedWords(query, 'pdf');
  const rows = rowsOf(query);
  if (wanted === null) return null;
  let best: { page: number; rows: number; at: number } | null = null;
  let count = 0;
  for (const [page, text] of pages.entries()) {
    const places = placesOn(text, rows);
    if (places.length > 0) count++;
    if (places.length > (best?.rows ?? 0)) best = { page, rows: places.length, at: Math.min(...places) };
  }
  if (best === null) return null;
  const text = asLine(pages[best.page] ?? '');
  return { page: best.page, pages: count, passage: passageOf(text, wanted, best.at) ?? { text: text.slice(best.at, best.at + SHOWN), marks: [] } };
}

/** Letters of a passage whose words cannot be told apart (Chinese, Japanese). */
const SHOWN = 120;

/** Line breaks are no more than spaces; a letter for a letter, so that places stay what they are. */
const asLine = (text: string): string => text.replace(/\n/g, ' ');

/** What a query looks for in PDFs, each a word or words that follow each other. */
function rowsOf(query: ParsedQuery): Row[] {
  if (query.is === 'and' || query.is === 'or') return query.of.flatMap(rowsOf);
  return query.is === 'row' && (query.field === null || query.field === 'pdf') ? [query] : [];
}

/** Where each of the rows that stand on a page begins. Most pages are done with once their letters have been looked through. */
function placesOn(text: string, rows: readonly Row[]): number[] {
  const folded = fold(text);
  const likely = rows.filter(({ words }) => words.every((word) => folded.includes(word)));
  return likely.flatMap((row) => beginOf(text, row) ?? []);
}

function beginOf(text: string, { words, prefix }: Row): number | null {
  const wanted: WantedWords[] = words.map((word, i) => (prefix && i === words.length - 1 ? { whole: new Set(), beginnings: [word] } : { whole: new Set([word]), beginnings: [] }));
  const begun: number[] = [];
  let before: (number | null)[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const plain = fold(word);
    // How far each row of words has come, ending with this word: the begin of those whose first n words stand here.
    const now = wanted.map((one, i) => (fits(plain, one) ? (i === 0 ? index : before[i - 1] ?? null) : null));
    const whole = now.at(-1);
    if (whole !== null && whole !== undefined) begun.push(whole);
    if (begun.length > 0) break;
    before = now;
  }
  return begun[0] ?? runOf(text, words);
}

/** Words of scripts that are written without spaces are found as what they are: parts of a longer run. */
function runOf(text: string, [first = '']: readonly string[]): number | null {
  const at = /[^\0-\x7f]/.test(first) ? text.indexOf(first) : -1;
  return at < 0 ? null : at;
}
