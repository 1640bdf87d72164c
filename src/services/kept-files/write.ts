import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { KeptTrouble } from '../../contract/kept-files.ts';
import type { Disk } from '../disk/disk.ts';
import { errorCode } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';

/** The sums of what we wrote last and of what we are about to write: a file with another one is somebody else's. */
const Ours = z.object({ last: z.string(), next: z.string() });

/** SHA-256 in hexadecimal. */
export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Place { disk: Disk; file: string; /** Where the sums of kept files lie, outside the library. */ memory: string }

/**
 * Writes a kept file where it differs: whole or not at all, and only over what we wrote ourselves, unless `replace` says to.
 * What we mean to write is noted first, so that after a crash in the middle either file is known as ours.
 */
export async function writeKept({ disk, file, memory }: Place, text: string, replace: boolean): Promise<KeptTrouble | null> {
  const bytes = Buffer.from(text);
  const next = sumOf(bytes);
  const note = join(memory, `${sumOf(Buffer.from(file))}.json`);
  try {
    const there = await sumThere(disk, file);
    if (there === next) return await noted(disk, memory, note, { last: next, next });
    if ((await disk.stat(dirname(file)))?.directory !== true) return { reason: 'no-folder', message: `${dirname(file)} is not there.` };
    const ours = await oursOf(disk, note);
    if (there !== null && !replace && !ours.includes(there)) return { reason: 'changed', message: `${file} was changed by somebody else and is left as it is.` };
    await noted(disk, memory, note, { last: there ?? next, next });
    await replaceFile(disk, file, bytes);
    return null;
  } catch (error) {
    return { reason: 'failed', message: `${file} cannot be written: ${errorCode(error) || String(error)}` };
  }
}

async function sumThere(disk: Disk, file: string): Promise<string | null> {
  return (await disk.stat(file)) === null ? null : sumOf(await disk.read(file));
}

async function oursOf(disk: Disk, note: string): Promise<string[]> {
  if ((await disk.stat(note)) === null) return [];
  const read = Ours.safeParse(parsed(await disk.read(note)));
  return read.success ? [read.data.last, read.data.next] : [];
}

/** The JSON in bytes; null where they are none. */
export function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

async function noted(disk: Disk, memory: string, note: string, ours: z.infer<typeof Ours>): Promise<null> {
  const text = JSON.stringify(ours);
  if ((await disk.stat(note)) !== null && Buffer.from(await disk.read(note)).toString('utf8') === text) return null;
  await disk.mkdir(memory);
  await replaceFile(disk, note, Buffer.from(text));
  return null;
}
