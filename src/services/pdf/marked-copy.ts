import { resolve } from 'node:path';
import { fail, ok, type Result } from '../../contract/errors.ts';
import type { MarkedPdf, WrittenPdf } from '../../contract/pdf-marks.ts';
import { liesIn } from '../disk/lies-in.ts';
import type { PdfAnswer, PdfJob } from './job.ts';
import { fileMarks } from './marks.ts';

/** Whoever does jobs with PDFs in a process of their own. */
export type RunPdfJob = <J extends PdfJob>(job: J) => Promise<Result<PdfAnswer<J['do']>>>;

/** What a marked copy is called where nobody names it. */
export const copyName = (name: string): string => `${name.replace(/\.pdf$/i, '')} (marked).pdf`;

/** Saves a copy of a PDF with its marks in it. The library's own file stays as it is. Errors: `invalid-input` inside the library folder, `not-found` without marks, those of writing. */
export async function writeMarkedCopy(run: RunPdfJob, { file, folder, marks }: MarkedPdf, attachment: string, to: string, author: string): Promise<Result<WrittenPdf>> {
  if (liesIn(folder, resolve(to))) return fail('invalid-input', 'Choose a place outside the library folder: its own files stay as they are.', { details: { reason: 'inside-library' } });
  const chosen = fileMarks(marks, attachment);
  if (chosen.length === 0) return fail('not-found', 'Nothing is marked in this PDF yet.', { details: { reason: 'no-marks' } });
  const written = await run({ do: 'write', file, to: resolve(to), marks: chosen, author });
  return written.ok ? ok({ file: resolve(to), ...written.value }) : written;
}
