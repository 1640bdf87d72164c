import { z } from 'zod';
import { Id } from '../model/id.ts';

/** A citation-key pattern in Better BibTeX's or JabRef's notation (src/citation/key-pattern). */
export const KeyPattern = z.string().trim().min(1).max(500);

/** What a pattern would make of papers: how many keys would differ, and the first of them all. `trouble`: why it cannot be read. */
export const KeyPreview = z.object({
  papers: z.number().int(), changed: z.number().int(), pinned: z.number().int(),
  first: z.array(z.object({ id: Id, title: z.string(), before: z.string(), after: z.string(), pinned: z.boolean() })),
  trouble: z.string().optional(),
});
export type KeyPreview = z.infer<typeof KeyPreview>;
