import { basename, isAbsolute, join } from 'node:path';
import { sameName } from '../../../library/file-names.ts';
import type { Attachment } from '../../../model/attachment.ts';
import { placeOf } from '../../library/moves.ts';
import { sumOfFile } from '../../disk/sum.ts';
import type { Session } from '../session.ts';

/** A folder is searched so deep, and so many files of it at most. */
const DEEPEST = 12;
const MOST = 200_000;

/** The files of the library that are not where they should be. */
export async function missingFiles({ store, disk }: Session): Promise<Attachment[]> {
  const missing: Attachment[] = [];
  for (const file of store.state.attachment.values()) {
    const inside = placeOf(store.state, file.id);
    const path = file.kind === 'linked' ? file.path : inside === null ? '' : join(store.folder, inside);
    if (isAbsolute(path) && !(await disk.stat(path).catch(() => null))) missing.push(file);
  }
  return missing;
}

/** Where missing files are in a folder: under their name, with their size and SHA-256, as far as these are known. */
export async function seek({ disk }: Session, missing: readonly Attachment[], folder: string): Promise<{ file: Attachment; path: string }[]> {
  const wanted = new Map<string, Attachment[]>();
  for (const file of missing) {
    const name = sameName(nameIn(file.path));
    wanted.set(name, [...wanted.get(name) ?? [], file]);
  }
  const found = new Map<string, { file: Attachment; path: string }>();
  let looked = 0;
  const look = async (at: string, depth: number): Promise<void> => {
    for (const name of await disk.list(at).catch(() => [])) {
      if (++looked > MOST || found.size === missing.length) return;
      const path = join(at, name);
      const facts = await disk.stat(path).catch(() => null);
      if (facts?.directory && depth < DEEPEST) await look(path, depth + 1);
      if (!facts || facts.directory) continue;
      for (const file of wanted.get(sameName(name)) ?? []) if (!found.has(file.id) && (await isIt(file, path, facts.bytes))) found.set(file.id, { file, path });
    }
  };
  const isIt = async (file: Attachment, path: string, bytes: number): Promise<boolean> =>
    (file.bytes === undefined || file.bytes === bytes) && (file.sha256 === undefined || (await sumOfFile(disk, path, bytes).catch(() => '')) === file.sha256);
  await look(folder, 0);
  return [...found.values()];
}

/** The last part of a path of any system: it may have been linked on another one. */
const nameIn = (path: string): string => basename(path.replaceAll('\\', '/'));
