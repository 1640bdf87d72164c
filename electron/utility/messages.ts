import { z } from 'zod';
import { SheafError } from '../../src/contract/errors.ts';
import { Holder } from '../../src/services/library/door-message.ts';

/** What main says to the engine's process. The first message opens the library; the last closes it. */
export const ToEngine = z.union([
  z.object({ open: z.object({ folder: z.string(), create: z.boolean() }) }),
  z.object({ id: z.number().int(), name: z.string(), input: z.unknown() }),
  z.object({ close: z.literal(true) }),
]);
export type ToEngine = z.infer<typeof ToEngine>;

const Outcome = z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: SheafError })]);

/** What the engine's process answers: whose leaving it waits for before it can open (null: unknown), whether it opened, results by the id of their call, events as they happen. */
export const FromEngine = z.union([
  z.object({ waiting: Holder.nullable() }),
  z.object({ opened: Outcome }),
  z.object({ id: z.number().int(), result: Outcome }),
  z.object({ event: z.string(), payload: z.unknown() }),
  z.object({ closed: z.literal(true) }),
]);
export type FromEngine = z.infer<typeof FromEngine>;
