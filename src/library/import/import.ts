import { citationKey } from '../../citation/key.ts';
import type { Change } from '../../model/change.ts';
import type { Paper } from '../../model/paper.ts';
import type { Context } from '../command.ts';
import type { DraftRead } from '../draft.ts';
import { under } from '../multi-map.ts';
import type { LibraryState } from '../state.ts';
import { belongings } from './belongings.ts';
import { joinChanges } from './join.ts';
import { Names } from './names.ts';

export interface ImportInput { drafts: DraftRead[]; joins: { index: number; into: string }[] }
export interface Imported { changes: Change[]; papers: string[]; joined: number }

/** Turns drafts into the changes of one command, draft by draft: it yields how many are done, so that a caller may pause. */
export function* importSteps(state: LibraryState, { drafts, joins }: ImportInput, context: Context): Generator<number, Imported> {
  const names = new Names(state, context.newId);
  const keys = new Set<string>();
  const into = new Map(joins.map((join) => [join.index, join.into]));
  const imported: Imported = { changes: [], papers: [], joined: 0 };
  for (const [index, draft] of drafts.entries()) {
    const target = state.paper.get(into.get(index) ?? '');
    if (target) {
      imported.changes.push(...joinChanges(state, target, draft, names, context));
      imported.joined++;
    } else {
      const paper = paperOf(state, draft, names, keys, context);
      imported.papers.push(paper.id);
      imported.changes.push({ op: 'put', table: 'paper', id: paper.id, record: paper }, ...belongings(paper.id, draft, context));
    }
    yield index + 1;
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

function paperOf(state: LibraryState, draft: DraftRead, names: Names, keys: Set<string>, { now, newId }: Context): Paper {
  const key = ownKey(state, draft, keys);
  keys.add(key);
  return {
    id: newId(), item: draft.item, citationKey: key,
    tags: names.tags(draft.tags ?? []), collections: names.collections(draft.collections ?? []),
    status: draft.status ?? 'inbox', links: draft.links ?? [],
    ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}),
    ...(draft.origin ? { origin: { ...draft.origin, at: now } } : {}),
    ...(draft.doubts && Object.keys(draft.doubts).length ? { doubts: draft.doubts } : {}),
    added: now, changed: now,
  };
}

/** The file's own key where no other paper has it, else one made from the item. */
function ownKey(state: LibraryState, draft: DraftRead, keys: Set<string>): string {
  const taken = (key: string): boolean => keys.has(key) || under(state.index.key, key).size > 0;
  const own = draft.citationKey ?? '';
  return own !== '' && !taken(own) ? own : citationKey(draft.item, taken);
}
