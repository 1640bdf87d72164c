import { z } from 'zod';
import { ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import { TABLE_NAMES } from '../../model/tables.ts';
import { command } from '../command.ts';
import { under } from '../multi-map.ts';
import type { LibraryState } from '../state.ts';

export const TrashEmpty = z.object({});

const BELONGINGS = ['note', 'annotation', 'attachment', 'relation'] as const;

/** Everything in the trash goes for good, with what belongs to its papers. */
export const trashEmpty = command(TrashEmpty, (state) => ok({
  changes: [...belongings(state), ...TABLE_NAMES.flatMap((table) => [...state.trash[table].values()].map((record): Change => ({ op: 'purge', table, id: record.id, record })))],
  created: [],
}));

function belongings(state: LibraryState): Change[] {
  const changes = new Map<string, Change>();
  for (const paper of state.trash.paper.keys()) for (const table of BELONGINGS) for (const id of under(state.index[table], paper)) {
    const record = state[table].get(id);
    if (record) changes.set(id, { op: 'remove', table, id, record, erased: true });
  }
  return [...changes.values()];
}
