import { create } from 'zustand';
import type { PaperQuery, QueryHandle, Selection } from '../../src/contract/views.ts';
import type { SheafError } from '../../src/contract/errors.ts';

/** The papers picked out in the list: by id, or the whole query but for some. */
export type Chosen = { all: false; ids: ReadonlySet<string> } | { all: true; except: ReadonlySet<string> };

interface SelectionState {
  query: PaperQuery;
  handle: QueryHandle | null;
  error: SheafError | null;
  /** The paper that is shown, and its place in the list (-1 when it is not in it). */
  focused: string | null;
  index: number;
  /** Where a range began. */
  anchor: number;
  chosen: Chosen;
  /** The one paper meant while a view shows papers one by one, whatever the list says. */
  meant: string | null;
}

export const nothingChosen: Chosen = { all: false, ids: new Set() };

/** What the list shows and which of it is meant. */
export const useSelection = create<SelectionState>(() => ({
  query: { scope: { in: 'all' }, tags: [], text: '', pdfs: false, sort: 'added', descending: true },
  handle: null, error: null, focused: null, index: -1, anchor: -1, chosen: nothingChosen, meant: null,
}));

/** The paper that is read: the one meant, else the focused one. */
export const readPaper = (): string | null => useSelection.getState().meant ?? useSelection.getState().focused;

/** How many papers an action would be for. */
export function chosenCount(): number {
  const { chosen, handle, focused, meant } = useSelection.getState();
  if (meant !== null) return 1;
  if (chosen.all) return Math.max(0, (handle?.total ?? 0) - chosen.except.size);
  return chosen.ids.size > 0 ? chosen.ids.size : focused === null ? 0 : 1;
}

/** The papers an action is for, as the contract takes them; null when there are none. */
export function currentSelection(): Selection | null {
  const { chosen, handle, focused, meant } = useSelection.getState();
  if (meant !== null) return { ids: [meant] };
  if (chosen.all) return handle === null || chosenCount() === 0 ? null : { query: handle.query, except: [...chosen.except] };
  if (chosen.ids.size > 0) return { ids: [...chosen.ids] };
  return focused === null ? null : { ids: [focused] };
}

/** Whether a paper is picked out (not: merely focused). */
export const isChosen = (chosen: Chosen, id: string): boolean => (chosen.all ? !chosen.except.has(id) : chosen.ids.has(id));

/** Shows a paper, wherever it is in the list. */
export const focusPaper = (id: string, index = -1): void => useSelection.setState({ focused: id, index, anchor: index, chosen: nothingChosen });
