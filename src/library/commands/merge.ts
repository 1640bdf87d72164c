import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import { Id } from '../../model/id.ts';
import type { Paper, Verbatim } from '../../model/paper.ts';
import { plainAbstract } from '../abstract-text.ts';
import { command } from '../command.ts';
import { equal } from '../equal.ts';
import { isEmpty, JOINED, mergeItems, mergeVerbatim } from '../import/merge.ts';
import { followKeys } from '../follow-keys.ts';
import { follow } from '../marks.ts';
import { under } from '../multi-map.ts';
import { found } from '../selection.ts';
import type { LibraryState } from '../state.ts';

export const PaperMerge = z.object({ groups: z.array(z.object({ into: Id, from: z.array(Id).min(1).max(100) })).min(1).max(5000) });

/**
 * Makes one paper of several: it gets what it has not, keeps the values that do not count verbatim, and takes over tags, collections,
 * notes, marks, files and relations; notes that name another one name it. The others go to the trash. One undo parts them all again.
 */
export const paperMerge = command(PaperMerge, (state, { groups }, { newId }) => {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const renamed = new Map<string, string>();
  for (const { into, from } of groups) {
    const others: Paper[] = [];
    for (const id of [into, ...from]) {
      const paper = found(state, 'paper', id);
      if (!paper.ok) return paper;
      if (seen.has(id)) return fail('invalid-input', 'A paper cannot be joined twice at once, or with itself.', { details: { reason: 'joined-twice' } });
      seen.add(id);
      if (id !== into) others.push(paper.value);
    }
    const kept = found(state, 'paper', into);
    if (!kept.ok) return kept;
    changes.push(...joined(state, kept.value, others, newId));
    for (const { citationKey } of others) renamed.set(citationKey, kept.value.citationKey);
  }
  return ok({ changes: [...changes, ...followKeys(state, renamed)], created: [] });
});

function joined(state: LibraryState, kept: Paper, others: readonly Paper[], newId: () => string): Change[] {
  const whole = others.reduce(together, kept);
  const ids = new Set([kept.id, ...others.map(({ id }) => id)]);
  const sets = (['tags', 'collections'] as const).flatMap((field) => whole[field].filter((element) => !kept[field].includes(element)).map((element): Change => ({ op: 'add', table: 'paper', id: kept.id, field, element })));
  return [
    ...fields(kept, whole), ...sets, ...others.flatMap((other) => belongings(state, kept, whole, other)), ...relations(state, kept.id, ids, newId),
    ...others.map((record): Change => ({ op: 'remove', table: 'paper', id: record.id, record })),
  ];
}

/** A paper with what another account of the same work adds. */
function together(paper: Paper, other: Paper): Paper {
  const { gains, lost } = mergeItems(paper.item, other.item, 'library');
  const [first, ...more] = other.verbatim ?? [];
  let verbatim = mergeVerbatim(paper.verbatim ?? [], first, lost);
  for (const one of more) verbatim = mergeVerbatim(verbatim, one, {});
  const key: Verbatim = { format: JOINED, key: other.citationKey, fields: {} };
  if (!verbatim.some((one) => one.key === other.citationKey)) verbatim = [...verbatim, key];
  const links = other.links.filter(({ url }) => !paper.links.some((link) => link.url === url));
  return {
    ...paper, item: { ...paper.item, ...gains }, verbatim, links: [...paper.links, ...links], tags: [...new Set([...paper.tags, ...other.tags])], collections: [...new Set([...paper.collections, ...other.collections])],
    ...(paper.rating === undefined && other.rating !== undefined ? { rating: other.rating } : {}),
  };
}

/** What differs of the fields that are no sets, as one change. */
function fields(before: Paper, after: Paper): Change[] {
  const [was, is]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const [name, value] of Object.entries(after.item)) if (!equal(before.item[name] ?? null, value) && !isEmpty(value)) [was[`item.${name}`], is[`item.${name}`]] = [before.item[name] ?? null, value];
  for (const name of ['links', 'verbatim', 'rating'] as const) if (!equal(before[name] ?? null, after[name] ?? null)) [was[name], is[name]] = [before[name] ?? null, after[name] ?? null];
  return Object.keys(is).length === 0 ? [] : [{ op: 'set', table: 'paper', id: before.id, before: was, after: is }];
}

/** Notes, marks and files of the other paper, for the one that stays. A file that it has already, byte for byte and without marks on it, goes to the trash with its paper. */
function belongings(state: LibraryState, kept: Paper, whole: Paper, other: Paper): Change[] {
  const marks = [...under(state.index.annotation, other.id)].flatMap((id) => state.annotation.get(id) ?? []);
  const own = new Set([...under(state.index.attachment, kept.id)].flatMap((id) => state.attachment.get(id)?.sha256 ?? []));
  const stays = (id: string): boolean => own.has(state.attachment.get(id)?.sha256 ?? '') && !marks.some(({ target }) => target.type === 'pdf' && target.attachment === id);
  const move = (table: 'note' | 'annotation' | 'attachment', id: string, before: object = {}, after: object = {}): Change => ({ op: 'set', table, id, before: { paper: other.id, ...before }, after: { paper: kept.id, ...after } });
  const mains = [...under(state.index.attachment, kept.id)].some((id) => state.attachment.get(id)?.main);
  const text = plainAbstract(whole.item.abstract ?? '');
  return [
    ...[...under(state.index.note, other.id)].map((id) => move('note', id)),
    ...[...under(state.index.attachment, other.id)].filter((id) => !stays(id)).map((id) => (mains && state.attachment.get(id)?.main ? move('attachment', id, { main: true }, { main: null }) : move('attachment', id))),
    ...marks.map((mark) => {
      const [moved] = mark.target.type === 'abstract' ? follow(mark, text) : [];
      return moved?.op === 'set' ? move('annotation', mark.id, moved.before, moved.after) : move('annotation', mark.id);
    }),
  ];
}

/** Relations of the others lead to the paper that stays; one that it has already, or that would lead to itself, goes. */
function relations(state: LibraryState, kept: string, ids: ReadonlySet<string>, newId: () => string): Change[] {
  const all = [...new Set([...ids].flatMap((id) => [...under(state.index.relation, id)]))].flatMap((id) => state.relation.get(id) ?? []);
  const at = (id: string): string => (ids.has(id) ? kept : id);
  const name = (from: string, to: string, kind: string): string => `${from} ${to} ${kind}`;
  const there = new Set(all.filter(({ from, to }) => at(from) === from && at(to) === to && from !== to).map(({ from, to, kind }) => name(from, to, kind)));
  return all.flatMap((relation): Change[] => {
    const [from, to] = [at(relation.from), at(relation.to)];
    if (from === relation.from && to === relation.to && from !== to) return [];
    const gone: Change = { op: 'remove', table: 'relation', id: relation.id, record: relation, erased: true };
    if (from === to || there.has(name(from, to, relation.kind))) return [gone];
    there.add(name(from, to, relation.kind));
    const id = newId();
    return [gone, { op: 'put', table: 'relation', id, record: { id, from, to, kind: relation.kind } }];
  });
}
