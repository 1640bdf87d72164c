import { z } from 'zod';
import { Id } from '../model/id.ts';

/** A manuscript by its path: LaTeX, what LaTeX noted, Markdown, Typst, Org or Word. */
export const ManuscriptFile = z.string().min(1).max(4096);

/** A paper as it is named beside a citation. `same`: the manuscript's own bibliography describes this very work. */
export const CitedPaper = z.object({ id: Id, title: z.string(), authors: z.string(), year: z.string(), citationKey: z.string(), same: z.boolean() });
export type CitedPaper = z.infer<typeof CitedPaper>;

/**
 * Something that a manuscript cites. `missing`: no paper here is called so, `near` are those that may be meant; `ambiguous`: several
 * papers are; `repeated`: another citation (`also`) means the same work.
 */
export const Citation = z.object({
  name: z.string(), title: z.string().describe('of the work, where the document or its bibliography says it'), file: z.string(), line: z.number().int().nullable(),
  stands: z.enum(['found', 'missing', 'ambiguous', 'repeated']), papers: z.array(CitedPaper), near: z.array(CitedPaper), also: z.array(z.string()),
  entry: z.string().nullable().describe('where the library has none: the bibliography of the manuscript that has an entry of this key, or the document whose field describes the work'),
});
export type Citation = z.infer<typeof Citation>;

/** What a manuscript cites. Paths are absolute; `unread`: parts that are not there or cannot be read. */
export const ManuscriptView = z.object({
  file: z.string(), name: z.string(), all: z.boolean().describe('everything is cited: `\\nocite{*}`'), parts: z.array(z.string()), unread: z.array(z.string()),
  bibliographies: z.array(z.object({ file: z.string(), there: z.boolean() })), citations: z.array(Citation), papers: z.number().int().describe('different papers of the library that are cited'),
});
export type ManuscriptView = z.infer<typeof ManuscriptView>;

/** Manuscripts that were looked at, the latest first. */
export const RecentManuscripts = z.array(z.object({ file: z.string(), there: z.boolean() }));
export type RecentManuscripts = z.infer<typeof RecentManuscripts>;
