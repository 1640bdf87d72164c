import { z } from 'zod';
import { TravellingMark } from '../model/annotation.ts';
import { CslItem } from '../model/csl.ts';
import { Origin, PaperLink, Status, Verbatim } from '../model/paper.ts';

/** A paper before it has an id, as it crosses a border (see Draft in src/formats/format.ts). */
export const DraftInput = z.object({
  item: CslItem,
  citationKey: z.string().optional(),
  tags: z.array(z.string()).optional(),
  collections: z.array(z.array(z.string())).optional(),
  status: Status.optional(),
  rating: z.number().int().min(0).max(5).optional(),
  links: z.array(PaperLink).optional(),
  verbatim: Verbatim.optional(),
  notes: z.array(z.string()).optional(),
  files: z.array(z.object({ path: z.string(), title: z.string().optional(), mediaType: z.string().optional() })).optional(),
  marks: z.array(TravellingMark).optional(),
  origin: Origin.omit({ at: true }).optional(),
  doubts: z.record(z.string(), z.string()).optional(),
  line: z.number().optional(),
});
/** A draft after the schema: the same, with optional members that may be undefined. */
export type DraftRead = z.output<typeof DraftInput>;
