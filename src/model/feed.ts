import { z } from 'zod';
import { Id } from './id.ts';

/** A subscription; its items stay outside the library until kept. */
export const Feed = z.object({ id: Id, name: z.string(), address: z.string(), kind: z.string(), schedule: z.string() });
export type Feed = z.infer<typeof Feed>;
