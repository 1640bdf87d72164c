import { z } from 'zod';
import { Id } from '../model/id.ts';
import { Passage } from './passage.ts';

/** The next piece of work on the texts of PDFs: to read one PDF, or to index texts. `to` and `file` are paths in the library's cache. */
export const TextWork = z.discriminatedUnion('do', [
  z.object({ do: z.literal('text'), attachment: Id, print: z.number(), file: z.string(), to: z.string() }),
  z.object({ do: z.literal('index'), texts: z.array(z.object({ id: Id, print: z.number(), file: z.string() })), to: z.string() }),
]);
export type TextWork = z.infer<typeof TextWork>;

/** How many of the PDFs on this disk have been read, those among them that cannot be. */
export const TextProgress = z.object({ pdfs: z.number().int(), read: z.number().int() });
export type TextProgress = z.infer<typeof TextProgress>;

/** Where the words of a search stand in a PDF of a paper: `page` counts from 1, `label` is its number as printed, `pages` how many pages have any. */
export const PdfHit = z.object({ paper: Id, attachment: Id, page: z.number().int(), label: z.string(), pages: z.number().int(), passage: Passage });
export type PdfHit = z.infer<typeof PdfHit>;
