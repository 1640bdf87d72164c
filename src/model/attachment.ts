import { z } from 'zod';
import { Id } from './id.ts';

/** A file of a paper: kept (`path` inside the library folder, forward slashes) or linked (an absolute path or an address). */
export const Attachment = z.object({
  id: Id,
  paper: Id,
  kind: z.enum(['kept', 'linked']),
  path: z.string(),
  title: z.string().optional(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative().optional(),
  sha256: z.string().optional(),
  sourceUrl: z.string().optional(),
  main: z.boolean().optional().describe('the file a paper is read from where it has several'),
  added: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;
