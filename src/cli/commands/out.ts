import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXPORT_NAMES } from '../../contract/exports.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf, queryOf } from '../papers.ts';

interface ExportOptions { format: string; output?: string; search?: string }

/** `sheaf export [PAPER…]`: to stdout, or whole into a file. Without papers: all of them, or what `--search` finds. */
export async function exportPapers(library: Library, names: string[], options: ExportOptions): Promise<void> {
  const format = EXPORT_NAMES.find((name) => name === options.format);
  if (!format) throw new Exit(EXIT.usage, `Unknown format "${options.format}": ${EXPORT_NAMES.join(', ')}.`);
  const selection = names.length > 0 ? { ids: await idsOf(library, names) } : { query: await queryOf(library, options.search ?? ''), except: [] };
  const { text, count, problems } = await library.call('export.text', { selection, format });
  for (const problem of problems) process.stderr.write(`sheaf: ${problem}\n`);
  if (!options.output) return print(text);
  await writeWhole(resolve(options.output), text);
  process.stderr.write(`${count} papers written to ${options.output}.\n`);
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

/** `sheaf cite PAPER…`: references as a style prints them. */
export async function cite(library: Library, names: string[], options: { style: string; locale: string; format: string; json?: boolean }): Promise<void> {
  if (options.format !== 'text' && options.format !== 'html') throw new Exit(EXIT.usage, `Unknown format "${options.format}": text or html.`);
  const ids = await idsOf(library, names);
  const { text, html } = await library.call('cite.bibliography', { selection: { ids }, style: options.style, locale: options.locale });
  if (options.json) return printJson({ text, html });
  await print(options.format === 'html' ? html : text);
}

/** `sheaf check`: proves a library sound, changing nothing. Exit code 1 when it is not. */
export async function check(library: Library, options: { json?: boolean }): Promise<void> {
  const report = await library.call('library.check', {});
  if (options.json) await printJson(report);
  else await print([`${library.folder}: ${report.records} records, ${report.sound ? 'sound' : 'NOT sound'}.`, ...report.findings.map(({ file, message }) => `  ${file}: ${message}`)].join('\n'));
  if (!report.sound) throw new Exit(EXIT.failed);
}
