import { z } from 'zod';
import { Id } from './id.ts';

/** Two papers and how they relate. */
export const Relation = z.object({ id: Id, from: Id, to: Id, kind: z.enum(['version-of', 'related', 'cites', 'retracts']) });
export type Relation = z.infer<typeof Relation>;
