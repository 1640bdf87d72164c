import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { errorCode, isFull } from '../disk/disk.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { assetFolders } from '../pdf-text/asset-files.ts';
import { indexTexts } from '../pdf-text/index-texts.ts';
import { keepText } from '../pdf-text/keep-text.ts';
import type { PdfAnswer, PdfJob } from './job.ts';
import { readMarks } from './read-marks.ts';
import { writeMarks } from './write-marks.ts';

/** The folder of the built programs. */
const APP = join(__dirname, '..');

/** Does a job, in the process made for it. Errors: `unreadable`, `no-space`, `not-allowed`, and those of what was asked for. */
export async function doJob(job: PdfJob): Promise<Result<PdfAnswer<PdfJob['do']>>> {
  if (job.do === 'text' || job.do === 'index') makeWay();
  if (job.do === 'text') return keepText(job.file, job.to, assetFolders(APP));
  if (job.do === 'index') return indexTexts(job.texts, job.to);
  const bytes = await readFile(job.file).catch(() => null);
  if (bytes === null) return fail('unreadable', 'The PDF is not where the library keeps it.', { details: { reason: 'file-gone' } });
  return job.do === 'read' ? readMarks(bytes, assetFolders(APP), job.password) : writeCopy(job, bytes);
}

/** What is done behind everybody's back leaves the processor to those who work. */
function makeWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // Not every system lets a process do that; then it shares as any other.
  }
}

async function writeCopy({ to, marks, author }: PdfJob & { do: 'write' }, bytes: Uint8Array): Promise<Result<PdfAnswer<'write'>>> {
  const written = await writeMarks(bytes, marks, author);
  if (!written.ok) return written;
  const { bytes: made, ...counts } = written.value;
  try {
    await replaceFile(nodeDisk, to, made);
    return ok(counts);
  } catch (error) {
    return isFull(error) ? fail('no-space', 'There is no room left on that disk.', { details: { reason: 'there' } }) : fail('not-allowed', `${to} cannot be written (${errorCode(error) || 'unknown'}).`, { details: { reason: 'write', file: to, error: errorCode(error) || 'unknown' } });
  }
}
