import type { Problem } from '../format.ts';

/** A field's value as written, without its outer delimiters, `#` carried out and @string names replaced. */
export interface BibField { name: string; value: string }
export interface BibEntry { type: string; key: string; fields: BibField[]; line: number }
export interface BibFile { entries: BibEntry[]; preambles: string[]; comments: { text: string; line: number }[]; problems: Problem[] }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = /[^\s{}(),=#"%@\\]+/y;

/** Bounds the reading of a value that is never closed, so that a file of broken entries is read in linear time. */
const MOST_ENTRIES_IN_A_VALUE = 5;

/** A place that says what is wrong there; the entry is kept aside and reading goes on at the next one. */
class Broken extends Error {}

/**
 * Reads BibTeX as btparse does: one pass, each character looked at once but for entries that turn out broken, which are
 * read again from their next `@` at the start of a line. Never throws.
 */
export function parseBibtex(text: string): BibFile {
  return new Reader(text).file();
}

class Reader {
  private at = 0;
  private lineAt = 0;
  private line = 1;
  private readonly strings = new Map(MONTHS.map((name) => [name, name]));
  private readonly out: BibFile = { entries: [], preambles: [], comments: [], problems: [] };

  constructor(private readonly text: string) {}

  file(): BibFile {
    for (let start = this.next('@', 0); start >= 0; start = this.next('@', this.at)) {
      this.at = start + 1;
      try {
        this.command(start);
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        this.skipBroken(start, error.message);
      }
    }
    return this.out;
  }

  private next = (what: string, from: number): number => this.text.indexOf(what, from);

  /** 1-based line of an offset; offsets are asked for in rising order but for small steps back. */
  private lineOf(offset: number): number {
    if (offset < this.lineAt) [this.lineAt, this.line] = [0, 1];
    for (let next = this.next('\n', this.lineAt); next >= 0 && next < offset; next = this.next('\n', this.lineAt)) {
      this.line++;
      this.lineAt = next + 1;
    }
    return this.line;
  }

  private command(start: number): void {
    this.space();
    const type = this.name()?.toLowerCase();
    if (!type) return;
    this.space();
    const open = this.text[this.at];
    if (type === 'comment' && open !== '{') return;
    if (open !== '{' && open !== '(') return this.strayAt(start, type);
    this.at++;
    if (type === 'comment') this.out.comments.push({ text: this.until('}'), line: this.lineOf(start) });
    else if (type === 'preamble') this.out.preambles.push(this.closing(open, () => this.value()));
    else if (type === 'string') this.closing(open, () => { const { name, value } = this.field(); this.strings.set(name, value); });
    else this.entry(type, open, start);
  }

  /** An `@` in running text between entries, such as a mail address, is no mistake. */
  private strayAt(start: number, type: string): void {
    if (/(?:^|\n)[ \t]*$/.test(this.text.slice(Math.max(0, start - 200), start))) throw new Broken(`@${type} is not followed by { or (.`);
  }

  private entry(type: string, open: string, start: number): void {
    const key = this.key();
    const fields: BibField[] = [];
    for (;;) {
      this.space();
      const here = this.text[this.at];
      if (here === ',') { this.at++; continue; }
      if (here === (open === '{' ? '}' : ')')) { this.at++; break; }
      if (here === undefined) throw new Broken('The file ends inside the entry.');
      fields.push(this.field());
    }
    this.out.entries.push({ type, key, fields, line: this.lineOf(start) });
  }

  private key(): string {
    this.space();
    const match = /[^,\s{}]*/y;
    match.lastIndex = this.at;
    const key = match.exec(this.text)?.[0] ?? '';
    const after = this.at + key.length;
    const rest = /\s*([,})=])/y;
    rest.lastIndex = after;
    const sign = rest.exec(this.text)?.[1];
    if (sign === '=') return '';
    if (!sign) throw new Broken('The citation key is not followed by a comma.');
    this.at = after;
    return key;
  }

  private field(): BibField {
    this.space();
    const name = this.name();
    if (!name) throw new Broken(`A field name was expected, not “${this.text.slice(this.at, this.at + 20).trim()}”.`);
    this.space();
    if (this.text[this.at] !== '=') throw new Broken(`The field ${name} has no =.`);
    this.at++;
    return { name: name.toLowerCase(), value: this.value() };
  }

  private value(): string {
    let value = '';
    do {
      this.space();
      value += this.piece();
      this.space();
    } while (this.text[this.at] === '#' && ++this.at);
    return value;
  }

  private piece(): string {
    const here = this.text[this.at];
    if (here === '{') { this.at++; return this.until('}'); }
    if (here === '"') { this.at++; return this.until('"'); }
    const name = this.name();
    if (name === undefined) throw new Broken('A value is missing.');
    return /^\d+$/.test(name) ? name : (this.strings.get(name.toLowerCase()) ?? name);
  }

  /** The text up to a closing sign at this depth of braces. A value that runs over many entries is one that was never closed. */
  private until(sign: '}' | '"'): string {
    const start = this.at;
    const scan = /[{}"]|\n(?=[ \t]*@[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}="]+[ \t]*,)/g;
    scan.lastIndex = start;
    let entries = 0;
    for (let depth = 0, match = scan.exec(this.text); match; match = scan.exec(this.text)) {
      if (match[0] === sign && depth === 0 && (sign === '}' || this.endsQuote(match.index))) { this.at = match.index + 1; return this.text.slice(start, match.index); }
      if (match[0] === '{') depth++;
      else if (match[0] === '}' && --depth < 0) break;
      else if (match[0] === '\n' && ++entries > MOST_ENTRIES_IN_A_VALUE) break;
    }
    throw new Broken(sign === '}' ? 'A brace is not closed.' : 'A quotation mark is not closed.');
  }

  /** `\"` is an accent, which BibTeX wants in braces and people leave bare, unless the value ends after it. */
  private endsQuote(at: number): boolean {
    return this.text[at - 1] !== '\\' || /^\s*(?:[,#})]|$)/.test(this.text.slice(at + 1, at + 40));
  }

  private closing<T>(open: string, read: () => T): T {
    const value = read();
    this.space();
    if (this.text[this.at] !== (open === '{' ? '}' : ')')) throw new Broken('The closing brace is missing.');
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
    const space = /(?:\s+|%[^\n]*)*/y;
    space.lastIndex = this.at;
    this.at += space.exec(this.text)?.[0].length ?? 0;
  }

  private skipBroken(start: number, message: string): void {
    const next = this.text.slice(start + 1).search(/\n[ \t]*@/);
    const end = next < 0 ? this.text.length : start + 1 + next;
    const source = this.text.slice(start, Math.min(end, start + 20_000));
    this.out.problems.push({ severity: 'error', message, line: this.lineOf(start), entry: /^@\s*\w+\s*[{(]\s*([^,\s]*)/.exec(source)?.[1] ?? '', text: source.trim() });
    this.at = end;
  }
}
