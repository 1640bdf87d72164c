import { z } from 'zod';
import { ExportFormat, WriteOptions } from './exports.ts';
import { PaperQuery } from './views.ts';

/** A file beside a manuscript that always holds what a list of the library holds. */
export const KeptFile = z.object({ id: z.string(), file: z.string(), format: ExportFormat, options: WriteOptions, of: PaperQuery });
export type KeptFile = z.infer<typeof KeptFile>;

/** Why a file is not written: somebody else changed it, its folder or what it lists is gone, or as `message` says. */
export const KeptTrouble = z.object({ reason: z.enum(['changed', 'no-folder', 'no-list', 'failed']), message: z.string() });
export type KeptTrouble = z.infer<typeof KeptTrouble>;

/** How it stands with a kept file: when it was last found or made right, and with how many papers. */
export const KeptState = z.object({ at: z.string().nullable(), count: z.number().int().nullable(), trouble: KeptTrouble.nullable() });
export type KeptState = z.infer<typeof KeptState>;

export const KeptFileView = KeptFile.extend(KeptState.shape).extend({ name: z.string().describe('of the collection, tag or manuscript that it is of; empty for others') });
export type KeptFileView = z.infer<typeof KeptFileView>;
