import type { PaperQuery, QueryHandle } from '../../src/contract/views.ts';
import { call, on } from '../client/client.ts';
import { latest } from './latest.ts';
import { fetchPage, fetchSight, firstRows, PAGE, rowAt, rowIn, seeTop, useRows } from './rows.ts';
import type { Pages } from './rows.ts';
import { nothingChosen, useSelection } from './selection.ts';
import { useSettings } from './settings.ts';
import { spaced } from './spaced.ts';
import { noteTyping } from './typing.ts';

/** Where the focused paper is in a list that changed; a paper that left it hands the focus to its neighbour. */
async function placeFocus(handle: QueryHandle, pages: Pages): Promise<{ focused: string | null; index: number }> {
  const { focused, index } = useSelection.getState();
  if (focused !== null) {
    const near = rowIn(pages, index);
    if (near?.id === focused) return { focused, index };
    const answer = await call('papers.place', { query: handle.query, id: focused });
    if (answer.ok && answer.value.index >= 0) return { focused, index: answer.value.index };
  }
  const next = Math.min(Math.max(index, 0), handle.total - 1);
  if (next < 0) return { focused: null, index: -1 };
  const row = rowIn(pages, next) ?? (await fetchPage(handle, Math.floor(next / PAGE)))?.[next % PAGE];
  return { focused: row?.id ?? null, index: row === undefined ? -1 : next };
}

/** Asks for the list again. Of many calls in a row (typing, a burst of changes) only the last one's answer is shown. */
export const runQuery = latest(async () => {
  const { query } = useSelection.getState();
  const outdated = (): boolean => useSelection.getState().query !== query;
  const answer = await call('papers.query', { ...query, first: firstRows() });
  if (outdated()) return;
  if (!answer.ok) return useSelection.setState({ error: answer.error });
  const { rows, ...handle } = answer.value;
  const pages = await fetchSight(handle, rows);
  if (pages === null || outdated()) return;
  const focus = await placeFocus(handle, pages);
  if (outdated()) return;
  useRows.setState({ handle, pages });
  useSelection.setState({ handle, error: null, ...focus });
});

/** Shows another list. Words typed lead to its top and first paper, since following the old focus could lead far down; without words the focus stays with its paper. */
export function ask(change: Partial<PaperQuery>): void {
  const { query } = useSelection.getState();
  seeTop();
  useSelection.setState({ query: { ...query, ...change }, ...(change.text ? { focused: null } : {}), index: -1, anchor: -1, chosen: nothingChosen });
  keepOrder(change);
  void runQuery();
}

/** The order stays what it is when Sheaf is opened again. */
function keepOrder({ sort, descending }: Partial<PaperQuery>): void {
  const { query } = useSelection.getState();
  const { settings, set } = useSettings.getState();
  if ((sort === undefined && descending === undefined) || query.sort === 'relevance' || (query.sort === settings.order.sort && query.descending === settings.order.descending)) return;
  void set({ order: { sort: query.sort, descending: query.descending } });
}

/** Looks for the words in the text of PDFs too, or no longer. */
export const togglePdfs = (): void => { ask({ pdfs: !useSelection.getState().query.pdfs }); };

let sortBefore: PaperQuery['sort'] = 'added';

/** Filters by the words typed: the best first while there are words, the chosen order again when there are none. */
export function filter(text: string): void {
  const { query } = useSelection.getState();
  if (text === query.text) return;
  noteTyping();
  if (query.text === '') sortBefore = query.sort;
  const sort = text === '' ? sortBefore : query.text === '' ? 'relevance' : query.sort;
  ask({ text, sort });
}

/** Shows one place of the library. */
export const go = (scope: PaperQuery['scope']): void => {
  const { query } = useSelection.getState();
  ask({ scope, tags: [], text: '', sort: query.text === '' ? query.sort : sortBefore });
};

/** Narrows the list to papers that have one more tag, or no longer asks for it. */
export function alsoTag(tag: string): void {
  const { scope, tags } = useSelection.getState().query;
  const asked = scope.in === 'tag' ? [scope.tag, ...tags] : tags;
  const next = asked.includes(tag) ? asked.filter((one) => one !== tag) : [...asked, tag];
  const [only] = next;
  if (scope.in === 'tag' || scope.in === 'untagged') ask(next.length === 1 && only !== undefined ? { scope: { in: 'tag', tag: only }, tags: [] } : { scope: { in: 'all' }, tags: next });
  else ask({ tags: next });
}

/** Leads to a paper, where it is in the list, else in the list of all. */
export function goToPaper(id: string): void {
  const { handle } = useRows.getState();
  const other = (): void => {
    useSelection.setState({ focused: id });
    go({ in: 'all' });
  };
  if (handle === null) return other();
  void call('papers.place', { query: handle.query, id }).then((answer) => {
    if (answer.ok && answer.value.index >= 0) void focusAt(answer.value.index);
    else other();
  });
}

/** Keeps the list current from now on. */
export function followQuery(): void {
  const again = spaced(() => void runQuery());
  on('changed', again);
  on('indexed', again);
  on('library', ({ state, same }) => {
    if (same) return state === 'open' ? void runQuery() : undefined;
    useRows.setState({ handle: null, pages: new Map() });
    useSelection.setState({ handle: null, focused: null, index: -1, anchor: -1, chosen: nothingChosen });
    if (state === 'open') ask({ scope: { in: 'all' }, tags: [], text: '', ...useSettings.getState().settings.order });
  });
}

/** Puts the focus on the paper at a place of the list. */
export async function focusAt(index: number): Promise<void> {
  const { handle } = useRows.getState();
  if (handle === null || handle.total === 0) return;
  const place = Math.min(Math.max(0, index), handle.total - 1);
  const row = rowAt(place) ?? (await fetchPage(handle, Math.floor(place / PAGE)))?.[place % PAGE];
  if (row !== undefined && useRows.getState().handle === handle) useSelection.setState({ focused: row.id, index: place });
}
