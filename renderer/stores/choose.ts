import { call } from '../client/client.ts';
import { focusAt } from './query.ts';
import { rowAt, useRows } from './rows.ts';
import { nothingChosen, useSelection } from './selection.ts';

/** Rows asked for at once when a range is longer than what is at hand. */
const MANY = 500;

/** Shows one paper and gives up what was picked out. */
export async function pick(index: number): Promise<void> {
  await focusAt(index);
  useSelection.setState(({ index: at }) => ({ anchor: at, chosen: nothingChosen }));
}

/** Picks out one more paper, or one less. The first time, the focused one counts in. */
export async function toggle(index: number): Promise<void> {
  const { chosen, focused } = useSelection.getState();
  await focusAt(index);
  const id = rowAt(index)?.id;
  if (id === undefined) return;
  const set = new Set(chosen.all ? chosen.except : chosen.ids);
  if (!chosen.all && set.size === 0 && focused !== null && focused !== id) set.add(focused);
  if (!set.delete(id)) set.add(id);
  useSelection.setState({ anchor: index, chosen: chosen.all ? { all: true, except: set } : { all: false, ids: set } });
}

async function idsBetween(from: number, to: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = from; at <= to; at += MANY) {
    const end = Math.min(to, at + MANY - 1);
    ids.push(...(await idsOf(at, end)));
  }
  return ids;
}

async function idsOf(from: number, to: number): Promise<string[]> {
  const known = [];
  for (let index = from; index <= to; index++) known.push(rowAt(index)?.id);
  if (known.every((id) => id !== undefined)) return known;
  const { handle } = useRows.getState();
  if (handle === null) return [];
  const answer = await call('papers.rows', { query: handle.query, version: handle.version, from, count: to - from + 1 });
  return answer.ok ? answer.value.map((row) => row.id) : [];
}

/** Picks out everything from where the range began to a place. */
export async function reach(index: number): Promise<void> {
  const { anchor, index: now } = useSelection.getState();
  const from = anchor >= 0 ? anchor : Math.max(0, now);
  const total = useRows.getState().handle?.total ?? 0;
  const to = Math.min(Math.max(0, index), total - 1);
  await focusAt(to);
  const ids = await idsBetween(Math.min(from, to), Math.max(from, to));
  useSelection.setState({ anchor: from, chosen: { all: false, ids: new Set(ids) } });
}

/** Picks out the whole list, however long, as the query it is. */
export const pickAll = (): void => useSelection.setState({ chosen: { all: true, except: new Set() } });
export const pickNone = (): void => useSelection.setState({ chosen: nothingChosen });
