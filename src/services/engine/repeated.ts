import type { Draft } from '../../formats/format.ts';
import { sameWork } from '../../library/duplicates.ts';
import { fold } from '../../library/fold.ts';
import { identifiersOf } from '../../identify/item-identifiers.ts';

/** Columns that a journal prints for decades have one title: of these the latest are compared. */
const MOST_COMPARED = 50;

/** The drafts that are copies of an earlier one of the same import, each with the first of its kind. */
export class Repeated {
  readonly #identifiers = new Map<string, number>();
  readonly #titles = new Map<string, { draft: Draft; index: number }[]>();

  /** The earlier draft that a draft is a copy of; the draft itself is known from now on. */
  of(draft: Draft, index: number): number | undefined {
    const own = identifiersOf(draft.item, draft.links);
    const title = fold(draft.item.title ?? '');
    const before = this.#titles.get(title) ?? [];
    const known = own.flatMap((one) => this.#identifiers.get(one) ?? [])[0] ?? (title === '' ? undefined : before.slice(-MOST_COMPARED).find((other) => sameWork(draft.item, other.draft.item))?.index);
    const first = known ?? index;
    for (const one of own) if (!this.#identifiers.has(one)) this.#identifiers.set(one, first);
    if (title !== '') { before.push({ draft, index: first }); this.#titles.set(title, before); }
    return known;
  }
}
