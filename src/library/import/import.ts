import { citationKey } from '../../citation/key.ts';
import type { Change } from '../../model/change.ts';
import type { Paper } from '../../model/paper.ts';
import type { Context } from '../command.ts';
import type { DraftRead } from '../draft.ts';
import { under } from '../multi-map.ts';
import type { LibraryState } from '../state.ts';
import { belongings } from './belongings.ts';
import { joinChanges } from './join.ts';
import type { Prefer } from './merge.ts';
import { Names } from './names.ts';

/** `joins` names drafts that are accounts of a paper that is here; `repeats` those of an earlier draft. */
export interface ImportInput { drafts: DraftRead[]; joins: { index: number; into: string; prefer?: Prefer | undefined }[]; repeats?: { index: number; of: number; prefer?: Prefer | undefined }[]; keyPattern?: string | undefined }
/** What an import did: `renamed` are the drafts whose key another paper has. */
export interface Imported { changes: Change[]; papers: string[]; joined: number; renamed: { index: number; from: string; to: string }[] }

/** Turns drafts into the changes of one command, draft by draft: it yields how many are done, so that a caller may pause. */
export function* importSteps(state: LibraryState, { drafts, joins, repeats = [], keyPattern }: ImportInput, context: Context): Generator<number, Imported> {
  const names = new Names(state, context.newId);
  const keys = new Set<string>();
  const into = new Map(joins.map((join) => [join.index, join]));
  const copies = new Map(repeats.map((repeat) => [repeat.index, repeat]));
  const at = new Map<number, string>();
  const made = new Map<string, { paper: Paper; changes: Change[] }>();
  const imported: Imported = { changes: [], papers: [], joined: 0, renamed: [] };
  for (const [index, draft] of drafts.entries()) {
    const copy = copies.get(index);
    const earlier = made.get(at.get(copy?.of ?? -1) ?? '');
    const target = state.paper.get(into.get(index)?.into ?? at.get(copy?.of ?? -1) ?? '');
    if (earlier) {
      joinMade(state, earlier, draft, names, context, copy?.prefer);
      at.set(index, earlier.paper.id);
      imported.joined++;
    } else if (target) {
      imported.changes.push(...joinChanges(state, target, draft, names, context, (into.get(index) ?? copy)?.prefer));
      at.set(index, target.id);
      imported.joined++;
    } else {
      const paper = paperOf(state, draft, names, keys, context, keyPattern);
      if (draft.citationKey && draft.citationKey !== paper.citationKey) imported.renamed.push({ index, from: draft.citationKey, to: paper.citationKey });
      at.set(index, paper.id);
      made.set(paper.id, { paper, changes: belongings(paper.id, draft, names, context) });
    }
    yield index + 1;
  }
  for (const { paper, changes } of made.values()) {
    imported.papers.push(paper.id);
    imported.changes.push({ op: 'put', table: 'paper', id: paper.id, record: paper }, ...changes);
  }
  imported.changes.unshift(...names.changes);
  return imported;
}

export function runToEnd(state: LibraryState, input: ImportInput, context: Context): Imported {
  const steps = importSteps(state, input, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function paperOf(state: LibraryState, draft: DraftRead, names: Names, keys: Set<string>, { now, newId }: Context, pattern: string | undefined): Paper {
  const key = ownKey(state, draft, keys, pattern);
  keys.add(key);
  return {
    id: newId(), item: draft.item, citationKey: key,
    tags: names.tags(draft.tags ?? []), collections: names.collections(draft.collections ?? []),
    status: draft.status ?? 'inbox', ...(draft.rating === undefined ? {} : { rating: draft.rating }), links: draft.links ?? [],
    ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}),
    ...(draft.origin ? { origin: { ...draft.origin, at: now } } : {}),
    ...(draft.doubts && Object.keys(draft.doubts).length ? { doubts: draft.doubts } : {}),
    added: now, changed: now,
  };
}

/** Joins a draft into a paper that the same import makes: the changes it would take are made on the new record. */
function joinMade(state: LibraryState, made: { paper: Paper; changes: Change[] }, draft: DraftRead, names: Names, context: Context, prefer?: Prefer): void {
  const { paper } = made;
  for (const change of joinChanges(state, paper, draft, names, context, prefer)) {
    if (change.op === 'add') { if (change.field === 'tags' || change.field === 'collections') paper[change.field] = [...paper[change.field], change.element].sort(); }
    else if (change.op !== 'set') made.changes.push(change);
    else {
      for (const [path, value] of Object.entries(change.after)) {
        if (path.startsWith('item.')) paper.item = { ...paper.item, [path.slice(5)]: value };
        else Object.assign(paper, { [path]: value });
      }
    }
  }
}

/** The file's own key; with a number after it where another paper has it; one made from the item where the file gives none. */
function ownKey(state: LibraryState, draft: DraftRead, keys: Set<string>, pattern: string | undefined): string {
  const taken = (key: string): boolean => keys.has(key) || under(state.index.key, key).size > 0;
  const own = draft.citationKey ?? '';
  if (own === '') return citationKey(draft.item, taken, pattern);
  for (let place = 0; ; place++) {
    const key = own + suffix(place);
    if (!taken(key)) return key;
  }
}

/** Nothing, then `-2`, `-3`, …: no letter, which would read as part of the key. */
const suffix = (place: number): string => (place === 0 ? '' : `-${place + 1}`);
