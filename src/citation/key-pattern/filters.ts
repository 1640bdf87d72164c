import { patternOf, type Pattern } from '../../library/editing/pattern.ts';
import { textDate } from './dates.ts';
import type { Arguments } from './node.ts';
import { argumentOf, flagOf, numberOf, textOf } from './node.ts';
import { capital, isEmptyWord, latin, tellingWords } from './words.ts';

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
  const start = numberOf(args, 0, 'start', 1);
  const from = start < 0 ? Math.max(0, all.length + start) : Math.max(0, start - 1);
  const count = numberOf(args, 1, 'n', 0);
  return all.slice(from, count > 0 ? from + count : undefined).join(' ');
};

function replaced(text: string, args: Arguments, regex: boolean): string {
  const pattern = lookedFor(args, regex);
  const by = textOf(args, 1, 'replace', '');
  return pattern !== null && text.length <= pattern.longest ? text.replace(pattern.of, regex ? by : by.replaceAll('$', '$$$$')) : text;
}

/** What is looked for: an expression between slashes, or a text, in whatever case. */
function lookedFor(args: Arguments, regex = false): Pattern | null {
  const find = argumentOf(args, 0, 'find', 'match') ?? '';
  const expression = typeof find === 'object' && 'expression' in find;
  const pattern = expression ? patternOf(find.expression, true, find.matchCase) : patternOf(textOf({ given: [find], named: {} }, 0, '', ''), regex, regex);
  return pattern.ok ? pattern.value : null;
}

/** `.match(…)`: this alternative only where it is found; of an expression with groups, what these hold. */
function matched(text: string, args: Arguments): string | null {
  const pattern = lookedFor(args);
  if (pattern === null || text.length > pattern.longest) return text;
  const [found] = (flagOf(args, 1, 'clean') ? latin(text) : text).matchAll(pattern.of);
  if (found === undefined) return null;
  return found.length > 1 ? found.slice(1).join('') : text;
}

/** `.len('>', 3)`: this alternative only where the text is that long; longer than nothing unless told. */
function longEnough(text: string, args: Arguments): string | null {
  const than = numberOf(args, 1, 'length', numberOf(args, 1, 'n', 0));
  const { length } = text.replace(/\s/g, '');
  const tests: Readonly<Record<string, boolean>> = { '>': length > than, '>=': length >= than, '<': length < than, '<=': length <= than, '=': length === than, '==': length === than, '!=': length !== than };
  return tests[textOf(args, 0, 'relation', '>')] === false ? null : text;
}

/** Stands for a dash while other signs go; a letter that no text has. */
const DASH = '\u{F8FF}';
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const romanised = (text: string, args: Arguments): string => latin(/^(?:de|german)$/i.test(textOf(args, 0, 'mode', '')) ? text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter] ?? letter) : text);

/** Words are told apart, and times given, as they are: there is no dictionary of Chinese or Japanese here, and no time of day in a date. */
const AS_IT_IS = 'jieba kuromoji localtime';
/** JabRef's formatters for what no key can hold: braces, TeX, HTML, forms of dates, pages and units. */
const NOT_IN_KEYS = 'normalize_date normalize_month normalize_names normalize_page_numbers html_to_latex html_to_unicode latex_to_unicode unicode_to_latex latex_cleanup minify_name_list ordinals_to_superscripts units_to_latex remove_braces remove_brackets remove_enclosing_braces add_braces remove_hyphenated_newlines remove_newlines remove_redundant_spaces replace_tabs trim_whitespace escapeunderscores escapeampersands escapedollarsign cleanup_url clear_text no_filter';

/** Filters by the names that Better BibTeX and JabRef give them, in lower case. */
const FILTERS: Readonly<Record<string, Filter>> = {
  lower: (text) => text.toLowerCase(), upper: (text) => text.toUpperCase(), capitalize: (text) => each(text, capital), capitalise: (text) => each(text, capital), titlecase: (text) => each(text, (word) => (isEmptyWord(word) ? word.toLowerCase() : capital(word))), title_case: (text) => each(text, capital), sentencecase: (text) => capital(text.toLowerCase()), sentence_case: (text) => capital(text.toLowerCase()), camel: (text) => each(text, capital), camel_case: (text) => each(text, capital),
  abbr: (text, args) => words(text.replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')).map((word) => word.slice(0, numberOf(args, 0, 'chars', 1))).join(''), acronym: (text) => words(text).map((word) => word.charAt(0).toUpperCase()).join(''),
  truncate: (text, args) => text.slice(0, numberOf(args, 0, 'n', text.length)), substring: part, select: wordsFrom, skipwords: (text) => words(text).filter((word) => !isEmptyWord(word)).join(' '),
  condense: (text, args) => words(text).join(textOf(args, 0, 'sep', '')), clean: (text) => latin(text).replace(/[^A-Za-z0-9_:.+/ -]/g, ''), alphanum: (text) => latin(text).replace(/[^A-Za-z0-9 ]/g, ''),
  ascii: (text) => text.replace(/[^\x20-\x7e]/g, ''), fold: romanised, transliterate: romanised, pinyin: latin, nopunct: (text, args) => text.replace(/\p{Pd}/gu, DASH).replace(/[\p{P}\p{S}]/gu, '').replaceAll(DASH, textOf(args, 0, 'dash', '-')), nopunctordash: (text) => text.replace(/[\p{P}\p{S}]/gu, ''),
  prefix: (text, args) => (text === '' ? '' : textOf(args, 0, 'prefix', '') + text), postfix: (text, args) => (text === '' ? '' : text + textOf(args, 0, 'postfix', '')), default: (text, args) => (text === '' ? textOf(args, 0, 'text', '') : text), ifempty: (text, args) => (text === '' ? textOf(args, 0, 'text', '') : text),
  match: matched, discard: () => '', numeric: (text) => (/^\s*[-+]?\d/.test(text) ? text : ''), formatdate: (text, args) => textDate(text, textOf(args, 0, 'format', '%Y-%m-%d')), ideographs: (text) => text.replace(/\p{Script=Han}/gu, ' $& ').trim(),
  truncate_n: (text, args) => text.slice(0, numberOf(args, 0, 'n', text.length)).trimEnd(), remove_digits: (text) => text.replace(/\d/g, ''), very_short_title: (text) => tellingWords(text).slice(0, 1).join(''), short_title: (text) => tellingWords(text).slice(0, 3).join(' '),
  replace: (text, args) => replaced(text, args, false), regex: (text, args) => replaced(text, args, true), len: longEnough,
};

/** The filter of that name; undefined where nobody calls one so. */
export function filterOf(name: string): Filter | undefined {
  if (Object.hasOwn(FILTERS, name)) return FILTERS[name];
  if (`${AS_IT_IS} ${NOT_IN_KEYS}`.split(' ').includes(name)) return (text) => text;
  const bare = SYNONYMS[name] ?? name.replace(/[_-]/g, '');
  return Object.hasOwn(FILTERS, bare) ? FILTERS[bare] : undefined;
}

const SYNONYMS: Readonly<Record<string, string>> = { lower_case: 'lower', upper_case: 'upper', abbreviate: 'abbr', clear: 'discard', camel_n: 'camel', unidecode: 'fold', skip_words: 'skipwords' };
