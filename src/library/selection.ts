import { z } from 'zod';
import type { Result } from '../contract/errors.ts';
import { fail, ok } from '../contract/errors.ts';
import { Id } from '../model/id.ts';
import type { RecordOf, TableName } from '../model/tables.ts';
import type { LibraryState } from './state.ts';

/** The papers a command is for, by id: the engine has resolved queries before. */
export const Ids = z.object({ ids: z.array(Id) });

/** The papers of a selection that are live, each once. */
export const papersOf = (state: LibraryState, selection: z.output<typeof Ids>): RecordOf<'paper'>[] => [...new Set(selection.ids)].flatMap((id) => state.paper.get(id) ?? []);

const NAMES: Record<TableName, string> = { paper: 'paper', attachment: 'file', note: 'note', annotation: 'annotation', relation: 'relation', tag: 'tag', collection: 'collection', feed: 'feed' };

/** A live record, or a not-found error in words. */
export function found<T extends TableName>(state: LibraryState, table: T, id: string): Result<RecordOf<T>> {
  const record = state[table].get(id);
  return record ? ok(record as RecordOf<T>) : fail('not-found', `That ${NAMES[table]} is not in the library.`, { details: { table, id } });
}
