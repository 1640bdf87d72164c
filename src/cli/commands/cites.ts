import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { citedIn, manuscriptOf } from '../../citation/manuscript.ts';
import { docxText } from '../../services/docx-text.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { exportPapers, type ExportOptions } from './out.ts';

export type CitesOptions = Omit<ExportOptions, 'output' | 'search' | 'losses'> & { export?: string; missing?: boolean; json?: boolean };

const LARGEST = 50_000_000;

interface Read { keys: string[]; all: boolean; unread: string[] }

/** `sheaf cites FILE…`: what manuscripts cite, found in the library or missing; exit code 3 when something is. */
export async function cites(library: Library, files: string[], options: CitesOptions): Promise<void> {
  const read = await readAll(files.map((file) => resolve(file)));
  const found = await library.call('papers.find', { names: read.keys });
  const there = found.filter(({ ids }) => ids.length > 0).map(({ name }) => name);
  const missing = found.filter(({ ids }) => ids.length === 0).map(({ name }) => name);
  for (const file of read.unread) process.stderr.write(`sheaf: ${file} is taken in but cannot be read.\n`);
  if (options.export !== undefined) await exportPapers(library, read.all ? [] : there, { ...options, output: options.export });
  if (options.json) await printJson({ cited: read.keys, all: read.all, found: there, missing, unread: read.unread });
  else await print(options.missing ? missing.join('\n') : [...there.map((key) => `${key}  found`), ...missing.map((key) => `${key}  MISSING`), `${String(read.keys.length)} cited, ${String(missing.length)} missing.`].join('\n'));
  if (missing.length > 0) throw new Exit(EXIT.nothing);
}

/** The manuscripts and all that they take in, each once. */
async function readAll(files: string[]): Promise<Read> {
  const [keys, unread, seen] = [new Set<string>(), [] as string[], new Set<string>()];
  let all = false;
  const visit = async (file: string, base: string, asked: boolean): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = await textOf(file);
    const kind = /\.docx$/i.test(file) ? 'md' : manuscriptOf(file);
    if (asked && kind === null) throw new Exit(EXIT.usage, `${file} is no manuscript that Sheaf reads: tex, aux, bcf, md, typ, org or docx.`);
    if (asked && text === null) throw new Exit(EXIT.nothing, `${file} cannot be read.`);
    if (text === null || kind === null) { unread.push(file); return; }
    const cited = citedIn(text, kind);
    all ||= cited.all;
    for (const key of cited.keys) keys.add(key);
    for (const name of cited.includes) await visit(await placeOf(name, base, kind === 'tex' ? '.tex' : ''), base, false);
  };
  for (const file of files) await visit(file, dirname(file), true);
  return { keys: [...keys], all, unread };
}

/** LaTeX looks from the folder of the main file, and for `name.tex` before `name`. */
async function placeOf(name: string, base: string, ending: string): Promise<string> {
  const file = resolve(base, name);
  return ending === '' || file.endsWith(ending) || !(await isFile(`${file}${ending}`)) && (await isFile(file)) ? file : `${file}${ending}`;
}

const isFile = (file: string): Promise<boolean> => stat(file).then((found) => found.isFile(), () => false);

async function textOf(file: string): Promise<string | null> {
  try {
    if ((await stat(file)).size > LARGEST) return null;
    const bytes = await readFile(file);
    return /\.docx$/i.test(file) ? docxText(bytes) : bytes.toString('utf8');
  } catch {
    return null;
  }
}
