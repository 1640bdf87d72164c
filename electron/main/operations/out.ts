import { basename, dirname, extname, join } from 'node:path';
import { dialog } from 'electron';
import type { OperationName, Output } from '../../../src/contract/contract.ts';
import { Failure } from '../../../src/contract/errors.ts';
import { EXPORTS, type ExportFormat } from '../../../src/contract/exports.ts';
import { besideOf, copyBeside } from '../../../src/services/disk/beside.ts';
import { nodeDisk } from '../../../src/services/disk/node-disk.ts';
import { replaceFile } from '../../../src/services/disk/replace.ts';
import { writeClipboard } from '../clipboard.ts';
import type { Context } from '../context.ts';
import type { MainOperations } from '../router.ts';

/** What leaves Sheaf: files and the clipboard. */
export function outOperations(context: Context): Pick<MainOperations, 'dialog.import' | 'export.file' | 'cite.copy' | 'clipboard.write'> {
  return {
    'dialog.import': async () => {
      const files = await chooseFiles(context);
      return files.length > 0 ? { files: files.map((file) => context.grants.grant(file)) } : null;
    },
    'export.file': async ({ selection, format, options, beside }) => {
      const file = await chooseTarget(context, format, beside === undefined ? undefined : context.grants.demand(beside));
      if (!file) return null;
      const { text, count, problems, copies } = await value(context, 'export.text', { selection, format, options, beside: besideOf(file) });
      const missing = await copyBeside(dirname(file), copies);
      await replaceFile(nodeDisk, file, Buffer.from(text));
      return { file, count, problems: [...problems, ...missing] };
    },
    'cite.copy': async (input) => {
      const { text, html, count } = await value(context, 'cite.quick', input);
      await writeClipboard(text, html);
      return { text, count };
    },
    'clipboard.write': async ({ text, html }) => {
      await writeClipboard(text, html);
      return null;
    },
  };
}

async function value<N extends OperationName>(context: Context, name: N, input: unknown): Promise<Output<N>> {
  const result = await context.library.call(name, input);
  if (!result.ok) throw new Failure(result.error);
  return result.value;
}

async function chooseFiles(context: Context): Promise<string[]> {
  const options = { properties: ['openFile' as const, 'multiSelections' as const], filters: [{ name: 'Papers', extensions: ['pdf', 'epub', 'djvu', 'txt', 'html', 'htm', 'md', 'bib', 'ris', 'json', 'xml', 'nbib', 'enw', 'ciw', 'yaml', 'yml', 'cff', 'csv', 'tsv', 'mrc', 'rdf'] }, { name: '*', extensions: ['*'] }] };
  const window = context.window();
  const { filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return filePaths;
}

/** Asks where to, which begins beside a manuscript where it is for one; scripts and journeys name the file by SHEAF_EXPORT_TO instead, as nobody could answer the system's dialog. */
export async function chooseTarget(context: Context, format: ExportFormat, beside?: string): Promise<string | undefined> {
  const named = process.env['SHEAF_EXPORT_TO'];
  if (named) return named;
  const { name, extension } = EXPORTS[format];
  const options = { defaultPath: beside === undefined ? `papers.${extension}` : join(dirname(beside), `${basename(beside, extname(beside))}.${extension}`), filters: [{ name, extensions: [extension] }] };
  const window = context.window();
  const { filePath } = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  return filePath || undefined;
}
