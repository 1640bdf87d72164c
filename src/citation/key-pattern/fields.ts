import type { CslDate, CslItem } from '../../model/csl.ts';
import { CSL_DATE_VARIABLES, CSL_NAME_VARIABLES, CslItem as Item } from '../../model/csl.ts';
import { languageOf } from '../../formats/bibtex/languages.ts';
import { TYPE_OUT } from '../../formats/bibtex/types.ts';
import { zoteroOf } from '../../formats/zotero/item.ts';
import { baseOf, ITEM_TYPES } from '../../formats/zotero/schema.ts';
import { dateText, yearOf } from './dates.ts';
import type { Arguments } from './node.ts';
import { numberOf, textOf, textsIn } from './node.ts';
import { markerOf, PEOPLE } from './people.ts';
import { allWords, capital, isEmptyWord, makers, nameLetters, tellingWords } from './words.ts';

/** Null: nothing of this alternative is taken. */
export type Field = (item: CslItem, args: Arguments) => string | null;

/** Stands where a pattern wants what tells equal keys apart. */
export const INFIX = '\u0001';

const titled = (item: CslItem, count: number, capitals: number): string => tellingWords(item.title ?? '').slice(0, count).map((word, at) => (at < capitals ? capital(word) : word)).join(' ');
const everyWord = (item: CslItem, of: (word: string) => string, count = Infinity): string => allWords(item.title ?? '').slice(0, count).map(of).join(' ');
const pages = (item: CslItem): string[] => String(item.page ?? '').split(/[-–—,+ ]+/).filter(Boolean);
const keywords = (item: CslItem): string[] => (item.keyword ?? '').split(/\s*[;,]\s*/).filter(Boolean);
const keyword = (item: CslItem, at: number): string => keywords(item)[Math.max(0, at - 1)] ?? '';
const partOf = (date: CslDate | undefined, at: number): number => Number(date?.['date-parts']?.[0]?.[at] ?? 0);
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const monthOf = (item: CslItem): string => MONTHS[partOf(item.issued, 1) - 1] ?? '';

/** A test takes nothing of the key, or all of the alternative. */
const test = (holds: boolean): string | null => (holds ? '' : null);
const sameLanguage = (one: string, other: string): boolean => { const [a, b] = [languageOf(one), languageOf(other)].map((code) => code.toLowerCase()); return a === b || a?.split('-')[0] === b; };
const isOfType = (item: CslItem, name: string): boolean => [zoteroOf(item, undefined).itemType, item.type, ...(TYPE_OUT[item.type] ?? [])].some((type) => type.toLowerCase() === name.toLowerCase().replace(/[ _]/g, ''));

/** Functions and fields of Better BibTeX, and of JabRef where the two agree, by their names in lower case. */
const FIELDS: Readonly<Record<string, Field>> = {
  ...PEOPLE,
  shorttitle: (item, args) => titled(item, numberOf(args, 0, 'n', 3), numberOf(args, 1, 'm', 0)), veryshorttitle: (item, args) => titled(item, numberOf(args, 0, 'n', 1), numberOf(args, 1, 'm', 0)),
  shorttitleini: (item) => tellingWords(item.title ?? '').slice(0, 3).map((word) => word.charAt(0)).join(''), camel: (item, args) => everyWord(item, capital, numberOf(args, 0, 'n', Infinity)), title: (item) => capital(everyWord(item, (word) => (isEmptyWord(word) ? word.toLowerCase() : capital(word)))), fulltitle: (item) => item.title ?? '',
  year: (item) => yearOf(item.issued), shortyear: (item) => yearOf(item.issued).slice(-2), origyear: (item) => yearOf(item['original-date']) || yearOf(item.issued), month: (item) => monthOf(item).slice(0, 3).toLowerCase(), day: (item) => dateText(item, '%d'),
  date: (item, args) => dateText(item, textOf(args, 0, 'format', '%Y-%m-%d')), origdate: (item) => dateText(item, '%oY-%om-%od'),
  firstpage: (item) => pages(item)[0] ?? '', lastpage: (item) => pages(item).at(-1) ?? '', pageprefix: (item) => /^[A-Za-z]*/.exec(pages(item)[0] ?? '')?.[0] ?? '',
  keyword: (item, args) => keyword(item, numberOf(args, 0, 'n', 1)), keywords: (item, args) => keywords(item).slice(0, numberOf(args, 0, 'n', Infinity)).join(' '),
  journal: (item, args) => (/^(?:full|off)$/.test(textOf(args, 0, 'abbrev', '')) ? undefined : item['container-title-short']) ?? item['container-title'] ?? '',
  type: (item, { given }) => (given.length === 0 ? zoteroOf(item, undefined).itemType : test(given.flatMap(textsIn).some((name) => isOfType(item, name)))), itemtype: (item) => zoteroOf(item, undefined).itemType, entrytype: (item) => capital(TYPE_OUT[item.type]?.[0] ?? 'misc'),
  language: ({ language = '' }, { given }) => (given.length === 0 ? language : test(given.flatMap(textsIn).some((name) => sameLanguage(language, name)))),
  field: (item, args) => fieldOf(textOf(args, 0, 'name', ''))?.(item, { given: [], named: {} }) ?? '', extra: (item, args) => extraLine(item, textOf(args, 0, 'variable', '')),
  zotero: (item) => [nameLetters(makers(item)[0] ?? {}).toLowerCase() || 'noauthor', tellingWords(item.title ?? '')[0]?.toLowerCase() ?? '', yearOf(item.issued) || 'nodate'].filter(Boolean).join('_'),
  library: () => '', group: () => null, infix: () => INFIX, postfix: () => '',
};

/** What BibTeX and Zotero call a variable of CSL. */
const ALIASES: Readonly<Record<string, string>> = { booktitle: 'container-title', journaltitle: 'container-title', publicationtitle: 'container-title', series: 'collection-title', number: 'issue', pages: 'page', address: 'publisher-place', location: 'publisher-place', school: 'publisher', institution: 'publisher', organization: 'publisher', conferencename: 'event-title', url: 'URL', eprint: 'number', note: 'note', shorttitlefield: 'title-short' };
const PLAIN_VARIABLES = new Map(Object.keys(Item.shape).filter((name) => ![...CSL_NAME_VARIABLES, ...CSL_DATE_VARIABLES].some((other) => other === name)).map((name) => [name.toLowerCase(), name]));
const ZOTERO_FIELDS = new Map(Object.values(ITEM_TYPES).flatMap(({ fields, own }) => [...fields, ...own.values()]).map((name) => [name.toLowerCase(), name]));

/** The field of that name in Better BibTeX's notation; undefined where nobody calls one so. */
export function fieldOf(name: string): Field | undefined {
  const small = name.toLowerCase().replace(/ /g, '');
  const own = Object.hasOwn(FIELDS, small) ? FIELDS[small] : undefined;
  if (own) return own;
  const variable = PLAIN_VARIABLES.get(small) ?? (Object.hasOwn(ALIASES, small) ? ALIASES[small] : undefined);
  if (variable !== undefined) return (item) => { const value = item[variable]; return typeof value === 'string' || typeof value === 'number' ? String(value) : ''; };
  const zotero = ZOTERO_FIELDS.get(small);
  return zotero === undefined ? undefined : (item) => { const { itemType, fields } = zoteroOf(item, undefined); return fields[zotero] ?? fields[baseOf(itemType, zotero)] ?? ''; };
}

/** Markers of JabRef that say another thing than Better BibTeX's functions of that name. */
const JABREF: Readonly<Record<string, Field>> = { month: monthOf, day: (item) => String(partOf(item.issued, 2) || ''), type: FIELDS['entrytype'] ?? (() => ''), groups: () => '' };

/** JabRef's marker of that name; what it does not have itself is looked for among the fields. */
export function jabrefField(name: string): Field | undefined {
  const small = name.toLowerCase();
  return markerOf(small) ?? (Object.hasOwn(JABREF, small) ? JABREF[small] : undefined) ?? fieldOf(small);
}

/** What a line of the paper's own notes says (`tex.shortauthor: APA`), or one of its variables. */
function extraLine(item: CslItem, variable: string): string {
  for (const name of variable.toLowerCase().split('/').map((one) => one.trim().replace(/^tex\./, ''))) {
    const [, line] = new RegExp(`^\\s*(?:tex\\.)?${name.replace(/[^\p{L}\p{N} -]/gu, '.')}\\s*[:=]\\s*(.+)$`, 'imu').exec(item.note ?? '') ?? [];
    if (line !== undefined) return line.trim();
    const known = Object.keys(item).find((one) => one.replace(/-/g, '').toLowerCase() === name.replace(/[ -]/g, ''));
    const value = known === undefined ? undefined : item[known];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (known !== undefined && CSL_DATE_VARIABLES.some((one) => one === known)) return yearOf(value as CslDate);
  }
  return '';
}
