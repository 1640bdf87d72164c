import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

const Ref = z.object({ num: z.number(), gen: z.number() });

/** Where a link or a line of the outline leads: the page, from 1, and the destination as ISO 32000-2, 12.3.2.2 has it. */
export interface Destination { page: number; dest: readonly unknown[] }

/** Finds what a destination or its name stands for; null for one that leads nowhere. */
export async function destinationOf(document: PDFDocumentProxy, named: string | readonly unknown[]): Promise<Destination | null> {
  const dest: unknown = typeof named === 'string' ? await document.getDestination(named) : named;
  if (!Array.isArray(dest)) return null;
  const ref = Ref.safeParse(dest[0]);
  const page = ref.success ? (await document.getPageIndex(ref.data)) + 1 : typeof dest[0] === 'number' ? dest[0] + 1 : 0;
  return page >= 1 && page <= document.numPages ? { page, dest } : null;
}
