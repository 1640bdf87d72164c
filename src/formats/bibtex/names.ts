import type { CslName } from '../../model/csl.ts';
import { texToText, textToTex } from './tex.ts';

/** The people of an author or editor field, split as BibTeX does: at `and` outside braces. `others` is left out. */
export function parseNames(field: string): CslName[] {
  return splitOutside(field, /^\s+and\s+/i).map((name) => name.trim()).filter((name) => name && name.toLowerCase() !== 'others').map(parseName);
}

/** Cuts a text where a separator stands at depth 0 of braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (depth === 0 && /[\s,]/.test(sign)) {
      const match = separator.exec(text.slice(i, i + 40));
      if (match) { parts.push(text.slice(start, i)); i += match[0].length - 1; start = i + 1; }
    }
  }
  return [...parts, text.slice(start)];
}

/** One name in any of BibTeX's three forms: `First von Last`, `von Last, First`, `von Last, Jr, First`. In braces it is an institution. */
function parseName(name: string): CslName {
  if (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(name) && !/^\{\\/.test(name)) return { literal: texToText(name) };
  if (/(?:^|,)\s*(?:family|given)\s*=/i.test(name)) return extended(name);
  const [first = '', second, third] = splitOutside(name, /^\s*,\s*/).map((part) => part.trim());
  if (second === undefined) return fromOneForm(words(first));
  const { von, last } = splitVon(words(first));
  return assembled(third === undefined ? second : third, von, last, third === undefined ? undefined : second);
}

/** BibLaTeX's extended form, `family=Doe, given=Jane, prefix=van, useprefix=true`. */
function extended(name: string): CslName {
  const parts = new Map(splitOutside(name, /^\s*,\s*/).map((part) => part.split('=')).map(([label = '', ...value]) => [label.trim().toLowerCase(), texToText(value.join('=').replace(/^\s*"|"\s*$/g, ''))]));
  const [family, given, prefix, suffix] = ['family', 'given', 'prefix', 'suffix'].map((label) => parts.get(label));
  return { ...(family ? { family } : {}), ...(given ? { given } : {}), ...(prefix ? { [parts.get('useprefix') === 'false' ? 'dropping-particle' : 'non-dropping-particle']: prefix } : {}), ...(suffix ? { suffix } : {}) };
}

const words = (text: string): string[] => splitOutside(text, /^(?:\s|~)+/).filter(Boolean);
const lower = (word: string): boolean => /^\p{Ll}/u.test(texToText(word));

function fromOneForm(all: string[]): CslName {
  if (all.length === 1) return { family: texToText(all[0] ?? '') };
  const von = all.findIndex((word, index) => index < all.length - 1 && lower(word));
  if (von < 0) return assembled(all.slice(0, -1).join(' '), '', all.at(-1) ?? '');
  const rest = splitVon(all.slice(von));
  return assembled(all.slice(0, von).join(' '), rest.von, rest.last);
}

function splitVon(all: string[]): { von: string; last: string } {
  const end = all.slice(0, -1).findLastIndex(lower) + 1;
  return lower(all[0] ?? '') ? { von: all.slice(0, end).join(' '), last: all.slice(end).join(' ') } : { von: '', last: all.join(' ') };
}

function assembled(given: string, von: string, last: string, suffix?: string): CslName {
  return { family: texToText(last), ...(given ? { given: texToText(given) } : {}), ...(von ? { 'non-dropping-particle': texToText(von) } : {}), ...(suffix ? { suffix: texToText(suffix) } : {}) };
}

/** Names as a BibTeX field, in the form with commas, which is never ambiguous. */
export const writeNames = (names: readonly CslName[]): string => names.map(writeName).join(' and ');

function writeName(name: CslName): string {
  if (name.literal !== undefined) return `{${textToTex(name.literal)}}`;
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
  const family = [particles, guarded(name.family ?? '')].filter(Boolean).map(textOrGuarded).join(' ');
  return [family, name.suffix && textToTex(name.suffix), name.given && textToTex(name.given)].filter(Boolean).join(', ');
}

/** A family name with ` and `, a comma, or a small letter first would be read as something else. */
const guarded = (family: string): string => (/\sand\s|,/i.test(family) || /^\p{Ll}/u.test(family) ? `\u0001${family}` : family);
const textOrGuarded = (text: string): string => (text.startsWith('\u0001') ? `{${textToTex(text.slice(1))}}` : textToTex(text));
