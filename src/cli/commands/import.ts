import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { Output } from '../../contract/contract.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson, progress } from '../output.ts';
import { usual } from '../usual.ts';

export interface ImportOptions { json?: boolean; dryRun?: boolean; duplicates: 'skip' | 'keep' | 'join' }
type Preview = Output<'import.preview'>;

/** `sheaf import FILE…`: each file is one import with one undo. `-` is standard input. */
export async function importFiles(library: Library, files: string[], options: ImportOptions): Promise<void> {
  const reports = [];
  for (const file of files) {
    const report = await importOne(library, file, options);
    reports.push(report);
    if (!options.json) await print(wording(report, options));
  }
  if (options.json) await printJson({ imports: reports });
  if (reports.every((report) => report.total === 0)) throw new Exit(EXIT.nothing, 'Nothing that looks like a paper was found.');
}

async function importOne(library: Library, file: string, options: ImportOptions) {
  const preview = await library.call('import.preview', { source: await sourceOf(file) });
  const done = options.dryRun || preview.total === 0 ? { imported: 0, skipped: 0, joined: 0, ids: [] } : await commit(library, preview, options);
  const { format, total, fresh, duplicates, leftOut, problems, origin } = preview;
  return { file, format, total, fresh, duplicates, imported: done.imported, skipped: done.skipped, joined: done.joined, ids: done.ids, origin, leftOut, problems };
}

async function commit(library: Library, preview: Preview, options: ImportOptions): Promise<Output<'import.commit'>> {
  const bar = progress('Importing');
  const stop = library.on((name, payload) => { if (name === 'progress' && 'done' in payload) bar.at(payload.done, payload.total); });
  try {
    return await library.call('import.commit', { preview: preview.preview, keyPattern: usual().keyPattern, duplicates: preview.files > 0 && options.duplicates === 'skip' ? 'join' : options.duplicates });
  } finally {
    stop();
    bar.end();
  }
}

async function sourceOf(file: string): Promise<{ text: string; name: string } | { file: string }> {
  if (file === '-') return { text: await textOf(process.stdin), name: 'standard input' };
  const path = resolve(file);
  const found = await stat(path).catch(() => null);
  if (!found) throw new Exit(EXIT.nothing, `There is no file ${file}.`);
  if (!found.isFile() && !found.isDirectory()) return { text: await readFile(path, 'utf8').catch(() => ''), name: basename(path) };
  return { file: path };
}

function wording(report: Awaited<ReturnType<typeof importOne>>, options: ImportOptions): string {
  const wrong = report.problems.filter((problem) => problem.severity !== 'note');
  const lines = [
    options.dryRun
      ? `${report.file}: ${report.total} papers (${report.format}); ${report.fresh} new, ${report.duplicates} in the library already. Nothing was changed.`
      : `${report.file}: ${report.imported} papers imported (${report.format})${report.skipped ? `, ${report.skipped} in the library already` : ''}${report.joined ? `, ${report.joined} joined` : ''}.`,
    ...report.leftOut.slice(0, 20).map((left) => `  left out, line ${left.line}: ${left.text.slice(0, 70)} (${left.reason})`),
    ...wrong.slice(0, 20).map((problem) => `  ${problem.severity}${problem.line ? `, line ${problem.line}` : ''}: ${problem.message}`),
    ...(wrong.length > 20 ? [`  … and ${wrong.length - 20} more; --json has them all.`] : []),
  ];
  return lines.join('\n');
}
