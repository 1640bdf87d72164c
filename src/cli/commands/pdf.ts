import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { ok } from '../../contract/errors.ts';
import type { Attachment } from '../../model/attachment.ts';
import { copyName, writeMarkedCopy } from '../../services/pdf/marked-copy.ts';
import { runPdfJob } from '../../services/pdf/run-job.ts';
import { takeOver } from '../../services/pdf/take-over.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson, refused } from '../output.ts';
import { idsOf } from '../papers.ts';

/** `file`: which of a paper's PDFs, by a part of its name. */
export interface WhichPdf { file?: string; json?: boolean }
export interface TakeOptions extends WhichPdf { password?: string }
export interface WriteOptions extends WhichPdf { output?: string; author?: string }

/** `sheaf pdf write PAPER`: a copy of its PDF with the marks in it, as annotations that other readers show. */
export async function writePdf(library: Library, name: string, { output, author = userInfo().username, json, ...which }: WriteOptions): Promise<void> {
  const { id } = await pdfOf(library, name, which);
  const pdf = await library.call('pdf.marked', { attachment: id });
  const written = await writeMarkedCopy(runPdfJob, pdf, id, resolve(output ?? copyName(pdf.name)), author);
  if (!written.ok) throw refused(written.error);
  const { file, added, updated, unchanged } = written.value;
  if (json) return printJson(written.value);
  await print(`${file}: ${added} ${added === 1 ? 'mark' : 'marks'} written${updated === 0 ? '' : `, ${updated} brought up to date`}${unchanged === 0 ? '' : `, ${unchanged} there already`}.`);
}

/** `sheaf pdf sidecar PAPER`: its marks as a Markdown file beside the PDF. */
export async function writeSidecar(library: Library, name: string, { json, ...which }: WhichPdf): Promise<void> {
  const written = await library.call('pdf.sidecar', { attachment: (await pdfOf(library, name, which)).id });
  if (json) return printJson(written);
  await print(`${written.file}: ${written.marks} ${written.marks === 1 ? 'mark' : 'marks'}.`);
}

/** `sheaf pdf take PAPER`: the annotations in its PDF become marks of the library; undone at once. */
export async function takePdf(library: Library, name: string, { json, password = process.env['SHEAF_PDF_PASSWORD'], ...which }: TakeOptions): Promise<void> {
  const { id } = await pdfOf(library, name, which);
  const taken = await takeOver(runPdfJob, await library.call('pdf.marked', { attachment: id }), id, async (run) => ok(await library.call('command.run', run)), password);
  if (!taken.ok) throw refused(taken.error);
  const { taken: count, there, others } = taken.value;
  if (json) return printJson({ taken: count, there, others });
  await print(`${count} ${count === 1 ? 'mark' : 'marks'} taken over${there === 0 ? '' : `, ${there} there already`}${others === 0 ? '' : `; ${others} of other kinds (drawings, stamps) stay in the file`}.`);
}

/** The PDF of a paper; the one it is read from where it has several and none is named. */
export async function pdfOf(library: Library, name: string, { file = '' }: WhichPdf): Promise<Attachment> {
  const [paper = ''] = await idsOf(library, [name]);
  const { attachments } = await library.call('papers.get', { id: paper });
  const found = attachments.find(({ mediaType, path }) => mediaType === 'application/pdf' && path.toLowerCase().includes(file.toLowerCase()));
  if (found === undefined) throw new Exit(EXIT.nothing, file === '' ? 'This paper has no PDF. "sheaf download" fetches one, "sheaf attach" adds one.' : `No PDF of this paper is called "${file}".`);
  return found;
}
