import type { Input, OperationName, Output } from '../../contract/contract.ts';
import type { Result } from '../../contract/errors.ts';
import type { TextWork } from '../../contract/pdf-texts.ts';
import type { PdfAnswer, PdfJob } from '../pdf/job.ts';

export interface Reading {
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  run<J extends PdfJob>(job: J): Promise<Result<PdfAnswer<J['do']>>>;
  stopped(): boolean;
  /** Hears after each piece of work. */
  step?(): void;
}

/** Reads and indexes the PDFs of a library that have not been yet, one after the other, in processes with limits, until all is done or it is stopped. */
export async function readPdfs({ call, run, stopped, step }: Reading): Promise<void> {
  while (!stopped()) {
    const next = await call('pdf.textWork', {});
    if (!next.ok || next.value === null) return;
    const done = await run(jobFor(next.value));
    // The disk is full, or nothing may be written there: it is no matter of this PDF, and is tried again another time.
    if (!done.ok && done.error.code !== 'too-large') return;
    if (stopped()) return;
    await call('pdf.textDone', { work: next.value, done: done.ok });
    step?.();
  }
}

const jobFor = (work: TextWork): PdfJob => (work.do === 'text' ? { do: 'text', file: work.file, to: work.to } : work);
