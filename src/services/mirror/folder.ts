import { join } from 'node:path';
import { partsOf, valueIn } from '../../library/mirror/front-matter.ts';
import type { Parts } from '../../library/mirror/front-matter.ts';
import type { Disk } from '../disk/disk.ts';

/** Larger files are no notes. */
const MOST = 4_000_000;
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** A Markdown file of the folder; `note` is the id of the note it says it is, null where it says none. */
export interface Found extends Parts { name: string; text: string; note: string | null }
interface Read { at: string; found: Found }

/** Files as they were last read, so that only those that changed are read again. */
export type Seen = Map<string, Read>;

/** The notes in a folder: the Markdown files that lie in it, not those in folders below. */
export async function filesIn(disk: Disk, folder: string, seen: Seen): Promise<Map<string, Found>> {
  const files = new Map<string, Found>();
  for (const name of await disk.list(folder)) {
    if (!/\.md$/i.test(name) || name.startsWith('.')) continue;
    const facts = await disk.stat(join(folder, name));
    if (facts === null || facts.directory || facts.bytes > MOST) continue;
    const at = `${String(facts.modified)} ${String(facts.bytes)}`;
    const before = seen.get(name);
    const found = before?.at === at ? before.found : foundIn(name, Buffer.from(await disk.read(join(folder, name))).toString('utf8'));
    seen.set(name, { at, found });
    files.set(name, found);
  }
  for (const name of seen.keys()) if (!files.has(name)) seen.delete(name);
  return files;
}

function foundIn(name: string, text: string): Found {
  const parts = partsOf(text);
  const id = valueIn(parts.head, 'sheaf-note');
  return { ...parts, name, text, note: ID.test(id) ? id : null };
}
