import { basename, join } from 'node:path';
import { freeName, nameByPattern, sameName } from '../../../library/file-names.ts';
import { under } from '../../../library/multi-map.ts';
import type { LibraryState } from '../../../library/state.ts';
import type { Attachment } from '../../../model/attachment.ts';
import { endingFor, endingOf } from '../../../model/media-type.ts';
import { trashPath } from '../../library/moves.ts';
import type { Session } from '../session.ts';

/** Every path in files/ that a record has, live or in the trash, so that what comes back from there finds its place free. */
export function takenNames(state: LibraryState): Set<string> {
  const all = [...state.attachment.values(), ...state.trash.attachment.values()];
  return new Set(all.flatMap(({ kind, path }) => (kind === 'kept' ? [sameName(path)] : [])));
}

/** A path in files/ that nothing has nor will have when it comes back, which is thereby taken. `mine`: whose former files wait in the trash under their names. */
export async function pathFor({ store, disk }: Session, stem: string, ending: string, taken: Set<string>, mine?: string): Promise<string> {
  const name = await freeName(stem, ending, async (one) => {
    const path = `files/${one}`;
    if (taken.has(sameName(path)) || (await disk.stat(join(store.folder, path)))) return true;
    return mine !== undefined && (await disk.stat(join(store.folder, trashPath(mine, path)))) !== null;
  });
  taken.add(sameName(`files/${name}`));
  return `files/${name}`;
}

/** The ending that a file keeps through every renaming. */
export const endingOfFile = ({ path, mediaType }: Pick<Attachment, 'path' | 'mediaType'>): string => endingOf(path) || endingFor(mediaType);

export interface Renaming { file: Attachment; to: string }

/** What a pattern makes of kept files' names; those that have such a name already, numbered or not, keep it. */
export async function renamings(session: Session, files: readonly Attachment[], pattern: string): Promise<Renaming[]> {
  const taken = takenNames(session.store.state);
  const made: Renaming[] = [];
  for (const file of files) {
    const paper = session.store.state.paper.get(file.paper);
    if (!paper || file.kind !== 'kept') continue;
    const [stem, ending] = [nameByPattern(pattern, paper), endingOfFile(file)];
    if (!isNumbered(basename(file.path), stem, ending)) made.push({ file, to: await pathFor(session, stem, ending, taken, file.id) });
  }
  return made;
}

/** Whether a name is this one, or this one with a number after it. */
function isNumbered(name: string, stem: string, ending: string): boolean {
  if (!sameName(name).startsWith(sameName(stem)) || !sameName(name).endsWith(ending)) return false;
  return /^(?: \(\d+\))?$/.test(name.normalize('NFC').slice(stem.length, name.normalize('NFC').length - ending.length));
}

/** The kept files of papers, in the order of the papers. */
export const filesOfPapers = (state: LibraryState, papers: readonly string[]): Attachment[] =>
  papers.flatMap((paper) => [...under(state.index.attachment, paper)].sort()).flatMap((id) => state.attachment.get(id) ?? []).filter(({ kind }) => kind === 'kept');
