import type { Change } from '../../model/change.ts';
import type { Paper, Status } from '../../model/paper.ts';
import type { LibraryState } from '../state.ts';
import type { Imported } from './import.ts';

/** Where papers go that come in: what they were dropped on. */
export interface Into { collection?: string | undefined; tag?: string | undefined; status?: Status | undefined }

/**
 * An import's changes with its papers put in a collection, tagged or given a status. `known`: papers that were here already; they
 * go into the collection and get the tag too, but keep their status.
 */
export function inPlace(state: LibraryState, { changes, papers }: Imported, known: readonly string[], { collection, tag, status }: Into): Change[] {
  const fresh = new Set(papers);
  const sets = ([['collections', state.collection.get(collection ?? '')], ['tags', state.tag.get(tag ?? '')]] as const).flatMap(([field, place]) => (place ? [{ field, element: place.id }] : []));
  if (sets.length === 0 && status === undefined) return changes;
  const placed = changes.map((change): Change => {
    if (change.op !== 'put' || change.table !== 'paper' || !fresh.has(change.id)) return change;
    const record: Paper = { ...(change.record as Paper), ...(status === undefined ? {} : { status }) };
    for (const { field, element } of sets) record[field] = [...new Set([...record[field], element])].sort();
    return { ...change, record };
  });
  const added = new Set(changes.flatMap((change) => (change.op === 'add' ? [`${change.id} ${change.element}`] : [])));
  const also = [...new Set(known)].flatMap((id) => sets.filter(({ field, element }) => state.paper.get(id)?.[field].includes(element) === false && !added.has(`${id} ${element}`)).map(({ field, element }): Change => ({ op: 'add', table: 'paper', id, field, element })));
  return [...placed, ...also];
}
