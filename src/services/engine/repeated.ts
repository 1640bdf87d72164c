import type { Draft } from '../../formats/format.ts';
import { sameWork } from '../../library/duplicates.ts';
import { fold } from '../../library/fold.ts';
import { identifiersOf } from '../../identify/item-identifiers.ts';

/** The drafts that are copies of an earlier one in the same file. */
export function repeated(drafts: readonly Draft[]): Set<number> {
  const identifiers = new Set<string>();
  const titles = new Map<string, Draft[]>();
  const again = new Set<number>();
  for (const [index, draft] of drafts.entries()) {
    const own = identifiersOf(draft.item, draft.links);
    const title = fold(draft.item.title ?? '');
    const before = titles.get(title) ?? [];
    if (own.some((one) => identifiers.has(one)) || (title !== '' && before.some((other) => sameWork(draft.item, other.item)))) again.add(index);
    for (const one of own) identifiers.add(one);
    titles.set(title, [...before, draft]);
  }
  return again;
}
