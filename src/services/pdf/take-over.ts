import type { Output } from '../../contract/contract.ts';
import { ok, type Result } from '../../contract/errors.ts';
import type { MarkedPdf, TakenOver } from '../../contract/pdf-marks.ts';
import type { RunPdfJob } from './marked-copy.ts';

type Command = (run: { name: string; input: unknown }) => Promise<Result<Output<'command.run'>>>;

/** Takes the annotations of a PDF over as marks, with one change of the library. Errors: those of reading and of the command. */
export async function takeOver(run: RunPdfJob, { file }: MarkedPdf, attachment: string, command: Command, password?: string): Promise<Result<TakenOver>> {
  const read = await run({ do: 'read', file, ...(password === undefined ? {} : { password }) });
  if (!read.ok) return read;
  const { marks, others } = read.value;
  const done = await command({ name: 'annotation.takeOver', input: { attachment, marks } });
  if (!done.ok) return done;
  const { created, revision } = done.value;
  return ok({ taken: created.length, there: marks.length - created.length, others, revision });
}
