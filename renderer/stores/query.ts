import type { PaperQuery, QueryHandle } from '../../src/contract/views.ts';
import { call, on } from '../client/client.ts';
import { latest } from './latest.ts';
import { fetchPage, fetchSight, firstRows, PAGE, rowAt, rowIn, seeTop, useRows } from './rows.ts';
import type { Pages } from './rows.ts';
import { nothingChosen, useSelection } from './selection.ts';
import { spaced } from './spaced.ts';

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
  void runQuery();
}

let sortBefore: PaperQuery['sort'] = 'added';

/** Filters by the words typed: the best first while there are words, the chosen order again when there are none. */
export function filter(text: string): void {
  const { query } = useSelection.getState();
  if (text === query.text) return;
  if (query.text === '') sortBefore = query.sort;
  const sort = text === '' ? sortBefore : query.text === '' ? 'relevance' : query.sort;
  ask({ text, sort });
}

/** Shows one place of the library. */
export const go = (scope: PaperQuery['scope']): void => {
  const { query } = useSelection.getState();
  ask({ scope, text: '', sort: query.text === '' ? query.sort : sortBefore });
};

/** Keeps the list current from now on. */
export function followQuery(): void {
  const again = spaced(() => void runQuery());
  on('changed', again);
  on('indexed', again);
  on('library', ({ state, same }) => {
    if (same) return state === 'open' ? void runQuery() : undefined;
    useRows.setState({ handle: null, pages: new Map() });
    useSelection.setState({ handle: null, focused: null, index: -1, anchor: -1, chosen: nothingChosen });
    if (state === 'open') ask({ scope: { in: 'all' }, text: '', sort: 'added' });
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
