import { z } from 'zod';
import { PdfTrouble } from './said.ts';

/** The text of a PDF as it is kept in cache/pdf-text: a page each, the numbers of pages as printed; or why there is none. */
export const KeptText = z.object({ form: z.literal(1), labels: z.array(z.string()).nullable(), pages: z.array(z.string()), trouble: PdfTrouble.nullable() });
export type KeptText = z.infer<typeof KeptText>;

/** The text in the bytes of a file; null where they are none, or of another form. */
export function keptTextIn(bytes: Uint8Array): KeptText | null {
  try {
    return KeptText.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** What is kept of a PDF without text. */
export const noText = (trouble: PdfTrouble): KeptText => ({ form: 1, labels: null, pages: [], trouble });

export const keptTextBytes = (text: KeptText): Uint8Array => Buffer.from(JSON.stringify(text));
