import type { CslItem, CslName } from '../../model/csl.ts';
import { zoteroOf, type Creator } from '../../formats/zotero/item.ts';
import { ITEM_TYPES } from '../../formats/zotero/schema.ts';
import type { Arguments } from './node.ts';
import { argumentOf, flagOf, numberOf, textOf, textsIn } from './node.ts';
import { latin, makers, nameLetters } from './words.ts';

const OTHERS = ['contributor', 'composer', 'director', 'interviewer', 'host', 'performer', 'producer', 'recipient', 'reviewed-author', 'container-author'] as const;
const namesIn = (item: CslItem, roles: readonly string[]): CslName[] => roles.map((role) => item[role]).find((names): names is CslName[] => Array.isArray(names) && names.length > 0) ?? [];

/** The people of a role that Better BibTeX knows: `author`, `editor`, `translator`, `collaborator`; any other word takes the first of these that there is. */
export function peopleOf(item: CslItem, creator: string): readonly CslName[] {
  switch (creator) {
    case 'author': case 'editor': case 'translator': return namesIn(item, [creator]);
    case 'collaborator': return namesIn(item, OTHERS);
    default: { const made = makers(item); return made.length > 0 ? made : namesIn(item, OTHERS); }
  }
}

const cut = (text: string, length: number): string => (length > 0 ? text.slice(0, length) : text);
const family = (name: CslName | undefined): string => (name ? nameLetters(name) : '');
const given = (name: CslName | undefined): string => latin(name?.given ?? '');
const initials = (name: CslName | undefined): string => given(name).replace(/[^A-Z]/g, '');

/** Family names as Better BibTeX gives them: those of a role, with initials where they are asked for. The places of the two differ from function to function. */
const families = (item: CslItem, args: Arguments, place: number): string[] => {
  const withInitials = flagOf(args, place + 1, 'initials');
  return peopleOf(item, textOf(args, place, 'creator', '*')).map((name) => family(name) + (withInitials ? initials(name) : '')).filter(Boolean);
};

type Field = (item: CslItem, args: Arguments) => string | null;
type Of = (item: CslItem) => readonly CslName[];

/** The first, and the second of two, or what stands for the others. */
const pair = (names: readonly string[], between: string, more: string): string => (names.length === 2 ? names.join(between) : names.length > 2 ? `${names[0] ?? ''}${between}${more}` : names[0] ?? '');
const twoAndMore = (names: readonly string[], between: string): string => [...names.slice(0, 2), ...(names.length > 2 ? ['ea'] : [])].join(between);
/** One author: three letters; up to four: a letter each; more: three letters and a plus (as `alpha` labels do). */
const alpha = (names: readonly string[], between: string): string => (names.length === 1 ? (names[0] ?? '').slice(0, 3) : `${names.slice(0, names.length > 4 ? 3 : 4).map((name) => name.charAt(0)).join(between)}${names.length > 4 ? '+' : ''}`);
/** A name of one, initials of up to three, and a plus for more. */
const short = (names: readonly string[], between: string): string => (names.length === 1 ? names[0] ?? '' : `${names.slice(0, 3).map((name) => name.charAt(0)).join(between)}${names.length > 3 ? '+' : ''}`);
const shareOf = (names: readonly string[], length: number): string => names.map((name, at) => name.slice(0, Math.floor(length / names.length) + (at < length % names.length ? 1 : 0))).join('');
const beginning = (names: readonly string[], between: string): string => [(names[0] ?? '').slice(0, 5), ...names.slice(1).map((name) => name.charAt(0))].join(between);

/** Better BibTeX's functions over people, by their names in lower case. */
export const PEOPLE: Readonly<Record<string, Field>> = {
  auth: (item, args) => { const name = peopleOf(item, textOf(args, 2, 'creator', '*'))[numberOf(args, 1, 'm', 1) - 1]; return cut(family(name), numberOf(args, 0, 'n', 0)) + (flagOf(args, 3, 'initials') ? initials(name) : ''); },
  authors: (item, args) => several(peopleOf(item, textOf(args, 1, 'creator', '*')), args, 'EtAl'),
  authorsn: (item, args) => { const [names, most] = [families(item, args, 1), numberOf(args, 0, 'n', 0)]; return (most > 0 && most < names.length ? [...names.slice(0, most), 'EtAl'] : names).join(textOf(args, 3, 'sep', '')); },
  creators: (item, args) => several(chosen(item, args), args, ''),
  creatortypes: (item, args) => typesMatch(item, textsIn(args.given[0] ?? args.named['match'])[0]),
  authforeini: (item, args) => initials(peopleOf(item, textOf(args, 0, 'creator', '*'))[0]), authorlastforeini: (item, args) => initials(peopleOf(item, textOf(args, 0, 'creator', '*')).at(-1)),
  authorlast: (item, args) => families(item, args, 0).at(-1) ?? '', authlast: (item, args) => families(item, args, 0).at(-1) ?? '',
  authorsalpha: (item, args) => alpha(families(item, args, 0), textOf(args, 2, 'sep', '')), authini: (item, args) => families(item, args, 1).map((name) => cut(name, numberOf(args, 0, 'n', 0))).join(textOf(args, 3, 'sep', '.')), authorini: (item, args) => beginning(families(item, args, 0), textOf(args, 2, 'sep', '.')),
  authauthea: (item, args) => twoAndMore(families(item, args, 0), textOf(args, 2, 'sep', '.')), authetal: (item, args) => pair(families(item, args, 0), textOf(args, 2, 'sep', ''), 'EtAl'), authetal2: (item, args) => pair(families(item, args, 0), textOf(args, 2, 'sep', '.'), 'etal'), authshort: (item, args) => short(families(item, args, 0), textOf(args, 2, 'sep', '.')),
  editor: (item, args) => cut(family(item.editor?.[numberOf(args, 1, 'm', 1) - 1]), numberOf(args, 0, 'n', 0)), editors: (item, args) => several(item.editor ?? [], args, 'EtAl'), editorlast: (item) => family(item.editor?.at(-1)),
};

/** JabRef's markers over people: the same for authors (editors where there are none), authors alone (`pure…`) and editors. */
const markers = (of: Of): Readonly<Record<string, Field>> => {
  const all = (item: CslItem): string[] => of(item).map(family).filter(Boolean);
  return {
    '': (item, args) => cut(family(of(item)[numberOf(args, 1, 'm', 1) - 1]), numberOf(args, 0, 'n', 0)), s: (item, args) => several(of(item), args, 'EtAl'),
    etal: (item) => pair(all(item), '', 'EtAl'), firstfull: (item) => latin(`${of(item)[0]?.['non-dropping-particle'] ?? of(item)[0]?.['dropping-particle'] ?? ''}`).replace(/\s/g, '') + family(of(item)[0]), foreini: (item) => given(of(item)[0]).charAt(0), inin: (item, args) => shareOf(all(item), numberOf(args, 0, 'n', 1)),
    orini: (item) => beginning(all(item), ''), orlast: (item) => all(item).at(-1) ?? '', orlastforeini: (item) => given(of(item).at(-1)).charAt(0), orsalpha: (item) => alpha(all(item), ''), short: (item) => short(all(item), ''), ea: (item) => twoAndMore(all(item), '.'), dotetal: (item) => pair(all(item), '.', 'etal'),
  };
};
const AUTHORS = markers(makers);
const PURE = markers(({ author = [] }) => author);
const EDITORS = markers(({ editor = [] }) => editor);
const FORMS: Readonly<Record<string, string>> = { auth: '', authfirstfull: 'firstfull', authetal: 'etal', authforeini: 'foreini', authini: 'inin', authorini: 'orini', authorlast: 'orlast', authlast: 'orlast', authorlastforeini: 'orlastforeini', lastauthforeini: 'orlastforeini', authors: 's', authorsalpha: 'orsalpha', authshort: 'short', 'auth.auth.ea': 'ea', 'auth.etal': 'dotetal' };

/** JabRef's marker of that name over people, in lower case and without its numbers. */
export function markerOf(name: string): Field | undefined {
  if (name === 'author' || name === 'editor') return (item) => (item[name] ?? []).map((one) => [one.given, one['non-dropping-particle'], one.family ?? one.literal].filter(Boolean).join(' ')).join(' and ');
  const form = (rest: string): string | undefined => (Object.hasOwn(FORMS, rest) ? FORMS[rest] : undefined);
  const [pure, own, edited] = [name.startsWith('pure') ? form(name.slice(4)) : undefined, form(name), /^ed(?:it|t)/.test(name) ? form(name.replaceAll('edtr', 'auth').replaceAll('editor', 'author')) : undefined];
  if (pure !== undefined) return PURE[pure];
  return own !== undefined ? AUTHORS[own] : edited === undefined ? undefined : EDITORS[edited];
}

/** So many names, in a form, and what stands for the others; none at all (null) where there are fewer or more than asked for. */
function several(people: readonly CslName[], args: Arguments, usual: string): string | null {
  const [least, greatest] = [numberOf(args, 5, 'min', 0), numberOf(args, 6, 'max', 0)];
  if ((least > 0 && people.length < least) || (greatest > 0 && people.length > greatest)) return null;
  const wanted = argumentOf(args, 0, 'n');
  const [form, between] = [textOf(args, 2, 'name', '%(f)s'), textOf(args, 4, 'sep', '')];
  const names = people.map((name) => inForm(name, form)).filter(Boolean);
  if (typeof wanted === 'object' && !('expression' in wanted)) { const [from = 1, to = names.length] = wanted.map(Number); return (from < 0 ? names.slice(from) : names.slice(from - 1, to)).join(between); }
  const most = numberOf(args, 0, 'n', 0);
  if (most === 0 || Math.abs(most) >= names.length) return names.join(between);
  const more = textOf(args, 3, 'etal', usual);
  const shown = most < 0 ? names.slice(most) : names.slice(0, most);
  return shown.join(between) + (/^[a-z]+$/i.test(more) ? between : '') + more;
}

/** A name by a template: `%(f)s` family, `%(g)s` given names, `%(i)s` one initial, `%(I)s` all; `%(f).3s` three letters of it. */
const inForm = (name: CslName, form: string): string => form.replace(/%\(([fgiI])\)(?:\.(\d+))?s/g, (_, part: string, length?: string) => cut(part === 'f' ? family(name) : part === 'g' ? given(name) : part === 'i' ? initials(name).charAt(0) : initials(name), Number(length ?? 0)));

const asName = ({ lastName, firstName, name }: Creator): CslName => (name === undefined ? { ...(lastName === undefined ? {} : { family: lastName }), ...(firstName === undefined ? {} : { given: firstName }) } : { literal: name });

/** Creators of the kinds asked for, as Zotero calls them: `primary` is the chief kind of the item's type, a dash leaves one out, in a list within the list the first that there is counts. */
function chosen(item: CslItem, args: Arguments): CslName[] {
  const { itemType, creators } = zoteroOf(item, undefined);
  const there = creators.map(({ creatorType }) => creatorType);
  const meant = (kind: string): string => (kind === 'primary' ? ITEM_TYPES[itemType]?.creators[0] ?? 'author' : kind === '*' ? there[0] ?? '' : kind);
  const asked = argumentOf(args, 1, 'type', 'creator') ?? [['primary', 'editor', 'translator', '*']];
  const kinds = (typeof asked === 'object' && !('expression' in asked) ? asked : [asked]).flatMap((one) => (typeof one === 'object' && !('expression' in one) ? textsIn(one).map(meant).find((kind) => there.includes(kind)) ?? [] : textsIn(one).map(meant)));
  const [out, only] = [kinds.filter((kind) => kind.startsWith('-')).map((kind) => meant(kind.slice(1))), kinds.filter((kind) => !kind.startsWith('-'))];
  return creators.filter(({ creatorType }) => (only.length === 0 || only.includes(creatorType)) && !out.includes(creatorType)).map(asName);
}

/** `journalArticle:2primary;2editor`: how many parts each name has, and its kind; null where `match` is not in it. */
function typesMatch(item: CslItem, match: string | undefined): string | null {
  const { itemType, creators } = zoteroOf(item, undefined);
  const said = `${itemType}:${creators.map(({ name, creatorType }) => `${name === undefined ? 2 : 1}${creatorType === ITEM_TYPES[itemType]?.creators[0] ? 'primary' : creatorType}`).join(';')}`;
  return match === undefined ? said : said.includes(match.replace(/^\^|\$$/g, '')) ? '' : null;
}
