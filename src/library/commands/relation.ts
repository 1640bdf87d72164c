import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import { Id } from '../../model/id.ts';
import { Relation } from '../../model/relation.ts';
import { command } from '../command.ts';
import { under } from '../multi-map.ts';
import { found } from '../selection.ts';

export const RelationAdd = Relation.omit({ id: true });
export const RelationRemove = z.object({ relation: Id });

/** Relates two papers; one that is there already is left as it is. */
export const relationAdd = command(RelationAdd, (state, { from, to, kind }, { newId }) => {
  if (from === to) return fail('invalid-input', 'A paper cannot be related to itself.', { details: { reason: 'relate-itself' } });
  if (!state.paper.has(from) || !state.paper.has(to)) return fail('not-found', 'One of these papers is not in the library.', { details: { table: 'paper' } });
  const same = [...under(state.index.relation, from)].map((id) => state.relation.get(id)).some((relation) => relation?.from === from && relation.to === to && relation.kind === kind);
  if (same) return ok({ changes: [], created: [] });
  const relation: Relation = { id: newId(), from, to, kind };
  return ok({ changes: [{ op: 'put', table: 'relation', id: relation.id, record: relation }], created: [relation.id] });
});

export const relationRemove = command(RelationRemove, (state, { relation: id }) => {
  const relation = found(state, 'relation', id);
  return relation.ok ? ok({ changes: [{ op: 'remove', table: 'relation', id, record: relation.value, erased: true }], created: [] }) : relation;
});
