import { z } from 'zod';
import { Annotation } from '../model/annotation.ts';
import { Id } from '../model/id.ts';

/** A PDF of the library on this disk with the marks on it. `name` is its file's. */
export const MarkedPdf = z.object({ file: z.string(), name: z.string(), folder: z.string().describe('of the library'), paper: Id, marks: z.array(Annotation) });
export type MarkedPdf = z.infer<typeof MarkedPdf>;

/** A copy that was written: how many of its marks are new in it, brought up to date, or were there as they are. */
export const WrittenPdf = z.object({ file: z.string(), added: z.number().int(), updated: z.number().int(), unchanged: z.number().int() });
export type WrittenPdf = z.infer<typeof WrittenPdf>;

/** Marks that came from a file: those that are new in the library, those it had, and annotations that are no marks (drawings, stamps). */
export const TakenOver = z.object({ taken: z.number().int(), there: z.number().int(), others: z.number().int(), revision: z.number().int() });
export type TakenOver = z.infer<typeof TakenOver>;
