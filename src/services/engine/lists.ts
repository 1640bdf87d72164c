import type { PaperQuery, QueryHandle, Selection } from '../../contract/views.ts';
import type { Result } from '../../contract/errors.ts';
import { fail, ok } from '../../contract/errors.ts';
import { under } from '../../library/multi-map.ts';
import { compare } from '../../library/sort.ts';
import type { LibraryState } from '../../library/state.ts';
import { papersCited } from '../../library/cited.ts';
import { papersTagged } from '../../library/tag-family.ts';
import { Orders } from './orders.ts';
import type { ReadManuscript } from '../manuscripts/read.ts';
import type { PaperList } from './paper-list.ts';
import { WholeList } from './paper-list.ts';
import type { Texts } from './texts.ts';
import { TrashTexts } from './trash-texts.ts';

type LiveScope = Exclude<PaperQuery['scope'], { in: 'trash' }>;
interface List { handle: string; query: PaperQuery; found: PaperList; version: number; touched: Set<string> | null }

/** Lists that are remembered; the one not asked for the longest is forgotten first. */
const MOST = 32;

/** Lists of papers behind handles. A list is worked out when it is asked for and has changed; its version then grows. */
export class Lists {
  readonly #lists = new Map<string, List>();
  readonly #handles = new Map<string, string>();
  readonly #orders: Orders;
  readonly #trash: TrashTexts;
  /** The papers of imports, by the id of their command. */
  readonly imports = new Map<string, ReadonlySet<string>>();
  readonly #cited = new Map<string, ReadManuscript>();
  #last = 0;

  constructor(readonly state: LibraryState, readonly texts: Texts) {
    this.#orders = new Orders(state);
    this.#trash = new TrashTexts(state);
  }

  /** Papers changed, in a way that may move them in lists, into lists or out of them. */
  note(papers: ReadonlySet<string>): void {
    this.#orders.note(papers);
    for (const list of this.#lists.values()) for (const id of papers) list.touched?.add(id);
  }

  /** What a typed text finds has changed as a whole (the index is ready). */
  retext(): void {
    for (const list of this.#lists.values()) if (list.query.text.trim() !== '') list.touched = null;
  }

  /** A manuscript was read: what it cites, its list holds. */
  recite(file: string, read: ReadManuscript): void {
    if (this.#cited.get(file) === read) return;
    this.#cited.set(file, read);
    for (const list of this.#lists.values()) if (list.query.scope.in === 'cited' && list.query.scope.manuscript === file) list.touched = null;
  }

  open(query: PaperQuery): QueryHandle {
    const key = JSON.stringify([query.scope, query.tags, query.text, query.pdfs, query.sort, query.descending]);
    const known = this.#lists.get(this.#handles.get(key) ?? '');
    const list = known ?? { handle: `q${++this.#last}`, query, found: new WholeList([]), version: 0, touched: null };
    this.#handles.set(key, list.handle);
    this.#lists.delete(list.handle);
    this.#lists.set(list.handle, list);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > MOST && oldest !== undefined) this.#lists.delete(oldest);
    this.#refresh(list);
    return { query: list.handle, version: list.version, total: list.found.total, indexing: this.texts.indexing };
  }

  get(handle: string): Result<{ found: PaperList; version: number; text: string }> {
    const list = this.#lists.get(handle);
    if (!list) return fail('conflict', 'This list is no longer kept; ask for it again.', { retryable: true, details: { reason: 'list-gone' } });
    this.#refresh(list);
    return ok({ found: list.found, version: list.version, text: list.query.text });
  }

  /** The papers of a selection, in the order of its list. */
  resolve(selection: Selection): Result<string[]> {
    if ('ids' in selection) return ok(selection.ids);
    const list = this.get(selection.query);
    if (!list.ok) return list;
    const except = new Set(selection.except);
    return ok(list.value.found.all().filter((id) => !except.has(id)));
  }

  #refresh(list: List): void {
    if (list.touched?.size === 0) return;
    const found = this.#find(list.query);
    if (list.touched === null || differs(list.found, found, list.touched)) list.version++;
    list.found = found;
    list.touched = new Set();
  }

  #find({ scope, tags, text, pdfs, sort, descending }: PaperQuery): PaperList {
    const field = sort === 'relevance' ? 'added' : sort;
    const words = text.trim();
    if (scope.in === 'trash') return new WholeList(this.#trashed(words, tags, sort, descending));
    const inScope = this.#within(scope, tags);
    if (words !== '' && sort === 'relevance') return inScope === null ? this.texts.ranked(text, pdfs) : new WholeList(this.texts.ranked(text, pdfs).all().filter((id) => inScope.has(id)));
    const matches = words === '' ? null : this.texts.matches(text, pdfs);
    const order = this.#orders.get(field, descending);
    return new WholeList(inScope === null && matches === null ? order : order.filter((id) => (inScope === null || inScope.has(id)) && (matches === null || matches.has(id))));
  }

  /** The papers of a scope that have all the tags asked for; null is every paper. */
  #within(scope: LiveScope, tags: readonly string[]): ReadonlySet<string> | null {
    const sets = [this.#scope(scope), ...tags.map((tag) => papersTagged(this.state, tag))].flatMap((set) => set ?? []).sort((a, b) => a.size - b.size);
    const [smallest, ...others] = sets;
    if (smallest === undefined) return null;
    return others.length === 0 ? smallest : new Set([...smallest].filter((id) => others.every((set) => set.has(id))));
  }

  #scope(scope: LiveScope): ReadonlySet<string> | null {
    const { index, collection } = this.state;
    switch (scope.in) {
      case 'all': return null;
      case 'status': return under(index.status, scope.status);
      case 'tag': return papersTagged(this.state, scope.tag);
      case 'untagged': return under(index.tag, '');
      case 'cited': {
        const read = this.#cited.get(scope.manuscript);
        return read?.all ? null : new Set(read?.cited.flatMap((one) => papersCited(this.state, one)));
      }
      case 'import': return this.imports.get(scope.group) ?? new Set();
      case 'collection': {
        const query = collection.get(scope.collection)?.query;
        return query === undefined ? under(index.collection, scope.collection) : this.texts.matches(query);
      }
    }
  }

  #trashed(text: string, tags: readonly string[], sort: PaperQuery['sort'], descending: boolean): string[] {
    const found = text === '' ? null : this.#trash.ranked(text);
    const papers = (found ?? [...this.state.trash.paper.keys()]).flatMap((id) => this.state.trash.paper.get(id) ?? []).filter((paper) => tags.every((tag) => paper.tags.includes(tag)));
    const field = sort === 'relevance' || sort === 'added' ? 'changed' : sort;
    if (found === null || sort !== 'relevance') papers.sort((a, b) => compare(a, b, field, descending));
    return papers.map(({ id }) => id);
  }
}

/** Whether a list shows another thing than before: other papers, another order, or a paper that was touched. */
function differs(before: PaperList, after: PaperList, touched: ReadonlySet<string>): boolean {
  const [old, ids] = [before.all(), after.all()];
  // The same array is the whole library in an order that still holds: what was touched is in it.
  return ids === old || ids.length !== old.length || ids.some((id, at) => id !== old[at] || touched.has(id));
}
