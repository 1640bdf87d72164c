import { utilityProcess } from 'electron';
import { fail, type Result } from '../../src/contract/errors.ts';
import { answerOf, MEMORY, TIME, type PdfAnswer, type PdfJob } from '../../src/services/pdf/job.ts';
import { inApp } from './paths.ts';

/** Does a job with a PDF in a process of its own, with limits. Errors: those of the job; `too-large` where it breaks the limits. */
export async function runPdfJob<J extends PdfJob>(job: J): Promise<Result<PdfAnswer<J['do']>>> {
  const child = utilityProcess.fork(inApp('pdf', 'pdf.cjs'), [], { serviceName: 'Sheaf PDF', stdio: 'ignore', execArgv: [`--max-old-space-size=${MEMORY}`] });
  const limit = setTimeout(() => { child.kill(); }, TIME);
  try {
    const raw = await new Promise<unknown>((resolve) => {
      child.once('message', resolve);
      child.once('exit', () => { resolve(null); });
      child.postMessage(job);
    });
    return raw === null ? fail('too-large', 'Reading this PDF takes more time or memory than it may.') : answerOf<J['do']>(job.do, raw);
  } finally {
    clearTimeout(limit);
    child.kill();
  }
}
