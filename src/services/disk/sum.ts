import { createHash } from 'node:crypto';
import type { Disk } from './disk.ts';

const PART = 4_000_000;

/** The SHA-256 of a file in hexadecimal, read in parts. `take` gets each part, in order. */
export async function sumOfFile(disk: Disk, path: string, bytes: number, take: (part: Uint8Array) => Promise<void> = async () => undefined): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes; from += PART) {
    const part = await disk.readPart(path, from, PART);
    hash.update(part);
    await take(part);
  }
  return hash.digest('hex');
}
