import { z } from 'zod';

/** A place in a PDF: its page (from 1), the upper left corner in view in PDF points, the zoom, and how the pages are turned and laid. */
export const PdfPlace = z.object({
  page: z.number().int().positive(), left: z.number(), top: z.number(),
  scale: z.union([z.number().positive(), z.enum(['page-width', 'page-fit', 'auto'])]),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]), two: z.boolean(),
});
export type PdfPlace = z.infer<typeof PdfPlace>;
