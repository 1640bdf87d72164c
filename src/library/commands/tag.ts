import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import { Id } from '../../model/id.ts';
import type { Tag } from '../../model/tag.ts';
import { command } from '../command.ts';
import { foldName } from '../fold.ts';
import { under } from '../multi-map.ts';
import { Ids, found, papersOf } from '../selection.ts';
import { setChange } from '../set-change.ts';
import type { LibraryState } from '../state.ts';
import { nestedIn } from '../tag-family.ts';

export const TagAdd = z.object({ selection: Ids, name: z.string().trim().min(1).max(200), colour: z.string().optional() });
export const TagRemove = z.object({ selection: Ids, tag: Id });
export const TagEdit = z.object({ tag: Id, name: z.string().trim().min(1).max(200).optional(), colour: z.string().nullable().optional(), key: z.number().int().min(1).max(9).nullable().optional() });
export const TagMerge = z.object({ from: Id, into: Id });
export const TagDelete = z.object({ tag: Id });

/** The tag of a name, however its letters are cased. */
export const tagNamed = (state: LibraryState, name: string): Tag | undefined => [...under(state.index.tagName, foldName(name))].flatMap((id) => state.tag.get(id) ?? [])[0];

/** Tags papers; a tag that is not there yet is made. */
export const tagAdd = command(TagAdd, (state, { selection, name, colour }, { newId }) => {
  const existing = tagNamed(state, name);
  const tag: Tag = existing ?? { id: newId(), name, ...(colour === undefined ? {} : { colour }) };
  const papers = papersOf(state, selection).filter((paper) => !paper.tags.includes(tag.id));
  const made: Change[] = existing ? [] : [{ op: 'put', table: 'tag', id: tag.id, record: tag }];
  return ok({ changes: [...made, ...papers.map(({ id }): Change => ({ op: 'add', table: 'paper', id, field: 'tags', element: tag.id }))], created: existing ? [] : [tag.id] });
});

export const tagRemove = command(TagRemove, (state, { selection, tag }) => ok({
  changes: papersOf(state, selection).filter((paper) => paper.tags.includes(tag)).map(({ id }) => ({ op: 'drop', table: 'paper', id, field: 'tags', element: tag })),
  created: [],
}));

/** Renames a tag and those nested in it, gives it a colour or a number key; the key is taken from whichever tag had it. */
export const tagEdit = command(TagEdit, (state, { tag: id, ...wanted }) => {
  const tag = found(state, 'tag', id);
  if (!tag.ok) return tag;
  const renamed = wanted.name === undefined || wanted.name === tag.value.name ? [] : renames(state, tag.value, wanted.name);
  const moving = new Set(renamed.map((one) => one.tag.id));
  const other = renamed.map(({ name }) => tagNamed(state, name)).find((one) => one !== undefined && !moving.has(one.id));
  if (other) return fail('conflict', `There is a tag "${other.name}" already. Merging the two keeps every paper.`, { details: { reason: 'tag-taken', tag: other.id, name: other.name } });
  const before = wanted.key ? [...state.tag.values()].filter((one) => one.key === wanted.key && one.id !== id) : [];
  const released = before.flatMap((one) => setChange('tag', one, { key: null }));
  const looks = setChange('tag', tag.value, { colour: wanted.colour, key: wanted.key });
  return ok({ changes: [...released, ...looks, ...renamed.flatMap((one) => setChange('tag', one.tag, { name: one.name }))], created: [] });
});

/** The tag and those nested in it under their new names. */
const renames = (state: LibraryState, tag: Tag, name: string): { tag: Tag; name: string }[] => [
  { tag, name }, ...nestedIn(state, tag).map((one) => ({ tag: one, name: (name + one.name.slice(tag.name.length)).slice(0, 200) })),
];

export const tagMerge = command(TagMerge, (state, { from, into }) => {
  const [old, kept] = [found(state, 'tag', from), found(state, 'tag', into)];
  if (!old.ok) return old;
  if (!kept.ok) return kept;
  if (from === into) return ok({ changes: [], created: [] });
  return ok({ changes: [...freed(state, from, into), { op: 'remove', table: 'tag', id: from, record: old.value, erased: true }], created: [] });
});

export const tagDelete = command(TagDelete, (state, { tag: id }) => {
  const tag = found(state, 'tag', id);
  if (!tag.ok) return tag;
  return ok({ changes: [...freed(state, id, null), { op: 'remove', table: 'tag', id, record: tag.value, erased: true }], created: [] });
});

/** Takes a tag off everything that has it, and puts another in its place. */
function freed(state: LibraryState, tag: string, instead: string | null): Change[] {
  return ([['paper', state.index.tag], ['annotation', state.index.annotationTag]] as const).flatMap(([table, index]) => [...under(index, tag)].flatMap((id): Change[] => {
    const has = instead !== null && (state[table].get(id)?.tags.includes(instead) ?? false);
    return [{ op: 'drop', table, id, field: 'tags', element: tag }, ...(instead === null || has ? [] : [{ op: 'add' as const, table, id, field: 'tags', element: instead }])];
  }));
}
