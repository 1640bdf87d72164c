import { z } from 'zod';
import { Id } from './id.ts';

/** A named set of papers under a parent; a smart one has a query instead of members. */
export const Collection = z.object({ id: Id, name: z.string().min(1).max(300), parent: Id.optional(), query: z.string().optional() });
export type Collection = z.infer<typeof Collection>;
