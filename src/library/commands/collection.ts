import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import type { Collection } from '../../model/collection.ts';
import { Id } from '../../model/id.ts';
import { command } from '../command.ts';
import { under } from '../multi-map.ts';
import { Ids, found, papersOf } from '../selection.ts';
import { setChange } from '../set-change.ts';
import type { LibraryState } from '../state.ts';

const Name = z.string().trim().min(1).max(300);
export const CollectionCreate = z.object({ name: Name, parent: Id.optional(), query: z.string().optional() });
export const CollectionEdit = z.object({ collection: Id, name: Name.optional(), parent: Id.nullable().optional(), query: z.string().nullable().optional() });
export const CollectionDelete = z.object({ collection: Id });
export const CollectionPapers = z.object({ selection: Ids, collection: Id });

export const collectionCreate = command(CollectionCreate, (state, { name, parent, query }, { newId }) => {
  if (parent !== undefined && !state.collection.has(parent)) return fail('not-found', 'The collection to put it in is not in the library.', { details: { table: 'collection' } });
  const collection: Collection = { id: newId(), name, ...(parent === undefined ? {} : { parent }), ...(query === undefined ? {} : { query }) };
  return ok({ changes: [{ op: 'put', table: 'collection', id: collection.id, record: collection }], created: [collection.id] });
});

export const collectionEdit = command(CollectionEdit, (state, { collection: id, ...wanted }) => {
  const collection = found(state, 'collection', id);
  if (!collection.ok) return collection;
  if (wanted.parent && isWithin(state, wanted.parent, id)) return fail('invalid-input', 'A collection cannot lie within itself.', { details: { reason: 'within-itself' } });
  return ok({ changes: setChange('collection', collection.value, wanted), created: [] });
});

function isWithin(state: LibraryState, inner: string, outer: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = inner; at !== undefined && !seen.has(at); at = state.collection.get(at)?.parent) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}

/** Deletes a collection; its papers stay, those within it move up. */
export const collectionDelete = command(CollectionDelete, (state, { collection: id }) => {
  const collection = found(state, 'collection', id);
  if (!collection.ok) return collection;
  const parent = collection.value.parent ?? null;
  const children = [...under(state.index.children, id)].map((child): Change => ({ op: 'set', table: 'collection', id: child, before: { parent: id }, after: { parent } }));
  const papers = [...under(state.index.collection, id)].map((paper): Change => ({ op: 'drop', table: 'paper', id: paper, field: 'collections', element: id }));
  return ok({ changes: [...papers, ...children, { op: 'remove', table: 'collection', id, record: collection.value, erased: true }], created: [] });
});

export const collectionAdd = command(CollectionPapers, (state, { selection, collection }) => {
  const into = found(state, 'collection', collection);
  if (!into.ok) return into;
  if (into.value.query !== undefined) return fail('invalid-input', 'A smart collection gathers its papers by itself.', { details: { reason: 'gathers-itself' } });
  return ok({ changes: papersOf(state, selection).filter((paper) => !paper.collections.includes(collection)).map(({ id }) => ({ op: 'add', table: 'paper', id, field: 'collections', element: collection })), created: [] });
});

export const collectionRemove = command(CollectionPapers, (state, { selection, collection }) => ok({
  changes: papersOf(state, selection).filter((paper) => paper.collections.includes(collection)).map(({ id }) => ({ op: 'drop', table: 'paper', id, field: 'collections', element: collection })),
  created: [],
}));
