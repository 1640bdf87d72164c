import { create } from 'zustand';
import { call, on } from '../client/client.ts';
import { chosenCount, currentSelection, nothingChosen, useSelection } from './selection.ts';
import { sayError } from './toasts.ts';
import { show, useView } from './view.ts';

/** As many abstracts stand side by side. */
export const FEWEST = 2;
export const MOST = 4;

/** The papers that are compared, and which of them keys are for. */
export const useCompare = create<{ ids: readonly string[]; at: number }>(() => ({ ids: [], at: 0 }));

/** Whether what is picked out can be compared. */
export const isComparable = (): boolean => { const count = chosenCount(); return count >= FEWEST && count <= MOST; };

/** The column that keys are for. */
export function compareAt(at: number): void {
  const { ids } = useCompare.getState();
  const place = Math.min(Math.max(0, at), ids.length - 1);
  useCompare.setState({ at: place });
  useSelection.setState({ meant: ids[place] ?? null });
}

/** Puts the picked papers side by side. */
export async function startCompare(): Promise<void> {
  const selection = currentSelection();
  if (selection === null) return;
  const answer = await call('papers.ids', { selection, most: MOST });
  if (!answer.ok) return sayError(answer.error);
  useCompare.setState({ ids: answer.value.ids, at: 0 });
  show('compare');
  compareAt(0);
}

/** Takes one paper out; with only one left there is nothing to compare. */
export function dropFromCompare(id: string): void {
  const ids = useCompare.getState().ids.filter((one) => one !== id);
  if (ids.length < FEWEST) return show('papers');
  useCompare.setState({ ids });
  compareAt(Math.min(useCompare.getState().at, ids.length - 1));
}

/** Keeps the comparison true from now on. */
export function followCompare(): void {
  on('library', ({ same }) => {
    if (same) return;
    useCompare.setState({ ids: [], at: 0 });
    if (useView.getState().place === 'compare') show('papers');
  });
  useView.subscribe(({ place }, before) => { if (place !== before.place && before.place === 'compare') useSelection.setState({ meant: null, chosen: nothingChosen }); });
}
