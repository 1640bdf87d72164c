import { resolve } from 'node:path';
import { isManuscript, readManuscripts } from '../../services/manuscripts/read.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { formerly } from '../papers.ts';
import { exportPapers, type ExportOptions } from './out.ts';

export type CitesOptions = Omit<ExportOptions, 'output' | 'search' | 'losses'> & { export?: string; missing?: boolean; json?: boolean };

/** `sheaf cites FILE…`: what manuscripts cite, found in the library, by a key of before, or missing; exit code 3 when something is not there by the key that the manuscript has, since LaTeX looks for that one. */
export async function cites(library: Library, names: string[], options: CitesOptions): Promise<void> {
  const files = names.map((name) => resolve(name));
  for (const file of files) if (!isManuscript(file)) throw new Exit(EXIT.usage, `${file} is no manuscript that Sheaf reads: tex, aux, bcf, md, typ, org or docx.`);
  const read = await readManuscripts(files);
  for (const file of files) if (!read.parts.includes(file)) throw new Exit(EXIT.nothing, `${file} cannot be read.`);
  const cited = await library.call('papers.cited', { works: read.cited.map(({ name, item }) => ({ name, ...(item === undefined ? {} : { item }) })) });
  const there = cited.filter(({ ids }) => ids.length > 0);
  const unknown = cited.filter(({ ids }) => ids.length === 0).map(({ name }) => name);
  const renamed = await formerly(library, unknown);
  const missing = unknown.filter((name) => !renamed.some((one) => one.name === name));
  for (const file of read.unread) process.stderr.write(`sheaf: ${file} is taken in but cannot be read.\n`);
  if (options.export !== undefined && (read.all || there.length + renamed.length > 0)) await exportPapers(library, read.all ? [] : [...new Set([...there.flatMap(({ ids }) => ids), ...renamed.map(({ id }) => id)])], { ...options, output: options.export });
  if (options.json) await printJson({ cited: cited.map(({ name }) => name), all: read.all, found: there.map(({ name }) => name), renamed: renamed.map(({ name, key }) => ({ name, key })), missing, unread: read.unread });
  else await print(options.missing ? missing.join('\n') : [...there.map(({ name }) => `${name}  found`), ...renamed.map(({ name, key }) => `${name}  RENAMED to ${key}`), ...missing.map((name) => `${name}  MISSING`), `${String(cited.length)} cited, ${renamed.length > 0 ? `${String(unknown.length - missing.length)} renamed, ` : ''}${String(missing.length)} missing.`].join('\n'));
  if (unknown.length > 0) throw new Exit(EXIT.nothing);
}
