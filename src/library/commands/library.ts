import { z } from 'zod';
import { ok } from '../../contract/errors.ts';
import { Id } from '../../model/id.ts';
import { command } from '../command.ts';
import { DraftInput } from '../draft.ts';
import { runToEnd } from '../import/import.ts';

export const LibraryImport = z.object({ drafts: z.array(DraftInput), joins: z.array(z.object({ index: z.number().int().min(0), into: Id })).default([]) });

/** Brings in many papers as one command; a draft named in `joins` fills in a paper that is there. */
export const libraryImport = command(LibraryImport, (state, input, context) => {
  const { changes, papers } = runToEnd(state, input, context);
  return ok({ changes, created: papers });
});
