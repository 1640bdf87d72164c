import type { BibBlock, BibEntry, BibFile } from './parse.ts';
import type { Macros } from './tex/macros.ts';

/** Fields of a verbatim record that are no fields of the entry begin with one of these, which no BibTeX name may: `@` a block as it stands in the file, `#` the expression of a field. */
export const BLOCK = '@';
export const EXPRESSION = '#';

/** What stands around entries, given to the papers that need it, so that a file comes out again as it came in. */
export class Keeping {
  private readonly strings = new Map<string, BibBlock>();
  private readonly preambles = new Map<string, BibBlock>();
  private readonly aside = new Map<string, string>();
  private readonly last: BibEntry | undefined;

  constructor(private readonly file: BibFile, text: string, macros: Macros | undefined) {
    for (const block of file.blocks) {
      if (block.kind === 'string' && block.name !== undefined) this.strings.set(block.name, block);
      if (block.kind === 'preamble') for (const name of macros?.names ?? []) if (block.content.includes(`\\${name}`)) this.preambles.set(name, block);
    }
    for (const { type, key, start, end } of file.entries) if (type === 'xdata' || type === 'set') this.aside.set(key.toLowerCase(), text.slice(start, end));
    this.last = file.entries.findLast(({ type }) => type !== 'xdata' && type !== 'set');
  }

  /** What is written with an entry: what stands before it, what it uses, and after the last one what stands there. */
  of(entry: BibEntry): Record<string, string> {
    if (entry.before.length === 0 && entry.uses.length === 0 && entry !== this.last && this.preambles.size === 0 && this.aside.size === 0) return {};
    const blocks = [...entry.before.map(({ text }) => text), ...this.stringsOf(entry.uses), ...this.preamblesOf(entry), ...this.asideOf(entry)];
    const kept: Record<string, string> = {};
    for (const block of new Set(blocks)) kept[`${BLOCK}${Object.keys(kept).length}`] = block;
    if (entry === this.last) for (const [place, { text }] of this.file.trailing.entries()) kept[`${BLOCK}after${place}`] = text;
    for (const { name, source } of entry.fields) if (source !== undefined) kept[EXPRESSION + name] = source;
    return kept;
  }

  private stringsOf(names: readonly string[], seen = new Set<string>()): string[] {
    return names.flatMap((name) => {
      const block = this.strings.get(name);
      if (!block || seen.has(name)) return [];
      seen.add(name);
      return [...this.stringsOf(block.uses, seen), block.text];
    });
  }

  private preamblesOf({ fields }: BibEntry): string[] {
    return [...this.preambles].filter(([name]) => fields.some(({ value }) => value.includes(`\\${name}`))).map(([, { text }]) => text);
  }

  private asideOf({ fields }: BibEntry): string[] {
    if (this.aside.size === 0) return [];
    return fields.filter(({ name, value }) => name === 'xdata' || value.startsWith('xdata=')).flatMap(({ value }) => value.replace('xdata=', '').split(',')).flatMap((key) => this.aside.get(key.replace(/-.*$/, '').trim().toLowerCase()) ?? this.aside.get(key.trim().toLowerCase()) ?? []);
  }
}
