import { crc32 } from 'node:zlib';
import type { LibraryState } from '../../../library/state.ts';
import type { Attachment } from '../../../model/attachment.ts';
import type { Disk } from '../../disk/disk.ts';

/** Hexadecimal digits of a SHA-256 that fit into a whole number. */
const DIGITS = 12;

/**
 * The PDFs of a library that may be read, each with a number that changes with its contents: from the SHA-256 where it is known, else
 * from size and time of the file. Those that are addresses are left out.
 */
export async function printsOf(state: LibraryState, disk: Disk, pause: () => Promise<void>): Promise<Map<string, number>> {
  const prints = new Map<string, number>();
  let since = 0;
  for (const one of state.attachment.values()) {
    if (one.mediaType !== 'application/pdf' || /^https?:/i.test(one.path) || !state.paper.has(one.paper)) continue;
    const print = one.sha256 === undefined || one.kind === 'linked' ? await printOfFile(disk, one) : Number.parseInt(one.sha256.slice(0, DIGITS), 16);
    if (print !== null) prints.set(one.id, print);
    if (++since % 200 === 0) await pause();
  }
  return prints;
}

async function printOfFile(disk: Disk, { kind, path, bytes }: Attachment): Promise<number | null> {
  if (kind === 'kept') return crc32(`${path} ${String(bytes ?? 0)}`);
  const facts = await disk.stat(path).catch(() => null);
  return facts === null || facts.directory ? null : crc32(`${String(facts.bytes)} ${String(facts.modified)}`);
}
