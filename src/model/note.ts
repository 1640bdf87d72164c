import { z } from 'zod';
import { Id } from './id.ts';

/** Markdown with math and [[citation-key]] links; belongs to a paper or stands alone. */
export const Note = z.object({ id: Id, paper: Id.optional(), title: z.string().optional(), markdown: z.string(), added: z.string(), changed: z.string() });
export type Note = z.infer<typeof Note>;
