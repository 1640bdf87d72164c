import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { citedIn, manuscriptOf, type Cited } from '../../citation/manuscript.ts';
import type { CslItem } from '../../model/csl.ts';
import { docxText } from './docx.ts';

/** Manuscripts and bibliographies beyond this are not read, bytes. */
const LARGEST = 50_000_000;
/** Parts of one manuscript that are followed at most. */
const MOST_PARTS = 500;

/** Something cited: by what the text calls it, where it is named first (1-based line; none in a Word document), and what a field says of the work. */
export interface CitedName { name: string; file: string; line?: number; item?: CslItem }

/** A manuscript with all that it takes in. `parts`: every file that was read; `unread`: those that are not there or cannot be read. */
export interface ReadManuscript { cited: CitedName[]; all: boolean; parts: string[]; unread: string[]; bibliographies: string[] }

/** Whether this is a manuscript by its name. */
export const isManuscript = (file: string): boolean => /\.docx$/i.test(file) || manuscriptOf(file) !== null;

/** What manuscripts cite, and all that they take in, each file once. Those that cannot be read are in `unread`. */
export async function readManuscripts(files: readonly string[]): Promise<ReadManuscript> {
  const names = new Map<string, CitedName>();
  const made: ReadManuscript = { cited: [], all: false, parts: [], unread: [], bibliographies: [] };
  const seen = new Set<string>();
  const visit = async (file: string, base: string): Promise<void> => {
    if (seen.has(file) || seen.size >= MOST_PARTS) return;
    seen.add(file);
    const read = await readPart(file);
    if (read === null) { made.unread.push(file); return; }
    made.parts.push(file);
    made.all ||= read.all;
    for (const one of read.cited) if (!names.has(one.name)) names.set(one.name, one);
    for (const name of read.bibliographies) made.bibliographies.push(resolve(base, name));
    for (const name of read.includes) await visit(await placeOf(name, base, manuscriptOf(file) === 'tex' ? '.tex' : ''), base);
  };
  for (const file of files) await visit(file, dirname(file));
  return { ...made, cited: [...names.values()], bibliographies: [...new Set(made.bibliographies)] };
}

async function readPart(file: string): Promise<(Omit<Cited, 'keys'> & { cited: CitedName[] }) | null> {
  try {
    if (!isManuscript(file) || (await stat(file)).size > LARGEST) return null;
    const bytes = await readFile(file);
    return /\.docx$/i.test(file) ? ofDocx(file, bytes) : ofText(file, bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function ofText(file: string, text: string): Omit<Cited, 'keys'> & { cited: CitedName[] } {
  const { keys, ...rest } = citedIn(text, manuscriptOf(file) ?? 'md');
  const line = linesIn(text);
  return { ...rest, cited: keys.map((name) => ({ name, file, line: line(name) })) };
}

function ofDocx(file: string, bytes: Uint8Array): Omit<Cited, 'keys'> & { cited: CitedName[] } {
  const { text, works } = docxText(bytes);
  return { all: false, includes: [], bibliographies: [], cited: [...works.map(({ name, item }) => ({ name, file, item })), ...citedIn(text, 'md').keys.map((name) => ({ name, file }))] };
}

/** In which line a word stands first, 1-based. */
function linesIn(text: string): (name: string) => number {
  const lines = text.split('\n');
  const words = new Map<string, number>();
  for (const [at, line] of lines.entries()) for (const word of line.match(/[^\s{}[\](),;@<>"]+/g) ?? []) if (!words.has(word)) words.set(word, at + 1);
  return (name) => words.get(name) ?? lines.findIndex((line) => line.includes(name)) + 1;
}

/** LaTeX looks from the folder of the main file, and for `name.tex` before `name`. */
async function placeOf(name: string, base: string, ending: string): Promise<string> {
  const file = resolve(base, name);
  return ending === '' || file.endsWith(ending) || !(await isFile(`${file}${ending}`)) && (await isFile(file)) ? file : `${file}${ending}`;
}

const isFile = (file: string): Promise<boolean> => stat(file).then((found) => found.isFile(), () => false);
