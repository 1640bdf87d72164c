import { z } from 'zod';
import { Id } from './id.ts';

/** A label; a slash in the name nests. `key`: the number key that gives it, for favourites. */
export const Tag = z.object({ id: Id, name: z.string().min(1).max(200), colour: z.string().optional(), key: z.number().int().min(1).max(9).optional() });
export type Tag = z.infer<typeof Tag>;
