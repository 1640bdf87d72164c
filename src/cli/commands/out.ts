import { readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EXPORT_NAMES, EXPORTS, WriteOptions, type ExportCheck, type ExportFormat } from '../../contract/exports.ts';
import { choicesIn } from '../../formats/bibtex/better/preferences.ts';
import { besideOf, copyBeside } from '../../services/disk/beside.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf, queryOf } from '../papers.ts';

export interface ExportOptions { format: string; output?: string; search?: string; ascii?: boolean; leaveOut: string[]; shortJournals?: boolean; fields: string; links: string; urls: string; language: string; names: string; package: string; sort: string; files: string; notes: boolean; marks?: boolean; style: string; locale: string; as?: string; losses?: boolean }

/** `sheaf export [PAPER…]`: to stdout, or whole into a file. Without papers: all of them, or what `--search` finds. */
export async function exportPapers(library: Library, names: string[], options: ExportOptions): Promise<void> {
  const format = EXPORT_NAMES.find((name) => name === options.format);
  if (!format) throw new Exit(EXIT.usage, `Unknown format "${options.format}": ${EXPORT_NAMES.join(', ')}.`);
  const chosen = chosenOf(options);
  const selection = names.length > 0 ? { ids: await idsOf(library, names) } : { query: await queryOf(library, options.search ?? ''), except: [] };
  if (options.losses) return print(lossWords(await library.call('export.check', { selection, format, options: chosen }), format));
  const file = options.output === undefined ? undefined : resolve(options.output);
  const { text, count, problems, copies } = await library.call('export.text', { selection, format, options: chosen, ...(file === undefined ? {} : { beside: besideOf(file) }) });
  const missing = file === undefined ? [] : await copyBeside(dirname(file), copies);
  for (const problem of [...problems, ...missing]) process.stderr.write(`sheaf: ${problem}\n`);
  if (file === undefined) return print(text);
  await writeWhole(file, text);
  const check = await library.call('export.check', { selection, format, options: chosen });
  if (check.losses.length > 0) process.stderr.write(`${lossWords(check, format)}\n`);
  process.stderr.write(`${count} papers written to ${options.output}.\n`);
}

/** What was typed, as the choices every export takes. */
export function chosenOf(options: ExportOptions): WriteOptions {
  const read = WriteOptions.safeParse({ letters: options.ascii ? 'latex' : 'unicode', fields: options.fields, links: options.links, urls: options.urls, language: options.language, names: options.names, package: options.package, leaveOut: options.leaveOut, journals: options.shortJournals ? 'short' : 'full', order: options.sort, files: options.files, notes: options.notes, annotations: options.marks ?? false, style: options.style, locale: options.locale, ...(options.as === undefined ? {} : choicesLike(options.as, options.format)) });
  if (!read.success) throw new Exit(EXIT.usage, read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  if (read.data.files === 'copies' && options.output === undefined) throw new Exit(EXIT.usage, 'Copies of files need a file to lie beside: add --output.');
  return read.data;
}

/** What the preferences say that a BetterBibTeX JSON file holds. */
function choicesLike(file: string, format: string): Partial<WriteOptions> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Exit(EXIT.usage, `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const choices = choicesIn(json, format === 'bibtex' || format === 'csl-json' ? format : 'biblatex');
  if (choices === undefined) throw new Exit(EXIT.usage, `${file} holds no preferences of Better BibTeX: export a library from Zotero as BetterBibTeX JSON.`);
  return choices;
}

function lossWords({ losses, checked, count }: ExportCheck, format: ExportFormat): string {
  const of = checked < count ? `of the first ${checked} papers` : `of ${count} papers`;
  if (losses.length === 0) return `${EXPORTS[format].name} holds everything ${of}.`;
  return losses.map(({ variable, papers, changed }) => `${variable}: ${changed ? 'changed in' : 'lost in'} ${papers} ${of}`).join('\n');
}

/** The file is the old one or the new one, never half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  try {
    const handle = await open(temporary, 'w');
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Exit(EXIT.failed, `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `sheaf check`: proves a library sound, changing nothing. Exit code 1 when it is not. */
export async function check(library: Library, options: { json?: boolean }): Promise<void> {
  const report = await library.call('library.check', {});
  if (options.json) await printJson(report);
  else await print([`${library.folder}: ${report.records} records, ${report.sound ? 'sound' : 'NOT sound'}.`, ...report.findings.map(({ file, message }) => `  ${file}: ${message}`)].join('\n'));
  if (!report.sound) throw new Exit(EXIT.failed);
}
