import { utilityProcess } from 'electron';
import { fail, type Result } from '../../src/contract/errors.ts';
import { answerOf, MEMORY, timeFor, type PdfAnswer, type PdfJob } from '../../src/services/pdf/job.ts';
import { inApp } from './paths.ts';

interface Begun<J extends PdfJob> { answer: Promise<Result<PdfAnswer<J['do']>>>; kill: () => void }

/** Does a job with a PDF in a process of its own, with limits. Errors: those of the job; `too-large` where it breaks the limits. */
export const runPdfJob = <J extends PdfJob>(job: J): Promise<Result<PdfAnswer<J['do']>>> => startPdfJob(job).answer;

/** The same, and how to break it off: it then ends as if it had broken its limits. */
export function startPdfJob<J extends PdfJob>(job: J): Begun<J> {
  const child = utilityProcess.fork(inApp('pdf', 'pdf.cjs'), [], { serviceName: 'Sheaf PDF', stdio: 'ignore', execArgv: [`--max-old-space-size=${MEMORY}`] });
  const kill = (): void => { child.kill(); };
  return { answer: answerFrom(child, job).finally(kill), kill };
}

async function answerFrom<J extends PdfJob>(child: Electron.UtilityProcess, job: J): Promise<Result<PdfAnswer<J['do']>>> {
  const limit = setTimeout(() => { child.kill(); }, timeFor(job));
  const raw = await new Promise<unknown>((resolve) => {
    child.once('message', resolve);
    child.once('exit', () => { resolve(null); });
    child.postMessage(job);
  });
  clearTimeout(limit);
  return raw === null ? fail('too-large', 'Reading this PDF takes more time or memory than it may.', { details: { reason: 'reading' } }) : answerOf<J['do']>(job.do, raw);
}
