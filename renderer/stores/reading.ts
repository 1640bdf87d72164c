import { create } from 'zustand';
import type { Colour } from '../../src/model/annotation.ts';
import { chosenCount, useSelection } from './selection.ts';
import { useSettings } from './settings.ts';

export type Tab = 'abstract' | 'details' | 'pdf';

/** What the abstract on screen can do with the selected words, or else the sentence under focus. */
export interface Hands {
  mark: (kind: 'highlight' | 'underline') => void;
  comment: () => void;
  copy: () => void;
  /** Absent where words cannot be quoted or tagged by a key. */
  quote?: () => void;
  tag?: () => void;
  /** Absent where there are no sentences to step through. */
  step?: (by: 1 | -1) => void;
}

interface ReadingState {
  tab: Tab;
  /** The file that was chosen to be read; null is the paper's first. */
  file: string | null;
  /** The side pane: as the width allows, or as the reader said. */
  side: 'auto' | 'open' | 'closed';
  colour: Colour;
  /** The note that quotes go to; null is the paper's own. */
  quotesTo: string | null;
  editingNote: boolean;
  hands: Hands | null;
  /** A mark to be shown where it stands in its PDF. */
  wanted: string | null;
  /** A page of a PDF to be shown, and words to be marked on it. */
  page: { attachment: string; page: number; words: string } | null;
  /** A mark of the focused paper, or of the one that is on its way, to be shown wherever it stands. */
  passage: string | null;
}

/** How the focused paper is being read. */
export const useReading = create<ReadingState>(() => ({ tab: 'abstract', file: null, side: 'auto', colour: 'yellow', quotesTo: null, editingNote: false, hands: null, wanted: null, page: null, passage: null }));

/** Whether the layout has room for a paper besides the list. */
export const showsPaper = (): boolean => !['list', 'stream'].includes(useSettings.getState().settings.layout);

/** Whether what stands beside the list says how many papers are picked out, instead of showing one of them. */
export const showsSeveral = (): boolean => showsPaper() && useSelection.getState().meant === null && chosenCount() > 1;

/** Makes room for the paper beside the list where it has none. */
export const showPaperToo = (): void => { if (!showsPaper()) void useSettings.getState().set({ layout: 'beside' }); };

/** Shows a view of the focused paper. */
export function showTab(tab: Tab): void {
  showPaperToo();
  useReading.setState({ tab });
}
