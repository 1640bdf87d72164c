import { ACCENTS } from './accents.ts';
import { letterCommand, SIGN_COMMANDS } from './math-signs.ts';
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

/** LaTeX in ASCII, as far as LaTeX has commands for it: the others stay, and so do formulas. */
export function asciiTex(tex: string): string {
  if (!/[^\0-\x7f]/.test(tex)) return tex;
  return tex.split(MATH).map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[^\0-\x7f]\p{M}*/gu, asciiSign))).join('');
}

/** A sign as the formula that is no more than it. */
function formulaOf(sign: string): string | undefined {
  const command = SIGN_COMMANDS.get(sign);
  const formula = command !== undefined ? `\\${command}` : letterCommand(sign) ?? fraction(sign);
  return formula === undefined ? undefined : `{$${formula}$}`;
}

function fraction(sign: string): string | undefined {
  const [, above, below] = /^(\d+)\u2044(\d+)$/.exec(sign.normalize('NFKD')) ?? [];
  return above === undefined ? undefined : `\\frac{${above}}{${below ?? ''}}`;
}

/** A letter or figure that is small and high or low by itself. */
function scripted(sign: string): string | undefined {
  const plain = sign.normalize('NFKD');
  if (plain === sign || !/^[\x21-\x7e]$/.test(plain)) return undefined;
  const script = /[\u2070-\u207f\u02b0-\u02e3\u1d2c-\u1d62\u1d9c-\u1dbb]/.test(sign) ? '^' : /[\u2080-\u209c]/.test(sign) ? '_' : undefined;
  if (script === undefined) return undefined;
  return /[\d+=()]/.test(plain) ? `{$${script}{${plain}}$}` : `\\text${script === '^' ? 'super' : 'sub'}script{${plain}}`;
}

const GREEK = /[\u0370-\u03ff]/;
/** Signs that come close enough where there is nothing else: the apostrophes of transliterations, minus, rules of CJK. */
const NEAR: Readonly<Record<string, string>> = { 'ʹ': "'", 'ʻ': "'", 'ʼ': "'", 'ʽ': "'", '─': '-', '‐': '-', '‑': '-', '‒': '--', '―': '---' };

function asciiSign(sign: string): string {
  const near = QUOTES.get(sign) ?? NEAR[sign];
  if (near !== undefined) return near;
  const command = COMMANDS.get(sign);
  if (command !== undefined && !GREEK.test(sign)) return `{\\${command}}`;
  return formulaOf(sign) ?? scripted(sign) ?? accentedSign(sign);
}

const TWICE = /^[\u2100-\u218f\ufb00-\ufb06\u01c4-\u01cc\u01f1-\u01f3]$/;

/** A letter with its marks by their commands; what Unicode has twice (`Ⅱ`, `ﬁ`, `№`) by its letters. */
function accentedSign(sign: string): string {
  const [base = '', ...marks] = sign.normalize('NFD');
  const names = marks.map((mark) => COMBINING.get(mark));
  const letter = base.charCodeAt(0) > 127 ? COMMANDS.get(base) : undefined;
  const plain = sign.normalize('NFKC');
  if (TWICE.test(sign) && /^[\x21-\x7e]+$/.test(plain)) return textToTex(plain);
  if (marks.length === 0 || (base.charCodeAt(0) > 127 && letter === undefined) || names.some((name) => name === undefined)) return sign;
  return names.reduce<string>((inner, name) => `{\\${name ?? ''}{${inner}}}`, letter === undefined ? base : `\\${letter}`);
}
