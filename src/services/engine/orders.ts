import type { SortField } from '../../library/sort.ts';
import { compare } from '../../library/sort.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Paper } from '../../model/paper.ts';

interface Order { ids: string[]; stale: Set<string> }

/** All papers in an order, kept from one question to the next: a change costs its own papers a new place, at the next question. */
export class Orders {
  readonly #orders = new Map<string, Order>();

  constructor(readonly state: LibraryState) {}

  note(papers: Iterable<string>): void {
    for (const order of this.#orders.values()) for (const id of papers) order.stale.add(id);
  }

  get(field: SortField, descending: boolean): readonly string[] {
    const key = `${field} ${String(descending)}`;
    const order = this.#orders.get(key);
    const by = (one: Paper, other: Paper): number => compare(one, other, field, descending);
    if (!order) {
      const ids = [...this.state.paper.values()].sort(by).map(({ id }) => id);
      this.#orders.set(key, { ids, stale: new Set() });
      return ids;
    }
    if (order.stale.size > 0) this.#orders.set(key, { ids: this.#placed(order, by), stale: new Set() });
    return this.#orders.get(key)?.ids ?? [];
  }

  #placed({ ids, stale }: Order, by: (one: Paper, other: Paper) => number): string[] {
    const fresh = [...stale].flatMap((id) => this.state.paper.get(id) ?? []).sort(by);
    const kept = ids.filter((id) => !stale.has(id));
    const placed: string[] = [];
    let next = 0;
    for (const paper of fresh) {
      const at = this.#placeOf(kept, paper, next, by);
      for (; next < at; next++) placed.push(kept[next] ?? '');
      placed.push(paper.id);
    }
    return placed.concat(kept.slice(next));
  }

  #placeOf(ids: readonly string[], paper: Paper, from: number, by: (one: Paper, other: Paper) => number): number {
    let [low, high] = [from, ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.state.paper.get(ids[middle] ?? '');
      if (other && by(other, paper) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
