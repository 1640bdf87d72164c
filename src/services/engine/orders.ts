import type { SortField } from '../../library/sort.ts';
import { compare } from '../../library/sort.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Paper } from '../../model/paper.ts';

interface Order { ids: string[]; stale: Set<string> }

/** Papers that are looked up one by one; more are sorted in. */
const FEW = 500;

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
    if (order.stale.size > 0) this.#orders.set(key, { ids: this.#inPlace(order, by) ? order.ids : this.#placed(order, by), stale: new Set() });
    return this.#orders.get(key)?.ids ?? [];
  }

  /** Whether the papers that changed stand where they belong, as most edits leave them: each found at its place, between neighbours in order. */
  #inPlace({ ids, stale }: Order, by: (one: Paper, other: Paper) => number): boolean {
    const inOrder = (before: string | undefined, after: string | undefined): boolean => {
      const [one, other] = [this.state.paper.get(before ?? ''), this.state.paper.get(after ?? '')];
      return before === undefined || after === undefined || (one !== undefined && other !== undefined && by(one, other) <= 0);
    };
    if (stale.size > FEW) return false;
    for (const id of stale) {
      const paper = this.state.paper.get(id);
      if (!paper) return false;
      const at = this.#placeOf(ids, paper, 0, by) - 1;
      if (ids[at] !== id || !inOrder(ids[at - 1], id) || !inOrder(id, ids[at + 1])) return false;
    }
    return true;
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
