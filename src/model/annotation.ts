import { z } from 'zod';
import { Id } from './id.ts';

/** W3C Web Annotation selectors: the exact words with their surroundings, and their place. Offsets are UTF-16 units
 *  into the plain text of the target (see src/library/abstract-text). */
export const TextSelector = z.object({
  exact: z.string(), prefix: z.string(), suffix: z.string(),
  start: z.number().int().nonnegative(), end: z.number().int().nonnegative(),
});
export type TextSelector = z.infer<typeof TextSelector>;

export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export const Colour = z.enum(COLOURS);
export type Colour = z.infer<typeof Colour>;

/** A place on a page of a PDF: its number from 1 in the file, quads in points, and what the file calls the page where that is something else. */
const onPage = { page: z.number().int().positive(), label: z.string().min(1).max(40).optional(), quads: z.array(z.array(z.number()).length(8)) };

export const AnnotationTarget = z.discriminatedUnion('type', [
  z.object({ type: z.literal('abstract') }),
  z.object({ type: z.literal('pdf'), attachment: Id, ...onPage }),
]);

/** A mark on an abstract or on a page of a PDF. `orphan` is set when its words are no longer there. */
export const Annotation = z.object({
  id: Id,
  paper: Id,
  target: AnnotationTarget,
  selector: TextSelector,
  kind: z.enum(['highlight', 'underline', 'strikeout', 'note', 'text', 'area']),
  colour: Colour,
  comment: z.string(),
  image: z.string().max(300).optional().describe('what an area shows: a path inside the library folder'),
  tags: z.array(Id),
  orphan: z.boolean().optional(),
  origin: z.string().max(300).optional().describe('the annotation in the file it was taken over from: its name, else what tells it from the others'),
  added: z.string(),
  changed: z.string(),
});
export type Annotation = z.infer<typeof Annotation>;

/** A mark as it travels in a file of papers: the PDF it lies on by its place among the paper's files, tags by name. */
export const TravellingMark = Annotation.omit({ id: true, paper: true, target: true, tags: true }).extend({
  target: z.discriminatedUnion('type', [
    z.object({ type: z.literal('abstract') }),
    z.object({ type: z.literal('pdf'), file: z.number().int().nonnegative(), ...onPage }),
  ]),
  tags: z.array(z.string()),
});
export type TravellingMark = z.infer<typeof TravellingMark>;
