import type { Change } from '../../../model/change.ts';
import type { Group, PlacedHead } from '../../library/group.ts';

/** A pause in writing that ends a stretch, and the longest stretch, ms. */
const PAUSE = 20_000;
const LONGEST = 120_000;

/** Whether a command is a piece of writing that was kept while its author wrote on: the text of one note, and no more. */
export const isWriting = ({ head, changes }: Group): boolean => isKind(head.name) && noteOf(changes) !== null;

/** Whether a command is near enough in time to the last and the first of a stretch of writing. */
export function isNear(stretch: readonly Group[], { head }: PlacedHead): boolean {
  const [first, last] = [stretch[0], stretch.at(-1)];
  const apart = (one: Group | undefined): number => Math.abs(Date.parse(one?.head.at ?? '') - Date.parse(head.at));
  return isKind(head.name) && apart(last) <= PAUSE && apart(first) <= LONGEST;
}

/** Writing, and writing done again after an undo. */
const isKind = (name: string): boolean => name === 'note.write' || name === 'history.redo';

/** Whether two pieces of writing are of one note. */
export const goesOn = (one: Group, other: Group): boolean => isWriting(other) && noteOf(one.changes) === noteOf(other.changes);

function noteOf(changes: readonly Change[]): string | null {
  const [change] = changes;
  return changes.length === 1 && change?.table === 'note' && (change.op === 'patch' || change.op === 'put' || (change.op === 'set' && 'markdown' in change.after)) ? change.id : null;
}
