import { z } from 'zod';

/** CSL-JSON (csl-data.json 1.0.2), with CSL's own variable names. Unknown variables pass through untouched. */
export const CslName = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  suffix: z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  'dropping-particle': z.string().optional(),
});
export type CslName = z.infer<typeof CslName>;

const part = z.union([z.string(), z.number()]);
export const CslDate = z.looseObject({
  'date-parts': z.array(z.array(part)).optional(),
  season: part.optional(),
  circa: z.union([z.string(), z.number(), z.boolean()]).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
  edtf: z.string().optional(),
});
export type CslDate = z.infer<typeof CslDate>;

export const CSL_TYPES = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic',
  'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing',
  'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference',
  'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report', 'review',
  'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage',
] as const;

export const CSL_NAME_VARIABLES = [
  'author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator', 'director', 'editor',
  'editorial-director', 'editor-translator', 'executive-producer', 'guest', 'host', 'illustrator', 'interviewer', 'narrator',
  'organizer', 'original-author', 'performer', 'producer', 'recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator',
] as const;

export const CSL_DATE_VARIABLES = ['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'] as const;

const names = Object.fromEntries(CSL_NAME_VARIABLES.map((v) => [v, z.array(CslName).optional()])) as { [K in (typeof CSL_NAME_VARIABLES)[number]]: z.ZodOptional<z.ZodArray<typeof CslName>> };
const dates = Object.fromEntries(CSL_DATE_VARIABLES.map((v) => [v, CslDate.optional()])) as { [K in (typeof CSL_DATE_VARIABLES)[number]]: z.ZodOptional<typeof CslDate> };
const text = z.string().optional();
const ordinal = z.union([z.string(), z.number()]).optional();

/** A bibliographic item as a CSL processor takes it. `id` is not kept here: the paper's id and citation key stand beside it. */
export const CslItem = z.looseObject({
  type: z.enum(CSL_TYPES),
  title: text, 'title-short': text, abstract: text, 'container-title': text, 'container-title-short': text, 'collection-title': text,
  publisher: text, 'publisher-place': text, 'event-title': text, genre: text, language: text, note: text, number: ordinal,
  volume: ordinal, issue: ordinal, page: ordinal, edition: ordinal, DOI: text, ISBN: text, ISSN: text, PMID: text, PMCID: text, URL: text,
  keyword: text, archive: text, archive_location: text, 'call-number': text, source: text, version: text,
  ...names, ...dates,
});
export type CslItem = z.infer<typeof CslItem>;
