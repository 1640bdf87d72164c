import { z } from 'zod';
import { Id } from './id.ts';
import { TABLE_NAMES } from './tables.ts';

const table = z.enum(TABLE_NAMES as [(typeof TABLE_NAMES)[number], ...typeof TABLE_NAMES]);
const on = { table, id: Id };
const fields = z.record(z.string(), z.unknown());

/**
 * One thing that happened to one record, complete enough to be applied, and applied backwards.
 * `set` names fields, and CSL variables as `item.title`; a field that was or will be absent is `null`.
 * Sets (`tags`, `collections`) change by element; long texts by splices, in order, each on the text the one before left.
 */
export const Change = z.discriminatedUnion('op', [
  z.object({ ...on, op: z.literal('put'), record: z.record(z.string(), z.unknown()) }),
  z.object({ ...on, op: z.literal('remove'), record: z.record(z.string(), z.unknown()) }),
  z.object({ ...on, op: z.literal('set'), before: fields, after: fields }),
  z.object({ ...on, op: z.literal('add'), field: z.string(), element: z.string() }),
  z.object({ ...on, op: z.literal('drop'), field: z.string(), element: z.string() }),
  z.object({ ...on, op: z.literal('patch'), field: z.string(), splices: z.array(z.object({ at: z.number().int(), cut: z.string(), put: z.string() })) }),
]);
export type Change = z.infer<typeof Change>;
