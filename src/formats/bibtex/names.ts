import type { CslName } from '../../model/csl.ts';
import { texToText, type TexOptions } from './tex/read-tex.ts';
import { textToTex } from './tex/write-tex.ts';

/** The people of an author or editor field, split as BibTeX does: at `and` outside braces. `others` is left out. */
export function parseNames(field: string, options: TexOptions = {}): CslName[] {
  const text = /[\n\t\r]/.test(field) ? field.replace(/\s+/g, ' ') : field;
  const anded = text.includes('{') ? splitAnd(text) : text.split(/(?<! ) +[aA][nN][dD] +/);
  const all = anded.length === 1 && listed(text) ? splitAt(text, ';') : anded;
  const names: CslName[] = [];
  for (const one of all) {
    const name = one.replace(/^[\s,]+|(?<![\s,])[\s,]+$/g, '').replace(/^and |^and$| and$/i, '').trim();
    if (name !== '' && !/^others$/i.test(name) && !OPTION.test(name)) names.push(parseName(name, options));
  }
  return names;
}

/** Whether semicolons part the people, as databases write them and JabRef reads them: to BibTeX they would be one name. A sign of HTML ends with one, too. */
const listed = (text: string): boolean => text.includes('; ') && !/&#?\w+;/.test(text);

/** What BibLaTeX's lists of names may hold besides names: options of the list, such as `useprefix=false`. */
const OPTION = /^(?:useprefix|uniquelist|uniquename|nosortothers|\w+templatename)=\w+$/i;

/** Cuts at the word `and` where it stands at depth 0 of braces. */
function splitAnd(text: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (code === 32 && depth <= 0 && /^and[ {]$/i.test(text.slice(i + 1, i + 5))) {
      parts.push(text.slice(start, i));
      i += 3;
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Cuts at signs that stand at depth 0 of braces; runs of them are one where `runs` says so. */
export function splitAt(text: string, signs: string, runs = false): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (depth <= 0 && signs.includes(sign) && !(sign === '~' && text.charAt(i - 1) === '\\')) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return runs ? parts.filter(Boolean) : parts;
}

const PLAIN = /[\\{}~$`'-]/;

/** One name in any of BibTeX's three forms: `First von Last`, `von Last, First`, `von Last, Jr, First`. In braces it is an institution. */
function parseName(name: string, options: TexOptions): CslName {
  if (name.charCodeAt(0) === 123 && isOneGroup(name)) return { literal: shown(name.slice(1, -1), options) };
  if (name.includes('=') && /(?:^|,)\s*"?(?:family|given|prefix|suffix)\s*=/i.test(name)) return extended(name, options);
  const plain = !PLAIN.test(name);
  const comma = plain ? name.indexOf(',') : -1;
  // The form that nearly all people have: one word, a comma, and the rest.
  if (comma > 0 && comma < name.indexOf(' ') && name.indexOf(',', comma + 1) < 0) return assembled(name.slice(comma + 1).trim(), '', name.slice(0, comma), options);
  const [first = '', second, third, ...more] = (plain ? name.split(',') : splitAt(name, ',')).map((part) => part.trim());
  if (second === undefined) return fromOneForm(words(first), options);
  const { von, last } = splitVon(words(first), options);
  if (third === undefined) return SUFFIX.test(second) && von === '' && last.includes(' ') ? { ...fromOneForm(words(first), options), suffix: shown(second, options) } : assembled(second, von, last, options);
  return assembled([third, ...more].filter(Boolean).join(', '), von, last, options, second);
}

/** What stands for a given name but cannot be one. */
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/i;

/** Whether the first brace closes with the last sign, and what it holds is more than an accent. */
function isOneGroup(name: string): boolean {
  let depth = 0;
  for (let i = 0; i < name.length; i++) {
    const sign = name.charCodeAt(i);
    if (sign === 123) depth++;
    else if (sign === 125 && --depth === 0) return i === name.length - 1 && (name.charCodeAt(1) !== 92 || /\s/.test(name));
  }
  return false;
}

/** BibLaTeX's extended form, `family=Doe, given=Jane, prefix=van, useprefix=true`. */
function extended(name: string, options: TexOptions): CslName {
  const parts = new Map<string, string>();
  for (const part of splitQuoted(name)) {
    const cut = part.indexOf('=');
    const value = part.slice(cut + 1).trim().replace(/^"(.*)"$/s, '$1');
    if (cut > 0) parts.set(part.slice(0, cut).trim().replace(/^"/, '').toLowerCase(), shown(value, options));
  }
  const [family, given, prefix, suffix] = ['family', 'given', 'prefix', 'suffix'].map((label) => parts.get(label));
  return { ...(family ? { family } : {}), ...(given ? { given } : {}), ...(prefix ? { [parts.get('useprefix') === 'false' ? 'dropping-particle' : 'non-dropping-particle']: prefix } : {}), ...(suffix ? { suffix } : {}) };
}

/** Parts of an extended name, cut at commas outside braces and quotation marks. */
function splitQuoted(name: string): string[] {
  const parts: string[] = [];
  let [depth, start, quoted] = [0, 0, false];
  for (let i = 0; i < name.length; i++) {
    const sign = name.charAt(i);
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (sign === '"' && name.charAt(i - 1) !== '\\') quoted = !quoted;
    else if (sign === ',' && depth <= 0 && !quoted) { parts.push(name.slice(start, i)); start = i + 1; }
  }
  return [...parts, name.slice(start)];
}

const words = (text: string): string[] => (PLAIN.test(text) ? splitAt(text, ' ~', true) : text.split(' ').filter(Boolean));

/** Whether BibTeX takes a word for a particle: its first letter outside braces, or in a special character, is small. */
function lower(word: string, options: TexOptions): boolean {
  const bare = /^\p{Ll}/u.test(word);
  if (bare || !/[{\\]/.test(word)) return bare || /^['’`‘]\p{Ll}/u.test(word);
  const outside = word.replace(/^(?:\{(?!\\)[^{}]*\})+/, '');
  if (outside !== word) return lower(outside, options);
  return /^\P{L}*\p{Ll}/u.test(shown(word, options));
}

function fromOneForm(all: string[], options: TexOptions): CslName {
  if (all.length === 1) return { family: shown(all[0] ?? '', options) };
  const von = all.findIndex((word, index) => index < all.length - 1 && lower(word, options));
  if (von < 0) return assembled(all.slice(0, -1).join(' '), '', all.at(-1) ?? '', options);
  const rest = splitVon(all.slice(von), options);
  return assembled(all.slice(0, von).join(' '), rest.von, rest.last, options);
}

function splitVon(all: string[], options: TexOptions): { von: string; last: string } {
  const end = all.slice(0, -1).findLastIndex((word) => lower(word, options)) + 1;
  return end > 0 && lower(all[0] ?? '', options) ? { von: all.slice(0, end).join(' '), last: all.slice(end).join(' ') } : { von: '', last: all.join(' ') };
}

function assembled(given: string, von: string, last: string, options: TexOptions, suffix?: string): CslName {
  const name: CslName = { family: shown(last, options) };
  if (given) name.given = shown(given, options);
  if (von) name['non-dropping-particle'] = shown(von, options);
  if (suffix) name.suffix = shown(suffix, options);
  return name;
}

const shown = (text: string, options: TexOptions): string => (PLAIN.test(text) ? texToText(text, { macros: options.macros }).replace(/\u00a0/g, ' ') : text.trim());

/** Names as a BibTeX field, in the form with commas, which is never ambiguous. */
export const writeNames = (names: readonly CslName[], escape: (text: string) => string = textToTex): string => names.map((name) => writeName(name, (text) => named(escape(text)))).join(' and ');
/** A brace that is text, by its name: whoever splits names at braces counts the others only. */
const named = (tex: string): string => (tex.includes('\\{') || tex.includes('\\}') ? tex.replace(/\\([{}])/g, (_all, sign: string) => (sign === '{' ? '\\textbraceleft{}' : '\\textbraceright{}')) : tex);

function writeName(name: CslName, escape: (text: string) => string): string {
  if (name.literal !== undefined) return whole(escape(name.literal));
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
  if (!name.family) return whole(escape([name.given, particles, name.suffix].filter(Boolean).join(' ')));
  const family = [particles && escape(particles), guarded(name.family, escape)].filter(Boolean).join(' ');
  const given = name.given ? part(name.given, escape) : '';
  if (!given && !name.suffix) return /\s/.test(family) && !particles ? `{${escape(name.family)}}` : family;
  return [family, ...(name.suffix ? [part(name.suffix, escape)] : []), given].join(', ');
}

/** A name in braces, which is not split; in two where one alone would be those of a command. */
const whole = (tex: string): string => (/^\\\S*$/.test(tex) ? `{{${tex}}}` : `{${tex}}`);
const SEPARATING = /[,;=]|(?:^|\s)and(?=\s|$)/i;
const part = (text: string, escape: (text: string) => string): string => (SEPARATING.test(text) ? `{${escape(text)}}` : escape(text));
/** A family name with ` and `, a comma, or a small letter first would be read as something else. */
const guarded = (family: string, escape: (text: string) => string): string => (SEPARATING.test(family) || /(?:^|\s)[^\p{L}\s]*\p{Ll}/u.test(family) ? `{${escape(family)}}` : escape(family));
