import { basename, join } from 'node:path';
import type { Draft } from '../../formats/format.ts';
import { factsOfFile } from '../../identify/file-facts.ts';
import { DEFAULT_PATTERN, nameByPattern } from '../../library/file-names.ts';
import type { Result } from '../../contract/errors.ts';
import { ok } from '../../contract/errors.ts';
import type { Attachment } from '../../model/attachment.ts';
import type { Change } from '../../model/change.ts';
import { endingOf, mediaTypeOf } from '../../model/media-type.ts';
import type { Paper } from '../../model/paper.ts';
import type { Disk } from '../disk/disk.ts';
import type { Move } from '../library/group.ts';
import { drop, dropStrays, takeIn, type Incoming } from './files/incoming.ts';
import { pathFor, takenNames } from './files/names.ts';
import { hasAlready, storeOnce } from './files/present.ts';
import type { Session } from './session.ts';

/** Files that are papers themselves, and those that may list some. */
const PAPERS: readonly string[] = ['.pdf', '.epub', '.djvu', '.djv', '.ps'];
const LISTS: readonly string[] = ['.bib', '.ris', '.json', '.xml', '.nbib', '.enw', '.ciw', '.cff', '.rdf', '.mrc'];
const DEEPEST = 12;
/** So much of a PDF's beginning and end is looked at for its properties, in bytes. */
const LOOKED_AT = 200_000;

export const isPaperFile = (path: string): boolean => PAPERS.includes(endingOf(path));

/** The files of a folder and those below it that may be papers or lists of some; looking ends when there are `most`. */
export async function filesIn(disk: Disk, folder: string, most: number, depth = 0): Promise<string[]> {
  const found: string[] = [];
  for (const name of await disk.list(folder).catch(() => [])) {
    const path = join(folder, name);
    if (found.length >= most) break;
    if (name.startsWith('.')) continue;
    if ((await disk.stat(path).catch(() => null))?.directory) {
      if (depth < DEEPEST) found.push(...await filesIn(disk, path, most - found.length, depth + 1));
    } else if (isPaperFile(path) || LISTS.includes(endingOf(path))) found.push(path);
  }
  return found;
}

/** The paper that a file is, with the file itself. */
export async function draftOfFile(disk: Disk, path: string, bytes: number): Promise<Draft> {
  const parts = endingOf(path) === '.pdf' ? [await disk.readPart(path, 0, LOOKED_AT), ...(bytes > LOOKED_AT ? [await disk.readPart(path, Math.max(LOOKED_AT, bytes - LOOKED_AT), LOOKED_AT)] : [])] : [];
  const { item, doubts } = factsOfFile(basename(path), parts.map((part) => Buffer.from(part).toString('latin1')).join('\n'));
  return { item, ...(Object.keys(doubts).length > 0 ? { doubts } : {}), files: [{ path, title: basename(path), mediaType: mediaTypeOf(path) }], origin: { format: endingOf(path).slice(1).toUpperCase(), name: basename(path) } };
}

/** Copies of files that wait in cache/ for the import that takes them over. */
export async function takeAll(session: Session, paths: readonly string[], at: (share: number) => Promise<void>): Promise<Result<Map<string, Incoming>>> {
  const taken = new Map<string, Incoming>();
  await dropStrays(session);
  try {
    for (const [index, path] of paths.entries()) {
      const one = await takeIn(session, path, true);
      if (!one.ok) { await letGo(session, taken); return one; }
      await storeOnce(session, one.value.inside, one.value);
      taken.set(path, one.value);
      await at(index / paths.length);
    }
  } catch (error) {
    await letGo(session, taken);
    throw error;
  }
  return ok(taken);
}

export const letGo = async (session: Session, taken: ReadonlyMap<string, Incoming>): Promise<void> => { for (const { inside } of taken.values()) await drop(session, inside); };

/** An import's changes with the files that came with it kept in the library, each under the name that its paper gives it. */
export async function keepFiles(session: Session, changes: readonly Change[], taken: ReadonlyMap<string, Incoming>, pattern = DEFAULT_PATTERN): Promise<{ changes: Change[]; moves: Move[] }> {
  if (taken.size === 0) return { changes: [...changes], moves: [] };
  const names = takenNames(session.store.state);
  const papers = new Map(changes.flatMap((change) => (change.op === 'put' && change.table === 'paper' ? [[change.id, change.record as Paper] as const] : [])));
  const moves: Move[] = [];
  const kept: Change[] = [];
  for (const change of changes) {
    const record = change.op === 'put' && change.table === 'attachment' ? (change.record as Attachment) : null;
    const incoming = record && taken.get(record.path);
    if (!record || !incoming) { kept.push(change); continue; }
    if (await hasAlready(session, record.paper, incoming)) { await drop(session, incoming.inside); continue; }
    const paper = papers.get(record.paper) ?? session.store.state.paper.get(record.paper);
    const path = await pathFor(session, paper ? nameByPattern(pattern, paper) : 'file', incoming.ending, names);
    moves.push({ from: incoming.inside, to: path });
    kept.push({ op: 'put', table: 'attachment', id: record.id, record: { ...record, kind: 'kept', path, bytes: incoming.bytes, sha256: incoming.sha256 } });
  }
  return { changes: kept, moves };
}
