import { ACCENTS, accented } from './accents.ts';
import type { Macros } from './macros.ts';
import { simpleMath } from './math.ts';
import { END, GUARD, guardedTitle } from './protect.ts';
import { JOURNALS, LETTERS, LOGOS, SILENT, SWITCHES, TAGS } from './symbols.ts';

/** How a field is read: titles guard the case of what stands in braces, a file may define macros, long texts keep their paragraphs. */
export interface TexOptions { title?: boolean; macros?: Macros | undefined; paragraphs?: boolean; budget?: { left: number } }

const SIGNS = /[\\{}~$`]/;
/** Whether TeX reads anything in a text but letters; runs of signs are looked for one by one, which is many times faster in long texts. */
const isPlain = (text: string): boolean => !SIGNS.test(text) && !text.includes('--') && !text.includes("''");
const STOP = /[\\{}~$`'-]/g;
/** Groups nested deeper say nothing more. */
const DEEPEST = 100;
/** A field in which macros name macros without end keeps the rest of them. */
const MOST_EXPANSIONS = 200;

/** Text-mode LaTeX of a BibTeX field as Unicode: accents, letters, quotes and dashes as characters, fonts as CSL's rich text, formulas left as they are. */
export function texToText(tex: string, options: TexOptions = {}): string {
  const text = spaced(tex, options.paragraphs ?? false);
  if (isPlain(text)) return text;
  const read = new TexReader(text, options).read();
  return read.includes('<<') ? read.replace(GUILLEMETS, '«$1»') : read;
}

/** What the fonts of T1 set `<<` and `>>` as, where they stand in pairs. */
const GUILLEMETS = /<<([^<>$]{1,500})>>/g;

const SPACES = ['\n', '\t', '\r', '\f', '  '];

/** White space as TeX sees it; a blank line ends a paragraph where there are paragraphs. */
export function spaced(text: string, paragraphs: boolean): string {
  if (!SPACES.some((sign) => text.includes(sign))) return text.trim();
  if (paragraphs && /\n[ \t\r]*\n/.test(text)) return text.trim().split(/(?:[ \t\r]*\n){2,}\s*/).map((part) => spaced(part, false)).join('\n\n');
  const line = text.split('\n').map((part) => part.trim()).join(' ').trim();
  return /[\t\r\f]| {2}/.test(line) ? line.replace(/[ \t\r\f]+/g, ' ') : line;
}

interface Group { start: number; end(inner: string): string; brace: boolean }

class TexReader {
  private at = 0;
  private out: string[] = [];
  private readonly groups: Group[] = [];
  private lost = 0;
  private readonly budget: { left: number };
  private unclosed = false;

  constructor(private readonly text: string, private readonly options: TexOptions) {
    this.budget = options.budget ?? { left: MOST_EXPANSIONS };
  }

  read(): string {
    for (;;) {
      STOP.lastIndex = this.at;
      const stop = STOP.exec(this.text);
      const end = stop ? stop.index : this.text.length;
      if (end > this.at) this.out.push(this.text.slice(this.at, end));
      this.at = end;
      if (!stop) break;
      this.sign(stop[0]);
    }
    while (this.groups.length > 0) this.close();
    const whole = this.out.join('');
    return (this.options.title ? guardedTitle(whole) : whole).replace(/ {2,}/g, ' ').trim();
  }

  private sign(sign: string): void {
    if (sign === '\\') return this.command();
    if (sign === '$') return this.formula();
    this.at++;
    if (sign === '{') this.brace();
    else if (sign === '}') this.closeBrace();
    else if (sign === '~') this.out.push('\u00a0');
    else this.punctuation(sign);
  }

  private punctuation(sign: string): void {
    let run = 1;
    while (run < 3 && this.text.charAt(this.at) === sign) { run++; this.at++; }
    if (sign === '-') this.out.push(run === 3 ? '—' : run === 2 ? '–' : '-');
    else if (run === 3) this.out.push(sign === '`' ? '“‘' : '’”');
    else this.out.push(run === 2 ? (sign === '`' ? '“' : '”') : sign === '`' ? '‘' : "'");
  }

  private brace(): void {
    const guards = this.options.title === true && !this.groups.some(({ brace }) => brace) && this.text.charAt(this.at) !== '\\';
    this.open(guards ? (inner) => `${GUARD}${inner}${END}` : (inner) => inner);
  }

  private open(end: (inner: string) => string, brace = true): void {
    if (this.groups.length >= DEEPEST) { if (brace) this.lost++; return; }
    this.groups.push({ start: this.out.length, end, brace });
  }

  private close(): void {
    const group = this.groups.pop();
    if (group) this.out.push(group.end(this.out.splice(group.start).join('')));
  }

  private closeBrace(): void {
    if (this.lost > 0) { this.lost--; return; }
    while (this.groups.length > 0 && this.groups.at(-1)?.brace === false) this.close();
    this.close();
  }

  private formula(): void {
    const double = this.text.charAt(this.at + 1) === '$';
    const from = this.at + (double ? 2 : 1);
    const end = closing(this.text, from, double ? '$$' : '$');
    if (end < 0) { this.out.push('$'); this.at++; return; }
    this.pushFormula(this.text.slice(from, end), double ? '$$' : '$', double ? '$$' : '$');
    this.at = end + (double ? 2 : 1);
  }

  private pushFormula(content: string, open: string, close: string): void {
    this.out.push(simpleMath(content) ?? `${open}${content}${close}`);
  }

  private command(): void {
    COMMAND.lastIndex = this.at + 1;
    const name = COMMAND.exec(this.text)?.[0];
    if (name === undefined) return this.controlSign();
    this.at += 1 + name.length;
    this.word(name);
  }

  /** A command of one sign that is no letter. */
  private controlSign(): void {
    const sign = this.text.charAt(this.at + 1);
    this.at += 2;
    const mark = ACCENTS[sign];
    if (sign === '(' || sign === '[') {
      const end = this.unclosed ? -1 : this.text.indexOf(sign === '(' ? '\\)' : '\\]', this.at);
      if (end < 0) { this.unclosed = true; this.out.push(sign); return; }
      this.pushFormula(this.text.slice(this.at, end), `\\${sign}`, sign === '(' ? '\\)' : '\\]');
      this.at = end + 2;
    } else if (mark !== undefined) this.accent(mark);
    else if (sign === '\\') this.doubled();
    else if (sign === ' ' || sign === '\n') this.out.push(' ');
    else if (sign === ',') this.out.push('\u2009');
    else if (!/[-/!;:@*>]/.test(sign)) this.out.push(sign);
  }

  /** A line break; before a command it is a backslash written twice by a program. */
  private doubled(): void {
    if (/^(?:["'`^~=.][A-Za-z{\\]|[ij]\b)/.test(this.text.slice(this.at, this.at + 2))) { this.out.push('\\'); this.at--; }
    else this.out.push(' ');
  }

  private word(name: string): void {
    const mark = ACCENTS[name];
    const letter = LETTERS[name];
    const tag = TAGS[name];
    if (this.macro(name)) return;
    if (mark !== undefined && this.takesAccent(name)) return this.accent(mark);
    if (letter !== undefined) { this.out.push(letter); this.skipAfter(); return; }
    if (LOGOS[name] !== undefined) { this.out.push(LOGOS[name]); this.skipEmptyBraces(); return; }
    if (tag) return this.argument((inner) => (inner === '' ? '' : `${tag[0]}${inner}${tag[1]}`));
    if (SWITCHES[name]) return this.switched(SWITCHES[name]);
    if (name === 'href') return this.link();
    if (name === 'url' || name === 'nolinkurl' || name === 'path') return this.address();
    if (name === 'ensuremath') return this.ensured();
    if (name === 'char') return this.character();
    if (name === 'verb') return this.verb();
    if (name === 'noopsort' || name === 'SortNoop') return this.link();
    if (SILENT.has(name)) { this.skipSpaces(); return; }
    this.unknown(name);
  }

  /** One-letter accents stand before a group, a space or, in bad but common use, directly before a letter that is no command with them. */
  private takesAccent(name: string): boolean {
    return name.length > 1 || /^\s*(?:\{|\\[ij]\b|\p{L})/u.test(this.text.slice(this.at, this.at + 8));
  }

  private macro(name: string): boolean {
    const macro = this.options.macros?.get(name);
    if (!macro || this.budget.left-- <= 0) return false;
    const values: string[] = [];
    let at = this.at;
    for (let i = 0; i < macro.parameters; i++) {
      const end = this.groupEnd(at);
      if (end < 0) return false;
      values.push(this.text.slice(this.text.indexOf('{', at) + 1, end));
      at = end + 1;
    }
    if (macro.parameters === 0) at += /^(?:\{\}|\s?)/.exec(this.text.slice(at, at + 2))?.[0].length ?? 0;
    const body = macro.body.replace(/#([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? '');
    if (body.length > 10_000) return false;
    this.out.push(texToText(body, { macros: this.options.macros?.without(name), budget: this.budget }));
    this.at = at;
    return true;
  }

  private accent(mark: string): void {
    this.skipSpaces();
    const here = this.text.charAt(this.at);
    if (here === '{') { this.at++; this.open((inner) => accented(inner.trimStart(), mark)); return; }
    if (here === '\\') {
      const [whole, name = ''] = /^\\([A-Za-z]+)\s*/.exec(this.text.slice(this.at, this.at + 20)) ?? [''];
      if (LETTERS[name] !== undefined) { this.at += whole.length; this.out.push(accented(LETTERS[name], mark)); return; }
    }
    const letter = /\p{L}|\p{N}/u.test(here) ? (this.text.codePointAt(this.at) ?? 0) : 0;
    const text = letter === 0 ? '' : String.fromCodePoint(letter);
    this.out.push(accented(text, mark));
    this.at += text.length;
  }

  /** Reads the argument in braces, or the sign that stands in its place. */
  private argument(end: (inner: string) => string): void {
    this.skipSpaces();
    const here = this.text.charAt(this.at);
    if (here === '{') { this.at++; this.open(end); return; }
    if (here === '' || here === '\\' || here === '}' || here === '$') return;
    this.out.push(end(here));
    this.at++;
  }

  private switched([open, close]: readonly [string, string]): void {
    this.skipSpaces();
    this.open((inner) => (inner.trim() === '' ? inner : `${open}${inner.trimEnd()}${close}${/(?<!\s)\s+$/.exec(inner)?.[0] ?? ''}`), false);
  }

  private link(): void {
    const end = this.groupEnd(this.at);
    if (end >= 0) this.at = end + 1;
    this.skipSpaces();
  }

  private address(): void {
    const end = this.groupEnd(this.at);
    if (end < 0) return this.skipSpaces();
    this.out.push(this.text.slice(this.text.indexOf('{', this.at) + 1, end).replace(/\\([%&#_~{}])/g, '$1').trim());
    this.at = end + 1;
  }

  private ensured(): void {
    const end = this.groupEnd(this.at);
    if (end < 0) return;
    this.pushFormula(this.text.slice(this.text.indexOf('{', this.at) + 1, end), '$', '$');
    this.at = end + 1;
  }

  private character(): void {
    const match = /^\s*(?:"([0-9A-Fa-f]{1,5})|'([0-7]{1,6})|`\\?(.)|(\d{1,6}))\s?/u.exec(this.text.slice(this.at, this.at + 12));
    if (!match) return;
    const [whole, hex, octal, sign, decimal] = match;
    const code = hex !== undefined ? parseInt(hex, 16) : octal !== undefined ? parseInt(octal, 8) : sign !== undefined ? (sign.codePointAt(0) ?? 0) : Number(decimal);
    if (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) this.out.push(String.fromCodePoint(code));
    this.at += whole.length;
  }

  private verb(): void {
    const sign = this.text.charAt(this.at);
    const end = sign === '' ? -1 : this.text.indexOf(sign, this.at + 1);
    if (end < 0) return;
    this.out.push(this.text.slice(this.at + 1, end));
    this.at = end + 1;
  }

  /** Nothing is hidden: a command that is not known stands as it is, unless it only sets what follows in its braces. */
  private unknown(name: string): void {
    if (this.text.charAt(this.at) === '{') {
      if (this.text.charAt(this.at + 1) !== '}') return;
      this.at += 2;
    }
    this.out.push(JOURNALS[name] ?? `\\${name}`);
  }

  /** The closing brace of the group that begins at or after spaces; -1 where there is none. After one that has none no other is looked for, so that work stays linear. */
  private groupEnd(from: number): number {
    const { text } = this;
    let at = from;
    while (text.charAt(at) === ' ') at++;
    if (this.unclosed || text.charAt(at) !== '{') return -1;
    let depth = 0;
    for (; at < text.length; at++) {
      const sign = text.charAt(at);
      if (sign === '\\') at++;
      else if (sign === '{') depth++;
      else if (sign === '}' && --depth === 0) return at;
    }
    this.unclosed = true;
    return -1;
  }

  private skipSpaces(): void {
    while (this.text.charAt(this.at) === ' ') this.at++;
  }

  private skipEmptyBraces(): void {
    if (this.text.startsWith('{}', this.at)) this.at += 2;
  }

  private skipAfter(): void {
    if (this.text.startsWith('{}', this.at)) this.at += 2;
    else this.skipSpaces();
  }
}

const COMMAND = /[A-Za-z]+/y;

/** Where a formula ends: at the next sign that is not escaped. */
function closing(text: string, from: number, sign: string): number {
  for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) if (text.charAt(at - 1) !== '\\' && at > from) return at;
  return -1;
}
