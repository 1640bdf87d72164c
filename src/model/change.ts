import { z } from 'zod';
import { Id } from './id.ts';
import { TABLE_NAMES } from './tables.ts';

const table = z.enum(TABLE_NAMES as [(typeof TABLE_NAMES)[number], ...typeof TABLE_NAMES]);
const on = { table, id: Id };
const fields = z.record(z.string(), z.unknown());

/**
 * One thing that happened to one record, complete enough to be applied, and applied backwards.
 * `set` names fields, and CSL variables as `item.title`; a field that was or will be absent is `null`.
 * A record is live, in the trash, or nowhere. `put` makes it live (from the trash when `restored`), `remove` takes it away
 * (to the trash; to nowhere when `erased`), `purge` takes it out of the trash for good, `unpurge` lays it back there.
 * Sets (`tags`, `collections`) change by element; long texts by splices, in order, each on the text the one before left.
 */
export const Change = z.discriminatedUnion('op', [
  z.object({ ...on, op: z.literal('put'), record: fields, restored: z.literal(true).optional() }),
  z.object({ ...on, op: z.literal('remove'), record: fields, erased: z.literal(true).optional() }),
  z.object({ ...on, op: z.literal('purge'), record: fields }),
  z.object({ ...on, op: z.literal('unpurge'), record: fields }),
  z.object({ ...on, op: z.literal('set'), before: fields, after: fields }),
  z.object({ ...on, op: z.literal('add'), field: z.string(), element: z.string() }),
  z.object({ ...on, op: z.literal('drop'), field: z.string(), element: z.string() }),
  z.object({ ...on, op: z.literal('patch'), field: z.string(), splices: z.array(z.object({ at: z.number().int(), cut: z.string(), put: z.string() })) }),
]);
export type Change = z.infer<typeof Change>;
