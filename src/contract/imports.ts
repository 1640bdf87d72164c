import { z } from 'zod';
import { Id } from '../model/id.ts';
import { Status } from '../model/paper.ts';
import { KeyPattern } from './keys.ts';
import { FilePattern } from './views.ts';

/** Files that one import takes at most, those in folders counted too. */
export const MOST_FILES = 20_000;

/** What is read: files by their paths, or a text. */
export const ImportSource = z.union([
  z.object({ text: z.string().max(64_000_000), name: z.string().default('') }),
  z.object({ file: z.string() }),
  z.object({ files: z.array(z.string()).min(1).max(MOST_FILES) }),
]);
export type ImportSource = z.infer<typeof ImportSource>;

/** What becomes of a paper that is here already, or stands in the same import before. */
export const Fate = z.enum(['skip', 'keep', 'join']);
export type Fate = z.infer<typeof Fate>;
/** Whose value counts where two accounts of one paper differ; the other one is kept verbatim. */
export const Preference = z.enum(['library', 'file']);
export type Preference = z.infer<typeof Preference>;

/** What a field says on each side. */
export const Difference = z.object({ field: z.string(), here: z.string(), there: z.string() });
export type Difference = z.infer<typeof Difference>;

/** A paper that may be the same as others of its group. */
export const Likely = z.object({ id: Id, title: z.string(), authors: z.string(), year: z.string(), venue: z.string(), citationKey: z.string(), added: z.string(), files: z.number(), notes: z.number(), marks: z.number(), differences: z.array(Difference) });
export type Likely = z.infer<typeof Likely>;

/** One paper of an import preview. `here`: the paper or the earlier entry it is a copy of, and where the two differ. */
export const PreviewEntry = z.object({
  index: z.number().int(), title: z.string(), authors: z.string(), year: z.string(), abstract: z.string(), type: z.string(), line: z.number().int().optional(),
  verdict: z.enum(['new', 'duplicate', 'repeated', 'uncertain']), duplicateOf: Id.optional(), repeats: z.number().int().optional(), doubts: z.array(z.string()),
  here: z.object({ title: z.string(), authors: z.string(), year: z.string(), citationKey: z.string(), differences: z.array(Difference) }).optional(),
});
export type PreviewEntry = z.infer<typeof PreviewEntry>;

export const ImportProblem = z.object({ message: z.string(), line: z.number().int().optional(), entry: z.string().optional(), text: z.string().optional(), file: z.string().optional(), severity: z.enum(['note', 'warning', 'error']) });
export type ImportProblem = z.infer<typeof ImportProblem>;
export const LeftOut = z.object({ text: z.string(), line: z.number().int(), reason: z.string() });

export const ImportPreview = z.object({
  files: z.number().int().default(0).describe('papers that are files, to be kept in the library'),
  preview: z.string(), format: z.string(), name: z.string(), origin: z.object({ page: z.string().optional(), date: z.string().optional(), url: z.string().optional() }),
  total: z.number().int(), fresh: z.number().int(), duplicates: z.number().int(), repeated: z.number().int(),
  tags: z.number().int().describe('different keywords'), collections: z.number().int().describe('different groups'),
  entries: z.array(PreviewEntry).describe('the first 500, and the first 500 copies'),
  leftOut: z.array(LeftOut), problems: z.array(ImportProblem),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** What is to come in: `duplicates` and `repeats` say it for all copies, `choices` for single ones. */
export const ImportOrder = z.object({
  preview: z.string(), skip: z.array(z.number().int()).default([]), duplicates: Fate.default('skip'), repeats: Fate.default('keep'), prefer: Preference.default('library'),
  choices: z.array(z.object({ index: z.number().int(), fate: Fate, prefer: Preference.optional() })).default([]), job: z.string().max(60).optional(),
  pattern: FilePattern.optional().describe('names of files that come in'),
  keyPattern: KeyPattern.optional().describe('citation keys of papers that bring none'),
  into: z.object({ collection: Id.optional(), tag: Id.optional(), status: Status.optional() }).default({}).describe('where the papers go, those too that are here already'),
  tags: z.boolean().default(true).describe('keywords become tags'), collections: z.boolean().default(true).describe('groups become collections'),
});
export type ImportOrder = z.output<typeof ImportOrder>;

/** What an import did, kept beside the library's history. `id` is that of its command. */
export const ImportReport = z.object({
  id: z.string(), at: z.string(), name: z.string(), format: z.string(), total: z.number().int(), imported: z.number().int(), joined: z.number().int(), skipped: z.number().int(), ids: z.array(Id),
  renamed: z.array(z.object({ from: z.string(), to: z.string(), line: z.number().int().optional() })), problems: z.array(ImportProblem), leftOut: z.array(LeftOut),
});
export type ImportReport = z.infer<typeof ImportReport>;
