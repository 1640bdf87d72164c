import { finished } from '../steps.ts';

/** References as a citation style prints them, in the kinds of text that people paste and send. Written from citeproc's HTML. */
export type BibliographyKind = 'markdown' | 'html' | 'rtf';

/** A run of an entry: its text and how it is set. */
interface Run { text: string; set: ReadonlySet<string> }

const MARKS: Record<string, string> = { i: 'i', em: 'i', b: 'b', strong: 'b', sup: 'sup', sub: 'sub', u: 'u' };

/** Entries between two pauses. */
const STEP = 100;

/** A whole document of the kind, from the HTML of a bibliography. */
export const bibliographyOf = (html: string, kind: BibliographyKind, title: string): string => finished(bibliographySteps(html, kind, title));

/** The same in steps, for the references of whole libraries. */
export function* bibliographySteps(html: string, kind: BibliographyKind, title: string): Generator<number, string> {
  if (kind === 'html') return `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n</head>\n<body>\n${html}\n</body>\n</html>\n`;
  const entries = entriesOf(html);
  const written: string[] = [];
  for (const entry of entries) if (written.push((kind === 'markdown' ? markdownOf : rtfOf)(runsOf(entry))) % STEP === 0) yield written.length / entries.length;
  return kind === 'markdown' ? `${written.join('\n\n')}\n` : `{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\froman Times New Roman;}}\\f0\\fs24\n${written.join('\n')}\n}\n`;
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const entriesOf = (html: string): string[] => html.split(/<div class="csl-entry"[^>]*>/).slice(1);

function runsOf(entry: string): Run[] {
  const runs: Run[] = [];
  const open: string[] = [];
  for (const part of entry.split(/(<[^>]*>)/)) {
    const [, slash, name = ''] = /^<(\/?)([a-zA-Z]+)/.exec(part) ?? [];
    if (slash === undefined) { if (part) runs.push({ text: entities(part).replace(/\s+/g, ' '), set: new Set(open.filter(Boolean)) }); continue; }
    if (slash === '/') { if (name === 'div') runs.push({ text: ' ', set: new Set() }); else open.pop(); continue; }
    if (name !== 'div' && name !== 'br') open.push(MARKS[name] ?? (/small-caps/.test(part) ? 'sc' : /italic/.test(part) ? 'i' : ''));
  }
  return tidy(runs);
}

/** White space at the ends of an entry, and twice in a row, says nothing. */
function tidy(runs: Run[]): Run[] {
  const out: Run[] = [];
  for (const { text, set } of runs) {
    const space = out.length === 0 || /\s$/.test(out.at(-1)?.text ?? '');
    const bare = space ? text.trimStart() : text;
    if (bare) out.push({ text: bare, set });
  }
  const last = out.at(-1);
  if (last) last.text = last.text.trimEnd();
  return out.filter(({ text }) => text !== '');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0' };
const entities = (text: string): string => text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => (name === undefined ? character(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) : NAMED[name] ?? whole));
const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

const AROUND: Record<string, [string, string]> = { i: ['*', '*'], b: ['**', '**'], sup: ['<sup>', '</sup>'], sub: ['<sub>', '</sub>'], sc: ['<span style="font-variant: small-caps">', '</span>'], u: ['<u>', '</u>'] };

/** Stars stand close to the words, since Markdown takes ` *` for a star. */
function markdownOf(runs: Run[]): string {
  return runs.map(({ text, set }) => {
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    const escaped = words.replace(/https?:\/\/[^\s<>]*[^\s<>.,;)]|[\\*_`[\]<>]/g, (sign) => (sign.startsWith('http') ? `<${sign}>` : `\\${sign}`));
    return words === '' ? text : before + [...set].reduce((inner, mark) => `${AROUND[mark]?.[0] ?? ''}${inner}${AROUND[mark]?.[1] ?? ''}`, escaped) + after;
  }).join('').replace(/^(\d+)\. /, '$1\\. ');
}

const CONTROLS: Record<string, string> = { i: '\\i ', b: '\\b ', sup: '\\super ', sub: '\\sub ', sc: '\\scaps ', u: '\\ul ' };

/** RTF 1.9: a paragraph an entry, hanging by half an inch; letters beyond ASCII by their numbers. */
const rtfOf = (runs: Run[]): string => `\\pard\\li720\\fi-720\\sa120 ${runs.map(({ text, set }) => (set.size === 0 ? rtfText(text) : `{${[...set].map((mark) => CONTROLS[mark] ?? '').join('')}${rtfText(text)}}`)).join('')}\\par`;

const rtfText = (text: string): string => text.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/g, (unit) => `\\u${String(((unit.charCodeAt(0) + 0x8000) & 0xffff) - 0x8000)}?`);
