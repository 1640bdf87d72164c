import { z } from 'zod';
import { Id } from './id.ts';

/** A label; a slash in the name nests. */
export const Tag = z.object({ id: Id, name: z.string().min(1).max(200), colour: z.string().optional() });
export type Tag = z.infer<typeof Tag>;
