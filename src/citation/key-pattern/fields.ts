import type { CslDate, CslItem, CslName } from '../../model/csl.ts';
import { CSL_DATE_VARIABLES, CSL_NAME_VARIABLES, CslItem as Item } from '../../model/csl.ts';
import type { Arguments } from './node.ts';
import { numberOf, textOf } from './node.ts';
import { allWords, capital, isEmptyWord, latin, makers, nameLetters, tellingWords } from './words.ts';

type Field = (item: CslItem, args: Arguments) => string;

const cut = (text: string, length: number): string => (length > 0 ? text.slice(0, length) : text);
const initial = (name: CslName | undefined): string => latin(name?.given ?? '').charAt(0);
const family = (name: CslName | undefined): string => (name ? nameLetters(name) : '');
const initials = (names: readonly CslName[], length = 1): string => names.map((name) => family(name).slice(0, length)).join('');

/** Name fields, over authors (editors where there are none), or over editors alone. */
const nameFields = (of: (item: CslItem) => readonly CslName[]): Record<string, Field> => ({
  '': (item, args) => cut(family(of(item)[numberOf(args, 1, 'm', 1) - 1]), numberOf(args, 0, 'n', 0)),
  s: (item, args) => several(of(item), numberOf(args, 0, 'n', 0), textOf(args, 3, 'etal', 'EtAl'), textOf(args, 4, 'sep', '')),
  last: (item) => family(of(item).at(-1)),
  foreini: (item) => initial(of(item)[0]),
  lastforeini: (item) => initial(of(item).at(-1)),
});
const author = nameFields(makers);
const editor = nameFields((item) => item.editor ?? []);
const fieldIn = (table: Record<string, Field>, name: string): Field => table[name] ?? (() => '');

function several(names: readonly CslName[], most: number, more: string, between: string): string {
  const shown = most > 0 && names.length > most ? [...names.slice(0, most).map(family), more] : names.map(family);
  return shown.join(between);
}

/** First author, and the second of two, or what stands for the others. */
const pair = (names: readonly CslName[], between: string, more: string, twoAndMore = false): string => {
  const [first, second] = names.map(family);
  if (second === undefined) return first ?? '';
  return names.length === 2 || twoAndMore ? (first ?? '') + between + second + (names.length > 2 ? more : '') : (first ?? '') + more;
};

/** One author: three letters; up to four: a letter each; more: three letters and a plus (as `alpha` labels do). */
const alpha = (names: readonly CslName[]): string => (names.length === 1 ? family(names[0]).slice(0, 3) : names.length <= 4 ? initials(names) : `${initials(names.slice(0, 3))}+`);
/** JabRef's `authshort`: a name of one, initials of up to three, and a plus for more. */
const short = (names: readonly CslName[]): string => (names.length === 1 ? family(names[0]) : `${initials(names.slice(0, 3))}${names.length > 3 ? '+' : ''}`);
const shareOf = (names: readonly CslName[], length: number): string => (names.length === 0 ? '' : names.map((name, at) => family(name).slice(0, Math.floor(length / names.length) + (at < length % names.length ? 1 : 0))).join(''));

const titled = (item: CslItem, count: number, capitals: number): string => tellingWords(item.title ?? '').slice(0, count).map((word, at) => (at < capitals ? capital(word) : word)).join(' ');
const everyWord = (item: CslItem, of: (word: string) => string): string => allWords(item.title ?? '').map(of).join(' ');
const pages = (item: CslItem): string[] => String(item.page ?? '').split(/[-–—,+ ]+/).filter(Boolean);
const keyword = (item: CslItem, at: number): string => (item.keyword ?? '').split(/\s*[;,]\s*/)[Math.max(0, at - 1)] ?? '';

/** A year of four digits, from any form of date; '' where there is none. */
export function yearOf(date: CslDate | undefined): string {
  const text = date?.['date-parts']?.[0]?.[0] ?? date?.literal ?? date?.raw ?? date?.edtf ?? '';
  return /\d{4}/.exec(String(text))?.[0] ?? '';
}
const datePart = (item: CslItem, at: number): string => String(item.issued?.['date-parts']?.[0]?.[at] ?? '').padStart(2, '0').replace(/^00$/, '');

/** Fields by the names that Better BibTeX and JabRef give them, in lower case. */
const FIELDS: Readonly<Record<string, Field>> = {
  auth: fieldIn(author, ''), author: fieldIn(author, ''), authfirst: fieldIn(author, ''), authfirstfull: fieldIn(author, ''), pureauth: (item, args) => fieldIn(nameFields(({ author: names = [] }) => names), '')(item, args),
  authors: fieldIn(author, 's'), authorsn: fieldIn(author, 's'), authlast: fieldIn(author, 'last'), authorlast: fieldIn(author, 'last'), authforeini: fieldIn(author, 'foreini'), authorforeini: fieldIn(author, 'foreini'), authorlastforeini: fieldIn(author, 'lastforeini'), authini: (item, args) => shareOf(makers(item), numberOf(args, 0, 'n', 1)),
  edtr: fieldIn(editor, ''), editor: fieldIn(editor, ''), editors: fieldIn(editor, 's'), editorlast: fieldIn(editor, 'last'), edtrforeini: fieldIn(editor, 'foreini'), editorforeini: fieldIn(editor, 'foreini'),
  authetal: (item) => pair(makers(item), '', 'EtAl'), authetal2: (item) => pair(makers(item), '.', '.etal'), 'auth.etal': (item) => pair(makers(item), '.', '.etal'), 'auth.auth.ea': (item) => pair(makers(item), '.', '.ea', true), authauthea: (item) => pair(makers(item), '.', '.ea', true),
  authorsalpha: (item) => alpha(makers(item)), authshort: (item) => short(makers(item)), edtrshort: (item) => short(item.editor ?? []), authorini: (item) => family(makers(item)[0]).slice(0, 5) + initials(makers(item).slice(1)), authinin: (item, args) => shareOf(makers(item), numberOf(args, 0, 'n', 1)),
  shorttitle: (item, args) => titled(item, numberOf(args, 0, 'n', 3), numberOf(args, 1, 'm', 0)), veryshorttitle: (item, args) => titled(item, numberOf(args, 0, 'n', 1), numberOf(args, 1, 'm', 0)),
  shorttitleini: (item) => tellingWords(item.title ?? '').slice(0, 3).map((word) => word.charAt(0)).join(''), camel: (item) => everyWord(item, capital), title: (item) => everyWord(item, (word) => (isEmptyWord(word) ? word.toLowerCase() : capital(word))), fulltitle: (item) => item.title ?? '',
  year: (item) => yearOf(item.issued), shortyear: (item) => yearOf(item.issued).slice(-2), origyear: (item) => yearOf(item['original-date']) || yearOf(item.issued), month: (item) => datePart(item, 1), day: (item) => datePart(item, 2), date: (item) => [yearOf(item.issued), datePart(item, 1), datePart(item, 2)].filter(Boolean).join('-'),
  firstpage: (item) => pages(item)[0] ?? '', lastpage: (item) => pages(item).at(-1) ?? '', pageprefix: (item) => /^[A-Za-z]*/.exec(pages(item)[0] ?? '')?.[0] ?? '',
  keyword: (item, args) => keyword(item, numberOf(args, 0, 'n', 1)), keywords: (item) => (item.keyword ?? '').replace(/[;,]/g, ' '),
  journal: (item) => item['container-title-short'] ?? item['container-title'] ?? '', type: ({ type }) => type, entrytype: ({ type }) => type, itemtype: ({ type }) => type,
  language: (item) => item.language ?? '',
};

/** What BibTeX and Zotero call a variable of CSL. */
const ALIASES: Readonly<Record<string, string>> = { booktitle: 'container-title', journaltitle: 'container-title', publicationtitle: 'container-title', series: 'collection-title', number: 'issue', pages: 'page', address: 'publisher-place', location: 'publisher-place', school: 'publisher', institution: 'publisher', organization: 'publisher', conferencename: 'event-title', url: 'URL', eprint: 'number', note: 'note', shorttitlefield: 'title-short' };
const PLAIN_VARIABLES = new Map(Object.keys(Item.shape).filter((name) => ![...CSL_NAME_VARIABLES, ...CSL_DATE_VARIABLES].some((other) => other === name)).map((name) => [name.toLowerCase(), name]));

/** The field of that name; undefined where nobody calls one so. */
export function fieldOf(name: string): Field | undefined {
  const small = name.toLowerCase();
  const own = Object.hasOwn(FIELDS, small) ? FIELDS[small] : undefined;
  if (own) return own;
  const variable = PLAIN_VARIABLES.get(small) ?? (Object.hasOwn(ALIASES, small) ? ALIASES[small] : undefined);
  return variable === undefined ? undefined : (item) => { const value = item[variable]; return typeof value === 'string' || typeof value === 'number' ? String(value) : ''; };
}
