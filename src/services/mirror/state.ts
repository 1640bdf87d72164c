import { join } from 'node:path';
import { z } from 'zod';
import { stemOf } from '../../library/mirror/names.ts';
import type { Disk } from '../disk/disk.ts';
import { errorCode } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';

/**
 * What a mirror remembers of each note: its file, what that was named after, the sum of the text both sides had, and the tags in its head.
 * It lies where anybody may write, so what it says a file is named after is made a name.
 */
const Entry = z.object({ file: z.string(), stem: z.string().transform(stemOf), base: z.string(), tags: z.array(z.string()).optional() });
const State = z.object({ notes: z.record(z.string(), Entry) });
export type MirrorState = z.infer<typeof State>;

/** Lies in the folder itself: whoever has the folder has what it was like. */
export const STATE_FILE = '.sheaf-mirror.json';

/** A state that is gone or cannot be read is an empty one: texts that differ are then both kept. */
export async function readState(disk: Disk, folder: string): Promise<MirrorState> {
  try {
    return State.parse(JSON.parse(Buffer.from(await disk.read(join(folder, STATE_FILE))).toString('utf8')));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && !(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    return { notes: {} };
  }
}

export const writeState = (disk: Disk, folder: string, state: MirrorState): Promise<void> => replaceFile(disk, join(folder, STATE_FILE), Buffer.from(`${JSON.stringify(state, null, 1)}\n`));
