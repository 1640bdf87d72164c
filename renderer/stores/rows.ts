import { create } from 'zustand';
import type { PaperRow, QueryHandle } from '../../src/contract/views.ts';
import { call } from '../client/client.ts';
import { sameRows } from './same-rows.ts';

export const PAGE = 50;
/** Pages kept besides those in sight; 80 are 4,000 rows. */
const KEPT = 80;

export type Pages = ReadonlyMap<number, readonly PaperRow[]>;

/** The rows at hand of the list in sight. They change together with the handle they belong to. */
export const useRows = create<{ handle: QueryHandle | null; pages: Pages }>(() => ({ handle: null, pages: new Map() }));

/** The places in sight, first and last. */
let sight = { from: 0, to: 0 };
let working = false;

const pageOf = (index: number): number => Math.floor(index / PAGE);
const inSight = (): number[] => {
  const pages = [];
  for (let page = pageOf(Math.max(0, sight.from)); page <= pageOf(sight.to); page++) pages.push(page);
  return pages;
};

/** The row at a place, when it is at hand. */
export const rowIn = (pages: Pages, index: number): PaperRow | undefined => pages.get(pageOf(index))?.[index % PAGE];
export const rowAt = (index: number): PaperRow | undefined => rowIn(useRows.getState().pages, index);

/** The rows near those in sight, by id. */
function atHand(): Map<string, PaperRow> {
  const { pages } = useRows.getState();
  return new Map(inSight().flatMap((page) => pages.get(page) ?? []).map((row) => [row.id, row]));
}

/** One page of a list; null when the list is out of date. */
export async function fetchPage(handle: QueryHandle, page: number): Promise<readonly PaperRow[] | null> {
  if (page * PAGE >= handle.total) return [];
  const answer = await call('papers.rows', { query: handle.query, version: handle.version, from: page * PAGE, count: PAGE });
  return answer.ok ? sameRows(answer.value, atHand()) : null;
}

/** How many rows to ask for together with a list: its first page, when that is in sight. */
export const firstRows = (): number => (sight.from < PAGE ? PAGE : 0);

/** The pages in sight of a new list, together, so that it appears whole. `first`: rows that came with it. */
export async function fetchSight(handle: QueryHandle, first: readonly PaperRow[]): Promise<Pages | null> {
  const last = pageOf(Math.max(0, handle.total - 1));
  const wanted = [...new Set(inSight().map((page) => Math.min(page, last)))];
  const found = await Promise.all(wanted.map(async (page) => ({ page, rows: page === 0 && first.length > 0 ? sameRows(first, atHand()) : await fetchPage(handle, page) })));
  const pages = new Map<number, readonly PaperRow[]>();
  for (const { page, rows } of found) {
    if (rows === null) return null;
    pages.set(page, rows);
  }
  return pages;
}

function keep(page: number, rows: readonly PaperRow[]): void {
  const pages = new Map(useRows.getState().pages);
  pages.set(page, rows);
  const far = [...pages.keys()].sort((a, b) => Math.abs(b - pageOf(sight.from)) - Math.abs(a - pageOf(sight.from)));
  for (const one of far.slice(0, Math.max(0, pages.size - KEPT))) pages.delete(one);
  useRows.setState({ pages });
}

/** Fetches what is missing in sight, a page at a time: pages that were scrolled past meanwhile are never asked for. */
async function fill(): Promise<void> {
  for (;;) {
    const { handle, pages } = useRows.getState();
    const missing = inSight().find((page) => !pages.has(page));
    if (handle === null || missing === undefined || missing * PAGE >= handle.total) return;
    const rows = await fetchPage(handle, missing);
    if (useRows.getState().handle !== handle) continue;
    if (rows === null) return;
    keep(missing, rows);
  }
}

/** Says which places are in sight. */
export function see(from: number, to: number): void {
  sight = { from, to };
  if (working) return;
  working = true;
  void fill().finally(() => { working = false; });
}

/** A list begins at its top again. */
export const seeTop = (): void => { sight = { from: 0, to: Math.min(sight.to - sight.from, PAGE - 1) }; };
