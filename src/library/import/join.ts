import type { Change } from '../../model/change.ts';
import type { Paper } from '../../model/paper.ts';
import type { Context } from '../command.ts';
import type { DraftRead } from '../draft.ts';
import { equal } from '../equal.ts';
import { under } from '../multi-map.ts';
import type { LibraryState } from '../state.ts';
import { belongings } from './belongings.ts';
import { mergeItems, mergeVerbatim, type Prefer } from './merge.ts';
import type { Names } from './names.ts';

/** What a draft adds to a paper that is there already: empty fields are filled, tags, files and notes added, and nothing of either side is lost. */
export function joinChanges(state: LibraryState, paper: Paper, draft: DraftRead, names: Names, context: Context, prefer: Prefer = 'library'): Change[] {
  const { id } = paper;
  const add = (field: 'tags' | 'collections', ids: string[]): Change[] => ids.filter((element) => !paper[field].includes(element)).map((element) => ({ op: 'add', table: 'paper', id, field, element }));
  const known = {
    notes: [...under(state.index.note, id)].flatMap((note) => state.note.get(note)?.markdown ?? []),
    files: [...under(state.index.attachment, id)].flatMap((file) => state.attachment.get(file) ?? []),
    marks: [...under(state.index.annotation, id)].flatMap((mark) => state.annotation.get(mark) ?? []),
  };
  return [...filled(paper, draft, prefer), ...add('tags', names.tags(draft.tags ?? [])), ...add('collections', names.collections(draft.collections ?? [])), ...belongings(id, draft, names, context, known)];
}

/** A field that differs goes by `prefer`; the value that does not count is kept verbatim. */
function filled(paper: Paper, draft: DraftRead, prefer: Prefer): Change[] {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const { gains, lost } = mergeItems(paper.item, draft.item, prefer);
  for (const [name, value] of Object.entries(gains)) [before[`item.${name}`], after[`item.${name}`]] = [paper.item[name] ?? null, value];
  const links = (draft.links ?? []).filter((link) => !paper.links.some(({ url }) => url === link.url));
  if (links.length) [before['links'], after['links']] = [paper.links, [...paper.links, ...links]];
  const verbatim = mergeVerbatim(paper.verbatim ?? [], draft.verbatim, lost);
  if (!equal(verbatim, paper.verbatim ?? [])) [before['verbatim'], after['verbatim']] = [paper.verbatim ?? null, verbatim];
  return Object.keys(after).length ? [{ op: 'set', table: 'paper', id: paper.id, before, after }] : [];
}
