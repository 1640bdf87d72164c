import { randomBytes } from 'node:crypto';
import { Failure, fail } from '../../contract/errors.ts';
import type { SheafError } from '../../contract/errors.ts';

/** What an exception is to the caller: a failure we foresaw as it is, anything else as `internal` with the id under which it is logged. */
export function answerTo(error: unknown, log: (id: string, error: unknown) => void): { ok: false; error: SheafError } {
  if (error instanceof Failure) return { ok: false, error: error.error };
  const id = randomBytes(4).toString('hex');
  log(id, error);
  return fail('internal', `Something went wrong in Sheaf (${id}).`, { details: { reason: 'logged', id } });
}
