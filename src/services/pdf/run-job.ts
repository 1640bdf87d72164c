import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, type Result } from '../../contract/errors.ts';
import { answerOf, MEMORY, timeFor, type PdfAnswer, type PdfJob } from './job.ts';

const tooMuch = (): Result<never> => fail('too-large', 'Reading this PDF takes more time or memory than it may.', { details: { reason: 'reading' } });

/** Does a job in a process of its own with limits, from plain Node or the packaged command line. Errors: those of the job; `too-large` where it breaks the limits. */
export async function runPdfJob<J extends PdfJob>(job: J, time = timeFor(job)): Promise<Result<PdfAnswer<J['do']>>> {
  const { code, out } = await talk(JSON.stringify(job), time);
  return code === 0 ? answerOf<J['do']>(job.do, JSON.parse(out)) : tooMuch();
}

function talk(input: string, time: number): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, programArgs(), { stdio: ['pipe', 'pipe', 'ignore'], timeout: time, killSignal: 'SIGKILL' });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => { out += part; });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => { child.on('error', () => { resolve({ code: 1, out }); }).on('close', (code) => { resolve({ code, out }); }); });
}

/** Plain Node runs the built program beside the command's own. A packaged app does not run as Node: it starts itself anew for the one job. */
function programArgs(): string[] {
  if (process.versions['electron'] !== undefined) return ['--ozone-platform=headless', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--js-flags=--max-old-space-size=${MEMORY}`, '--pdf-job'];
  return [`--max-old-space-size=${MEMORY}`, join(dirname(fileURLToPath(import.meta.url)), '../pdf/pdf.cjs')];
}
