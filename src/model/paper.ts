import { z } from 'zod';
import { CslItem } from './csl.ts';
import { Id } from './id.ts';

export const STATUSES = ['inbox', 'later', 'reading', 'read', 'archived'] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

export const PaperLink = z.object({ kind: z.enum(['code', 'data', 'page', 'pdf', 'other']), url: z.string().max(4096) });
export type PaperLink = z.infer<typeof PaperLink>;

/** What a source format carried beyond CSL, kept so that writing that format again drops nothing.
 *  `fields` are verbatim; `stood[field]` says which CSL value the field stood for: it is written only while that is unchanged.
 *  (As JSON; `#` and a digest for a long one; `~` where the field is that very text, `=` where that text is kept in the item alone.) */
export const Verbatim = z.object({
  format: z.string(),
  type: z.string().optional(),
  key: z.string().optional(),
  fields: z.record(z.string(), z.string()),
  stood: z.record(z.string(), z.string()).optional(),
});
export type Verbatim = z.infer<typeof Verbatim>;

/** Where a paper came from: the format read, the file or page, its own date and address, and when. */
export const Origin = z.object({ format: z.string(), name: z.string().optional(), url: z.string().optional(), page: z.string().optional(), date: z.string().optional(), at: z.string() });
export type Origin = z.infer<typeof Origin>;

/** Tags are the ids of tag records, collections those of collection records. Times are ISO 8601 in UTC. */
export const Paper = z.object({
  id: Id,
  item: CslItem,
  citationKey: z.string(),
  keyPinned: z.boolean().optional(),
  tags: z.array(Id),
  collections: z.array(Id),
  status: Status,
  rating: z.number().int().min(0).max(5).optional(),
  links: z.array(PaperLink),
  verbatim: z.array(Verbatim).optional(),
  origin: Origin.optional(),
  /** Fields that were read with doubt, e.g. `{"author": "…"}`: the reason in words, shown until the field is edited. */
  doubts: z.record(z.string(), z.string()).optional(),
  added: z.string(),
  changed: z.string(),
  /** When it was laid in the trash; derived, and gone when it is put back. */
  deleted: z.string().optional(),
});
export type Paper = z.infer<typeof Paper>;
