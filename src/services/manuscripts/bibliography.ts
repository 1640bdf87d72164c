import { readFile, stat } from 'node:fs/promises';
import { bibtex } from '../../formats/bibtex/bibtex.ts';
import type { CslItem } from '../../model/csl.ts';

const LARGEST = 30_000_000;

/** An entry of a manuscript's own bibliography, and the lines that it stands on (1-based, the last one beyond it). */
export interface BibEntry { item: CslItem; from: number; to: number }
export interface Bibliography { file: string; text: string; entries: ReadonlyMap<string, BibEntry> }

/** Reads a BibTeX file; null where it is none or cannot be read. `between` is waited for again and again, so that others may run. */
export async function readBibliography(file: string, between: () => Promise<void>): Promise<Bibliography | null> {
  try {
    if (!/\.bib$/i.test(file) || (await stat(file)).size > LARGEST) return null;
    const text = (await readFile(file)).toString('utf8');
    const reading = bibtex.readSteps?.(text);
    if (reading === undefined) return null;
    for (;;) {
      const step = reading.next();
      if (step.done) return { file, text, entries: placed(step.value.drafts, text.split('\n')) };
      await between();
    }
  } catch {
    return null;
  }
}

/** An entry ends where the next line begins with an at sign. */
function placed(drafts: readonly { citationKey?: string; item: CslItem; line?: number }[], lines: readonly string[]): Map<string, BibEntry> {
  const begins = lines.flatMap((line, at) => (/^[ \t]*@/.test(line) ? at + 1 : []));
  const entries = new Map<string, BibEntry>();
  let place = 0;
  for (const { citationKey, item, line: from = 0 } of drafts) {
    while ((begins[place] ?? Infinity) <= from) place++;
    if (citationKey !== undefined && !entries.has(citationKey)) entries.set(citationKey, { item, from, to: begins[place] ?? lines.length + 1 });
  }
  return entries;
}

const MACROS = /^[ \t]*@(?:string|preamble)\b/i;

/** The text of these entries alone, with the macros and the parents (`crossref`, `xdata`) that they need. */
export function entriesText({ text, entries }: Bibliography, names: readonly string[]): string {
  const lines = text.split('\n');
  const wanted = new Set<string>();
  const want = (name: string): void => {
    const entry = entries.get(name);
    if (entry === undefined || wanted.has(name)) return;
    wanted.add(name);
    for (const [, parents = ''] of lines.slice(entry.from - 1, entry.to - 1).join('\n').matchAll(/^\s*(?:crossref|xdata|xref)\s*=\s*[{"]([^{}"]+)[}"]/gim)) parents.split(',').forEach((parent) => { want(parent.trim()); });
  };
  names.forEach(want);
  const blocks = [...wanted].flatMap((name) => entries.get(name) ?? []).sort((a, b) => a.from - b.from).map(({ from, to }) => lines.slice(from - 1, to - 1).join('\n').trim());
  return [...macros(lines), ...blocks].join('\n\n').concat('\n');
}

function macros(lines: readonly string[]): string[] {
  const found: string[] = [];
  let within = false;
  for (const line of lines) {
    if (/^[ \t]*@/.test(line)) within = MACROS.test(line);
    if (within && line.trim() !== '') found.push(line);
  }
  return found;
}
