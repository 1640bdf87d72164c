import type { Change } from '../model/change.ts';
import { renameAllInNote } from './notes/rename.ts';
import type { LibraryState } from './state.ts';
import { textChange } from './text-patch.ts';

/** What notes and comments must say after citation keys were changed, old to new: every mention follows its paper. */
export function followKeys(state: LibraryState, renamed: ReadonlyMap<string, string>): Change[] {
  if (renamed.size === 0) return [];
  return [
    ...[...state.note.values()].flatMap(({ id, markdown }) => followed('note', id, 'markdown', markdown, renamed)),
    ...[...state.annotation.values()].flatMap(({ id, comment }) => followed('annotation', id, 'comment', comment, renamed)),
  ];
}

function followed(table: 'note' | 'annotation', id: string, field: string, before: string, renamed: ReadonlyMap<string, string>): Change[] {
  const after = renameAllInNote(before, renamed);
  return after === before ? [] : [textChange(table, id, field, before, after)];
}

/** The citation keys that changes set, old to new. */
export function renamedKeys(changes: readonly Change[]): Map<string, string> {
  return new Map(changes.flatMap((change): [string, string][] => {
    if (change.op !== 'set' || change.table !== 'paper') return [];
    const [before, after] = [change.before['citationKey'], change.after['citationKey']];
    return typeof before === 'string' && typeof after === 'string' && before !== '' ? [[before, after]] : [];
  }));
}
