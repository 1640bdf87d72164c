import { plainLetters } from './letters.ts';

/** One searchable word and its place among the words of its text. */
export interface Token { text: string; at: number }

const MARKUP = /<\/?(?:i|b|u|em|strong|sub|sup|sc|p|span|jats:[a-z-]+)(?:\s[^<>]*)?>/gi;
/** Commands that only set type; any other (`\alpha`) is a word. */
const TYPESETTING = /\\(?:text|math)?(?:bf|it|rm|tt|sf|sc|sl|up|cal|bb|frak|normal|series|family|shape|emph|underline|mathrm|operatorname|left|right|mbox)(?![a-zA-Z])/g;
const ACCENT = /\\(?:['"`^~=.]|[cvuHkrbd](?=[\s{]))\s*\{?\\?([a-zA-Z])\}?/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff{}$\\_^'’]/g;
const ASCII_WORD = /[a-z0-9]+(?:-[a-z0-9]+|(?<=[0-9])\.[0-9]+)*/g;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐][\p{L}\p{N}\p{M}]+|(?<=[0-9])\.[0-9]+)*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const HAS_CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const ASCII = /^[\0-\x7f]*$/;
const LONGEST = 60;

/** A text as search compares it: without case, accents, ligatures, apostrophes, markup and TeX. */
export function fold(text: string): string {
  let folded = text.includes('<') ? text.replace(MARKUP, '') : text;
  if (folded.includes('\\')) folded = folded.replace(ACCENT, '$1').replace(TYPESETTING, '').replace(/\\(?=[a-zA-Z])/g, ' ');
  return plainLetters(folded).toLowerCase().replace(INVISIBLE, '');
}

/**
 * The words of a text. A word with hyphens is there whole without them (`finetuning`) and in its parts; Chinese, Japanese and
 * Korean runs are there as pairs of characters, and the last character alone.
 */
export function tokens(text: string): Token[] {
  const folded = fold(text);
  const found: Token[] = [];
  let at = 0;
  for (const [word] of folded.matchAll(ASCII.test(folded) ? ASCII_WORD : WORD)) at = addWord(found, word, at);
  return found;
}

function addWord(found: Token[], word: string, at: number): number {
  if (word.includes('-') || word.includes('‐')) return addHyphenated(found, word, at);
  if (!ASCII.test(word) && HAS_CJK.test(word)) return addMixed(found, word, at);
  found.push({ text: word.slice(0, LONGEST), at });
  return at + 1;
}

function addHyphenated(found: Token[], word: string, at: number): number {
  const parts = word.split(/[-‐]/);
  found.push({ text: parts.join('').slice(0, LONGEST), at });
  let next = at;
  for (const part of parts) next = addWord(found, part, next);
  return next;
}

function addMixed(found: Token[], word: string, at: number): number {
  let next = at;
  let from = 0;
  for (const run of word.matchAll(CJK)) {
    if (run.index > from) found.push({ text: word.slice(from, run.index), at: next++ });
    next = addPairs(found, [...run[0]], next);
    from = run.index + run[0].length;
  }
  if (from < word.length) found.push({ text: word.slice(from), at: next++ });
  return next;
}

function addPairs(found: Token[], characters: string[], at: number): number {
  characters.forEach((character, i) => found.push({ text: character + (characters[i + 1] ?? ''), at: at + i }));
  return at + characters.length;
}

/** True for a token that stands for one such character, which is only ever looked for as a beginning. */
export const isSingleCharacter = (text: string): boolean => [...text].length === 1 && HAS_CJK.test(text);

/** What a searcher means by one word: the parts in a row, or (with hyphens) also the whole. */
export function termsOf(word: string): { row: string[]; whole: string | null } {
  const all = tokens(word);
  const row: string[] = [];
  let whole: string | null = null;
  for (const [i, token] of all.entries()) {
    if (all[i + 1]?.at === token.at) whole = all.length > 1 && i === 0 && all.at(-1)?.at === all.length - 2 ? token.text : null;
    else row.push(token.text);
  }
  return { row: withoutLastSingle(row), whole };
}

/** The last character of a run is there for indexing; a searched run is found by its pairs alone. */
const withoutLastSingle = (row: string[]): string[] => {
  const last = row.at(-1);
  return last !== undefined && row.length > 1 && isSingleCharacter(last) && row.at(-2)?.endsWith(last) === true ? row.slice(0, -1) : row;
};
