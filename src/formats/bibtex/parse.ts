import type { Problem } from '../format.ts';

/** A field's value without its outer delimiters, `#` carried out and @string names replaced; `source` is the expression as it stands where it names macros. */
export interface BibField { name: string; value: string; source?: string }
/** What stands between entries: text, comments, preambles and strings, as written. */
export interface BibBlock { kind: 'text' | 'comment' | 'preamble' | 'string'; text: string; content: string; name?: string; uses: readonly string[]; line: number }
export interface BibEntry { type: string; key: string; fields: BibField[]; line: number; start: number; end: number; before: BibBlock[]; uses: readonly string[] }
export interface BibFile { entries: BibEntry[]; blocks: BibBlock[]; trailing: BibBlock[]; problems: Problem[] }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = /[^\s{}(),=#"%@\\]+/y;
const KEY = /[^,\s{}]*/y;
const AFTER_KEY = /[^\S\n]*\n?\s*([,})=@])/y;
const SPACE = /(?:\s+|%[^\n]*)*/y;
const ENTRY_START = /@[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}="]+[ \t]*,/y;
const NEXT_COMMAND = /\n[ \t]*@/g;
const NEXT_FIELD = /\n[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*[{"\w]/g;
/** Fields within a value: a brace or a quotation mark before them was not closed. */
const RUNAWAY = /\n[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*(?:[{"]|$)/;
const SPACED_KEY = /[^,{}="\n]{1,200}(?=,)/y;

type Sign = '{' | '}' | '"' | '@';

/** Bounds the reading of a value that is never closed, so that a file of broken entries is read in linear time. */
const MOST_ENTRIES_IN_A_VALUE = 5;
/** Fields of one entry that are read as far as they go; after them the rest of the entry is given up, so that reading stays linear. */
const MOST_MENDED = 5;
/** A value of macros longer than this was made to grow. */
const MOST_GROWN = 50_000;
/** A broken entry's text is kept up to this length, in characters; so is text between entries. */
const MOST_KEPT = 20_000;

/** A place that says what is wrong there; the entry is kept aside and reading goes on at the next one. */
class Broken extends Error {}

/** A reading of BibTeX, entry by entry, so that a caller may pause and count its steps. */
export class BibReader {
  private at = 0;
  private lineAt = 0;
  private line = 1;
  /** The next line feed from there, -1 for none: looking for it again in a file of one line would take time by the square of its length. */
  private feed: number;
  private ended = 0;
  private lenient = false;
  /** Whether an entry that cannot be read whole is read as far as it goes. */
  private mending = false;
  private mended = 0;
  private used = new Set<string>();
  /** Where the entry or block under way begins: lines are counted from there when it is read again. */
  private mark = { lineAt: 0, line: 1 };
  private readonly undefinedStrings = new Set<string>();
  private pending: BibBlock[] = [];
  private readonly strings = new Map(MONTHS.map((name) => [name, name]));
  private readonly leaps: Record<Sign, number> = { '{': -1, '}': -1, '"': -1, '@': -1 };
  private readonly leapsFrom: Record<Sign, number> = { '{': 0, '}': 0, '"': 0, '@': 0 };
  readonly out: BibFile = { entries: [], blocks: [], trailing: [], problems: [] };
  /** Leaps within values, for proofs of linear growth. */
  steps = 0;

  constructor(private readonly text: string) {
    this.feed = text.indexOf('\n');
  }

  /** Reads up to the end of the next entry or block; false at the end of the file. */
  next(): boolean {
    const start = this.text.indexOf('@', this.at);
    if (start < 0) return this.finish();
    [this.lenient, this.mending, this.mended] = [false, false, 0];
    this.lineOf(start);
    this.mark = { lineAt: this.lineAt, line: this.line };
    this.attempt(start);
    return true;
  }

  /** How far in the text, from 0 to 1. */
  get share(): number {
    return this.text.length === 0 ? 1 : this.at / this.text.length;
  }

  private attempt(start: number, first?: string): void {
    const problems = this.out.problems.length;
    this.at = start + 1;
    try {
      this.command(start);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      this.out.problems.length = problems;
      const message = first ?? error.message;
      if (this.mending) { this.skipBroken(start, message); return; }
      // BibTeX counts \{ as a brace, some programs do not: what cannot be read the one way may be read the other, and else in part.
      this.mending = this.lenient || !this.escapesBraces(start);
      this.lenient = !this.mending;
      this.attempt(start, message);
    }
  }

  private escapesBraces(start: number): boolean {
    const entry = this.text.slice(start, this.nextCommand(start));
    return entry.includes('\\{') || entry.includes('\\}');
  }

  private finish(): boolean {
    if (this.ended >= 0) {
      this.between(this.text.length);
      this.out.trailing = this.pending;
      this.ended = -1;
    }
    return false;
  }

  /** 1-based line of an offset; offsets are asked for in rising order but for small steps back. */
  private lineOf(offset: number): number {
    if (offset < this.lineAt) {
      ({ lineAt: this.lineAt, line: this.line } = offset < this.mark.lineAt ? { lineAt: 0, line: 1 } : this.mark);
      this.feed = this.text.indexOf('\n', this.lineAt);
    }
    while (this.feed >= 0 && this.feed < offset) {
      this.line++;
      this.lineAt = this.feed + 1;
      this.feed = this.text.indexOf('\n', this.lineAt);
    }
    return this.line;
  }

  private command(start: number): void {
    this.used = new Set();
    this.space();
    const type = this.name()?.toLowerCase();
    if (!type) return;
    this.space();
    const open = this.text.charAt(this.at);
    if (type === 'comment' && open !== '{') return;
    if (open !== '{' && open !== '(') { this.strayAt(start, type); return; }
    this.between(start);
    this.at++;
    if (type === 'comment') this.block('comment', start, this.until('}'));
    else if (type === 'preamble') this.block('preamble', start, this.closing(open, () => this.value().value));
    else if (type === 'string') this.string(open, start);
    else this.entry(type, open, start);
  }

  private string(open: string, start: number): void {
    const { name, value } = this.closing(open, () => this.field());
    this.strings.set(name, value);
    this.block('string', start, value, name);
  }

  private block(kind: BibBlock['kind'], start: number, content: string, name?: string): void {
    const block = { kind, text: this.text.slice(start, this.at), content, ...(name === undefined ? {} : { name }), uses: [...this.used], line: this.lineOf(start) };
    this.out.blocks.push(block);
    this.pending.push(block);
    this.ended = this.at;
  }

  /** Text between entries is a comment to BibTeX; it is kept with what follows it. */
  private between(end: number): void {
    const text = this.text.slice(this.ended, Math.min(end, this.ended + MOST_KEPT)).trim();
    if (text !== '' && /^[^)}]/.test(text)) {
      const line = this.lineOf(this.ended);
      const last = this.out.entries.at(-1);
      if (last?.end === this.ended && /^,?\s*[A-Za-z][\w-]*\s*=\s*[{"\w]/.test(text)) this.out.problems.push({ severity: 'warning', message: 'Fields stand behind the end of the entry: a brace closes it too early.', line, entry: last.key });
      this.pending.push({ kind: 'text', text, content: text, uses: [], line });
    }
    this.ended = end;
  }

  /** An `@` in running text between entries, such as a mail address, is no mistake. */
  private strayAt(start: number, type: string): void {
    if (/(?:^|\n)[ \t]*$/.test(this.text.slice(Math.max(0, start - 200), start))) throw new Broken(`@${type} is not followed by { or (.`);
  }

  private entry(type: string, open: string, start: number): void {
    const key = this.key();
    const fields: BibField[] = [];
    const close = open === '{' ? '}' : ')';
    const line = this.lineOf(start);
    const report = (severity: Problem['severity'], message: string, at: number, text?: string): void => { this.out.problems.push({ severity, message, line: this.lineOf(at), entry: key, ...(text === undefined ? {} : { text }) }); };
    for (let parted = key === '';;) {
      this.space();
      const here = this.text.charAt(this.at);
      if (here === ',') { this.at++; parted = true; continue; }
      if (here === close) { this.at++; break; }
      if (here === '' || here === '@') {
        if (fields.length === 0) throw new Broken(here === '' ? 'The file ends inside the entry.' : 'The entry has no end.');
        const runaway = this.mending ? undefined : fields.find(({ value }) => runsAway(value));
        if (runaway) throw new Broken(`The value of ${runaway.name} is not closed.`);
        if (this.mended === 0) report('warning', 'The closing brace is missing; the entry was read up to here.', start);
        break;
      }
      const at = this.at;
      const field = this.mending ? this.mend(start, (message, text) => { report('error', message, at, text); parted = true; }) : this.field();
      if (!field) continue;
      if (!parted) report('warning', `A comma is missing before the field ${field.name}.`, at);
      if (runsAway(field.value)) report('warning', `Other fields stand in the value of ${field.name}: it is closed too late.`, at);
      fields.push(field);
      // A comma that what could not be read took along is not missing.
      parted = this.text.charCodeAt(this.at) === 10 && this.mended > 0;
    }
    this.out.entries.push({ type, key, fields, line, start, end: this.at, before: this.pending, uses: this.used.size > 0 ? [...this.used] : NOTHING });
    this.pending = [];
    this.ended = this.at;
  }

  /** A field of an entry that is broken somewhere. What cannot be read is reported, and its text kept up to the next field where it has a name. */
  private mend(start: number, report: (message: string, text: string) => void): BibField | null {
    const from = this.at;
    try {
      const field = this.field();
      if (!runsAway(field.value)) return field;
      this.at = from;
      throw new Broken(`The value of ${field.name} is not closed.`);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      const end = this.nextCommand(start);
      NEXT_FIELD.lastIndex = Math.max(this.at, from + 1);
      const next = ++this.mended > MOST_MENDED ? null : NEXT_FIELD.exec(this.text);
      this.at = next && next.index < end ? next.index : end;
      const source = this.text.slice(from, Math.min(this.at, from + MOST_KEPT)).trim();
      report(error.message, source);
      const [, name, text] = /^([A-Za-z][\w-]*)\s*=\s*(.*)$/s.exec(source) ?? [];
      return name === undefined || text === undefined ? null : { name: name.toLowerCase(), value: text.replace(/[{}"]/g, '').trim().replace(/,$/, '').trim() };
    }
  }

  private key(): string {
    this.space();
    KEY.lastIndex = this.at;
    const key = KEY.exec(this.text)?.[0] ?? '';
    const after = this.at + key.length;
    if (this.text.charAt(after) === ',') { this.at = after; return key; }
    AFTER_KEY.lastIndex = after;
    const sign = AFTER_KEY.exec(this.text)?.[1];
    if (sign === '=') return '';
    if (!sign && /^\s*[A-Za-z][\w-]*\s*=/.test(this.text.slice(after, after + 80))) { this.at = after; return key; }
    if (!sign && this.mending) return this.spacedKey();
    if (!sign || sign === '@') throw new Broken('The citation key is not followed by a comma.');
    this.at = after;
    return key;
  }

  /** A key with blanks in it, which LaTeX could not cite. */
  private spacedKey(): string {
    SPACED_KEY.lastIndex = this.at;
    const found = SPACED_KEY.exec(this.text)?.[0];
    if (found === undefined) throw new Broken('The citation key is not followed by a comma.');
    const key = found.replace(/\s+/g, '');
    this.out.problems.push({ severity: 'warning', message: `The key “${found.trim()}” holds blanks; they are left out.`, line: this.lineOf(this.at), entry: key });
    this.at += found.length;
    return key;
  }

  private field(): BibField {
    this.space();
    const name = this.name();
    if (!name) throw new Broken(`A field name was expected, not “${this.text.slice(this.at, this.at + 20).trim()}”.`);
    this.space();
    if (this.text.charAt(this.at) !== '=') throw new Broken(`The field ${name} has no =.`);
    this.at++;
    return { name: name.toLowerCase(), ...this.value() };
  }

  private value(): { value: string; source?: string } {
    this.space();
    const start = this.at;
    let named = false;
    let value = '';
    for (;;) {
      const { text, macro } = this.piece();
      value = value === '' ? text : value + text;
      if (named && value.length > MOST_GROWN) throw new Broken('The strings grow without end.');
      named ||= macro;
      const end = this.at;
      this.space();
      if (this.text.charAt(this.at) !== '#') return named ? { value, source: this.text.slice(start, end) } : { value };
      this.at++;
      this.space();
    }
  }

  private piece(): { text: string; macro: boolean } {
    const here = this.text.charCodeAt(this.at);
    if (here === 123) { this.at++; return { text: this.until('}'), macro: false }; }
    if (here === 34) { this.at++; return { text: this.until('"'), macro: false }; }
    const name = this.name();
    if (name === undefined) throw new Broken('A value is missing.');
    const lower = name.toLowerCase();
    const known = this.strings.get(lower);
    if (known === undefined) { this.undefinedAt(name); return { text: name, macro: false }; }
    this.used.add(lower);
    return { text: known, macro: true };
  }

  /** A word without braces that no @string defines, said once. */
  private undefinedAt(name: string): void {
    if (/^\d+$/.test(name) || this.undefinedStrings.has(name)) return;
    this.undefinedStrings.add(name);
    this.out.problems.push({ severity: 'warning', message: `“${name}” is neither a number nor defined by an @string; it is read as text.`, line: this.lineOf(this.at - name.length) });
  }

  /** The text up to a closing sign at this depth of braces, found by leaps from sign to sign. A value that runs over many entries is one that was never closed. */
  private until(sign: '}' | '"'): string {
    const start = this.at;
    let [depth, entries, at] = [0, 0, start];
    for (;;) {
      const open = this.leap('{', at);
      const close = this.leap('}', at);
      const quote = sign === '"' ? this.leap('"', at) : Infinity;
      const here = Math.min(open, close, quote);
      this.steps++;
      if (here === Infinity || (entries += this.entriesBefore(here, at)) > MOST_ENTRIES_IN_A_VALUE) break;
      at = here + 1;
      if (this.lenient && here !== quote && this.text.charCodeAt(here - 1) === 92) continue;
      if (here === open) depth++;
      else if (here === close) {
        if (depth === 0) {
          if (sign === '}') return this.cut(start, here);
          break;
        }
        depth--;
      } else if (depth === 0 && this.endsQuote(here)) return this.cut(start, here);
    }
    throw new Broken(sign === '}' ? 'A brace is not closed.' : 'A quotation mark is not closed.');
  }

  private cut(start: number, end: number): string {
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  /** The next place of a sign, remembered, so that the way to it is gone once. */
  private leap(sign: Sign, from: number): number {
    const known = this.leaps[sign];
    if (known >= from && this.leapsFrom[sign] <= from) return known;
    const found = this.text.indexOf(sign, from);
    this.leapsFrom[sign] = from;
    return (this.leaps[sign] = found < 0 ? Infinity : found);
  }

  /** How many entries seem to begin in a stretch of a value. */
  private entriesBefore(end: number, from: number): number {
    let count = 0;
    for (let at = this.leap('@', from); at < end; at = this.leap('@', at + 1)) if (this.entryAt(at)) count++;
    return count;
  }

  /** Whether an entry begins here, at the start of a line. */
  private entryAt(at: number): boolean {
    let before = at - 1;
    while (before >= 0 && at - before < 40 && (this.text.charCodeAt(before) === 32 || this.text.charCodeAt(before) === 9)) before--;
    if (this.text.charCodeAt(before) !== 10) return false;
    ENTRY_START.lastIndex = at;
    return ENTRY_START.test(this.text);
  }

  /** `\"` is an accent, which BibTeX wants in braces and people leave bare, unless the value ends after it. */
  private endsQuote(at: number): boolean {
    return this.text.charCodeAt(at - 1) !== 92 || /^\s*(?:[,#})]|$)/.test(this.text.slice(at + 1, at + 40));
  }

  private closing<T>(open: string, read: () => T): T {
    const value = read();
    this.space();
    if (this.text.charAt(this.at) !== (open === '{' ? '}' : ')')) throw new Broken('The closing brace is missing.');
    this.at++;
    return value;
  }

  private name(): string | undefined {
    NAME.lastIndex = this.at;
    const name = NAME.exec(this.text)?.[0];
    this.at += name?.length ?? 0;
    return name;
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 32 || code === 10 || code === 13 || code === 9) this.at++;
      else if (code === 37 || code > 127) break;
      else return;
    }
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
  }

  private nextCommand(start: number): number {
    NEXT_COMMAND.lastIndex = start + 1;
    const next = NEXT_COMMAND.exec(this.text);
    return next ? next.index : this.text.length;
  }

  private skipBroken(start: number, message: string): void {
    const end = this.nextCommand(start);
    const source = this.text.slice(start, Math.min(end, start + MOST_KEPT));
    this.out.problems.push({ severity: 'error', message, line: this.lineOf(start), entry: /^@\s*\w+\s*[{(]\s*([^,\s]*)/.exec(source)?.[1] ?? '', text: source.trim() });
    this.at = end;
    this.ended = end;
  }
}

const NOTHING: readonly string[] = [];
const runsAway = (value: string): boolean => value.includes('\n') && RUNAWAY.test(value);

/**
 * Reads BibTeX as btparse does: one pass, each character looked at once but for entries that turn out broken, which are
 * read again from their next `@` at the start of a line. Never throws.
 */
export function parseBibtex(text: string): BibFile {
  const reader = new BibReader(text);
  while (reader.next());
  return reader.out;
}
