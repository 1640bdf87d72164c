import { ACCENTS } from './accents.ts';
import { LETTERS } from './symbols.ts';

const SPECIAL: Readonly<Record<string, string>> = { '%': '\\%', '&': '\\&', '#': '\\#', _: '\\_', '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '\u00a0': '~', '{': '\\{', '}': '\\}', $: '\\$', '\u2009': '\\,', '`': '\\textasciigrave{}' };
const TAGS: Readonly<Record<string, readonly [string, string]>> = { i: ['\\emph{', '}'], em: ['\\emph{', '}'], b: ['\\textbf{', '}'], strong: ['\\textbf{', '}'], sup: ['\\textsuperscript{', '}'], sub: ['\\textsubscript{', '}'] };
const MATH = /((?<!\\)\$(?:[^$\\]|\\.)+\$|\\\([\s\S]+?\\\))/;
const TAG = /(<\/?(?:i|em|b|strong|sup|sub|span)(?:\s[^>]*)?>)/;
const SIGNS = /[%&#_\\~^{}$<`\u00a0\u2009]/;
/** Runs of signs are looked for one by one, which is many times faster in long texts. */
const isPlain = (text: string): boolean => !SIGNS.test(text) && !text.includes('--') && !text.includes("''");

/** Unicode as LaTeX: what TeX would take for commands is escaped, letters stay (every current engine reads UTF-8). Formulas stay. */
export function textToTex(text: string): string {
  if (isPlain(text)) return text;
  return text.split(MATH).map((piece, index) => (index % 2 === 1 ? piece : escaped(piece))).join('');
}

/** A long text, whose paragraphs empty lines part. */
export const longTex = (text: string): string => (text.includes('\n') ? text.split(/\n{2,}/).map(textToTex).join('\n\n') : textToTex(text));

function escaped(text: string): string {
  const open: string[] = [];
  // Braces before a command guard nothing (BibTeX's special characters), so an empty group goes first.
  return text.split(TAG).map((piece, index) => (index % 2 === 1 ? tag(piece, open) : signs(piece))).join('').replace(/\ue000(?=\\)/g, '{}').replaceAll('\ue000', '') + open.reverse().join('');
}

/** Signs that TeX takes for commands, and runs that it would join. */
const signs = (text: string): string => text.replace(/[%&#_\\~^{}$`\u00a0\u2009]/g, (sign) => SPECIAL[sign] ?? sign).replace(/--+/g, (run) => [...run].join('{}')).replace(/''/g, (run) => [...run].join('{}'));

function tag(markup: string, open: string[]): string {
  const name = /^<\/?(\w+)/.exec(markup)?.[1] ?? '';
  if (markup.startsWith('</')) return open.pop() ?? '';
  const [begin, end] = name === 'span' ? span(markup) : (TAGS[name] ?? ['', '']);
  open.push(end);
  return begin;
}

const span = (markup: string): readonly [string, string] => (markup.includes('nocase') ? ['{\ue000', '}'] : /small-?caps/.test(markup) ? ['\\textsc{', '}'] : ['', '']);

const COMBINING = new Map(Object.entries(ACCENTS).filter(([name]) => name.length === 1).map(([name, mark]) => [mark, name]));
const COMMANDS = new Map(Object.entries(LETTERS).filter(([, letter]) => [...letter].length === 1 && (letter.codePointAt(0) ?? 0) > 127).reverse().map(([name, letter]) => [letter, name]));
const QUOTES = new Map([['–', '--'], ['—', '---'], ['“', '``'], ['”', "''"], ['‘', '`'], ['’', "'"]]);

/** LaTeX in ASCII, as far as LaTeX has commands for it: the others stay. */
export function asciiTex(tex: string): string {
  return /[^\0-\x7f]/.test(tex) ? tex.replace(/[^\0-\x7f]\p{M}*/gu, asciiSign) : tex;
}

function asciiSign(sign: string): string {
  const quote = QUOTES.get(sign);
  if (quote !== undefined) return quote;
  const command = COMMANDS.get(sign);
  if (command !== undefined) return `{\\${command}}`;
  if (/^[\ufb00-\ufb06]$/.test(sign)) return sign.normalize('NFKC');
  const [base = '', ...marks] = sign.normalize('NFD');
  const names = marks.map((mark) => COMBINING.get(mark));
  const letter = base.charCodeAt(0) > 127 ? COMMANDS.get(base) : undefined;
  if (marks.length === 0 || (base.charCodeAt(0) > 127 && letter === undefined) || names.some((name) => name === undefined)) return sign;
  return names.reduce<string>((inner, name) => `{\\${name ?? ''}{${inner}}}`, letter === undefined ? base : `\\${letter}`);
}
