import { z } from 'zod';

/** Why a PDF cannot be read. */
export const PdfTrouble = z.enum(['no-file', 'not-a-pdf', 'damaged', 'password-needed', 'password-wrong', 'too-much']);
export type PdfTrouble = z.infer<typeof PdfTrouble>;

/** What a PDF says of itself: pages in number, their labels where they are not 1, 2, 3 …, the entries of its outline in number. */
export const PdfFacts = z.object({ pages: z.int().positive(), labels: z.array(z.string()).nullable(), outline: z.int().nonnegative(), title: z.string() });
export type PdfFacts = z.infer<typeof PdfFacts>;

/** A page by its number from 1; `annotations` counts those of each subtype (ISO 32000: `Highlight`, `Link`, `Widget` …). */
export const PdfPage = z.object({ page: z.int().positive(), text: z.string(), annotations: z.record(z.string(), z.int().positive()), error: z.string().optional() });
export type PdfPage = z.infer<typeof PdfPage>;

/** A line of the child. */
export const Said = z.discriminatedUnion('is', [
  z.object({ is: z.literal('opened'), facts: PdfFacts }),
  z.object({ is: z.literal('page'), page: PdfPage }),
  z.object({ is: z.literal('end') }),
  z.object({ is: z.literal('trouble'), trouble: PdfTrouble, message: z.string() }),
]);
export type Said = z.infer<typeof Said>;
