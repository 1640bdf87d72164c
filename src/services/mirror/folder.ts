import { join } from 'node:path';
import { partsOf, valueIn } from '../../library/mirror/front-matter.ts';
import type { Parts } from '../../library/mirror/front-matter.ts';
import type { Disk } from '../disk/disk.ts';
import { errorCode } from '../disk/disk.ts';

/** Larger files are no notes. */
const MOST = 4_000_000;
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** A Markdown file of the folder; `note` is the id of the note it says it is, null where it says none. */
export interface Found extends Parts { name: string; text: string; note: string | null }
interface Read { at: string; found: Found }

/** What was seen before, so that only what changed is read and looked at again: files, and notes that agreed with theirs. */
export interface Seen { files: Map<string, Read>; agreed: Map<string, { note: string; file: Found }> }
export const nothingSeen = (): Seen => ({ files: new Map(), agreed: new Map() });

/** How many files are looked at at a time. */
const ABREAST = 16;

/** The notes in a folder: the Markdown files that lie in it, not those in folders below. */
export async function filesIn(disk: Disk, folder: string, { files: before }: Seen): Promise<Map<string, Found>> {
  const names = (await disk.list(folder)).filter((name) => /\.md$/i.test(name) && !name.startsWith('.'));
  const files = new Map<string, Found>();
  for (let at = 0; at < names.length; at += ABREAST) {
    for (const read of await Promise.all(names.slice(at, at + ABREAST).map((name) => readNow(disk, folder, name, before.get(name))))) if (read !== null) {
      before.set(read.found.name, read);
      files.set(read.found.name, read.found);
    }
  }
  for (const name of before.keys()) if (!files.has(name)) before.delete(name);
  return files;
}

/** A file as it is now, read again only when it changed; null for what is no note, or gone since it was listed. */
async function readNow(disk: Disk, folder: string, name: string, before: Read | undefined): Promise<Read | null> {
  const facts = await disk.stat(join(folder, name));
  if (facts === null || facts.directory || facts.bytes > MOST) return null;
  const at = `${String(facts.modified)} ${String(facts.bytes)}`;
  if (before?.at === at) return before;
  const bytes = await disk.read(join(folder, name)).catch(unlessGone);
  return bytes === null ? null : { at, found: foundIn(name, Buffer.from(bytes).toString('utf8')) };
}

function unlessGone(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}

function foundIn(name: string, text: string): Found {
  const parts = partsOf(text);
  const id = valueIn(parts.head, 'sheaf-note');
  return { ...parts, name, text, note: ID.test(id) ? id : null };
}
