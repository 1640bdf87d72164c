import { z } from 'zod';

/** Words out of a longer text, and which of them are meant: from, to. */
export const Passage = z.object({ text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) });
export type Passage = z.infer<typeof Passage>;
