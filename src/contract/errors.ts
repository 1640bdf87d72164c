import { z } from 'zod';

/** Every way an operation may fail that its caller should expect. `internal` is the rest: logged, with an id in the message. */
export const ERROR_CODES = [
  'invalid-input', 'not-found', 'conflict', 'declined', 'library-locked', 'library-damaged', 'library-missing', 'no-space', 'not-allowed',
  'unreadable', 'unsupported', 'network', 'timeout', 'too-large', 'not-a-pdf', 'cancelled', 'engine-stopped', 'internal',
] as const;

/**
 * An expected failure as a value: `message` is for people (of the command line, and where no catalogue has a better one),
 * `retryable` says that the same call may work later. `details.reason`, or `details.table`, names the sentence
 * `error.<code>.<reason>` of the window's catalogue, the other details its values.
 */
export const SheafError = z.object({ code: z.enum(ERROR_CODES), message: z.string(), retryable: z.boolean(), details: z.unknown().optional() });
export type SheafError = z.infer<typeof SheafError>;
export type ErrorCode = SheafError['code'];

export type Result<T> = { ok: true; value: T } | { ok: false; error: SheafError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: ErrorCode, message: string, more: { retryable?: boolean; details?: unknown } = {}): { ok: false; error: SheafError } => ({
  ok: false,
  error: { code, message, retryable: more.retryable ?? false, ...(more.details === undefined ? {} : { details: more.details }) },
});

/** For code deep inside a service where a return value cannot reach; the router turns it back into a value. */
export class Failure extends Error {
  constructor(readonly error: SheafError) {
    super(error.message);
  }
}
export const failure = (code: ErrorCode, message: string, more: { retryable?: boolean; details?: unknown } = {}): Failure => new Failure(fail(code, message, more).error);
