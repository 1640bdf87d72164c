import { patternOf } from '../../library/editing/pattern.ts';
import type { Arguments } from './node.ts';
import { numberOf, textOf } from './node.ts';
import { capital, isEmptyWord, latin } from './words.ts';

/** Null: nothing of this alternative is taken. */
type Filter = (text: string, args: Arguments) => string | null;

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const each = (text: string, of: (word: string) => string): string => words(text).map(of).join(' ');
const part = (text: string, args: Arguments): string => {
  const from = numberOf(args, 0, 'start', 1) - 1;
  const count = numberOf(args, 1, 'n', 0);
  return count > 0 ? text.slice(from, from + count) : text.slice(from);
};
const wordsFrom = (text: string, args: Arguments): string => {
  const all = words(text);
  const from = numberOf(args, 0, 'start', 1) - 1;
  const count = numberOf(args, 1, 'n', 0);
  return all.slice(from, count > 0 ? from + count : undefined).join(' ');
};

function replaced(text: string, args: Arguments, regex: boolean): string {
  const pattern = patternOf(textOf(args, 0, 'find', ''), regex, true);
  const by = textOf(args, 1, 'replace', '');
  return pattern.ok && text.length <= pattern.value.longest ? text.replace(pattern.value.of, regex ? by : by.replaceAll('$', '$$$$')) : text;
}

/** `.len('>', 3)`: this alternative only where the text is that long; longer than nothing unless told. */
function longEnough(text: string, args: Arguments): string | null {
  const than = numberOf(args, 1, 'n', 0);
  const tests: Readonly<Record<string, boolean>> = { '>': text.length > than, '>=': text.length >= than, '<': text.length < than, '<=': text.length <= than, '=': text.length === than, '==': text.length === than, '!=': text.length !== than };
  return tests[textOf(args, 0, 'relation', '>')] === false ? null : text;
}

/** Filters by the names that Better BibTeX and JabRef give them, in lower case. */
const FILTERS: Readonly<Record<string, Filter>> = {
  lower: (text) => text.toLowerCase(), upper: (text) => text.toUpperCase(), capitalize: (text) => each(text, capital), capitalise: (text) => each(text, capital), titlecase: (text) => each(text, (word) => (isEmptyWord(word) ? word.toLowerCase() : capital(word))), title_case: (text) => each(text, capital), sentencecase: (text) => capital(text.toLowerCase()), sentence_case: (text) => capital(text.toLowerCase()), camel: (text) => each(text, capital), camel_case: (text) => each(text, capital),
  abbr: (text) => words(text.replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')).map((word) => word.charAt(0)).join(''), acronym: (text) => words(text).map((word) => word.charAt(0).toUpperCase()).join(''),
  truncate: (text, args) => text.slice(0, numberOf(args, 0, 'n', text.length)), substring: part, select: wordsFrom, skipwords: (text) => words(text).filter((word) => !isEmptyWord(word)).join(' '),
  condense: (text, args) => words(text).join(textOf(args, 0, 'sep', '')), clean: (text) => latin(text).replace(/[^A-Za-z0-9_:.+/ -]/g, ''), alphanum: (text) => latin(text).replace(/[^A-Za-z0-9 ]/g, ''),
  ascii: (text) => text.replace(/[^\x20-\x7e]/g, ''), fold: latin, transliterate: latin, pinyin: latin, nopunct: (text) => text.replace(/[\p{P}\p{S}]/gu, ''), nopunctordash: (text) => text.replace(/[\p{P}\p{S}]/gu, ''),
  prefix: (text, args) => (text === '' ? '' : textOf(args, 0, 'prefix', '') + text), postfix: (text, args) => (text === '' ? '' : text + textOf(args, 0, 'postfix', '')), default: (text, args) => (text === '' ? textOf(args, 0, 'text', '') : text), ifempty: (text, args) => (text === '' ? textOf(args, 0, 'text', '') : text),
  replace: (text, args) => replaced(text, args, false), regex: (text, args) => replaced(text, args, true), len: longEnough,
};

/** The filter of that name; undefined where nobody calls one so. */
export const filterOf = (name: string): Filter | undefined => (Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined);
