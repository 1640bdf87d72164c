import { create } from 'zustand';
import type { Found, Shown, Viewer } from './viewer.ts';

export type Panel = 'pages' | 'outline' | 'marks';
/** What is put on a page by pointing at it. */
export type Tool = 'note' | 'text' | 'area';
export interface Finding { query: string; matchCase: boolean; wholeWords: boolean }

interface ReaderState {
  /** The viewer on screen; null while there is none. */
  viewer: Viewer | null;
  /** The file it shows. */
  attachment: string | null;
  /** What opened it where it was locked: kept as long as it is shown, and nowhere else. */
  password: string | null;
  shown: Shown | null;
  panel: Panel | null;
  tool: Tool | null;
  /** What is looked for; null while the bar is closed. */
  finding: Finding | null;
  found: Found;
  /** Counts how often the find field was asked for: it takes the focus each time. */
  asked: number;
}

/** A page of the PDF on screen, with what the file calls it where that is not its number. */
export function pageAs(page: number): { page: number; label?: string } {
  const label = useReader.getState().shown?.labels?.[page - 1]?.trim().slice(0, 40) ?? '';
  return label === '' || label === String(page) ? { page } : { page, label };
}

const nothing: Found = { current: 0, total: 0, searching: false };

/** The PDF being read: what its bar, panels and keys share. */
export const useReader = create<ReaderState>(() => ({ viewer: null, attachment: null, password: null, shown: null, panel: null, tool: null, finding: null, found: nothing, asked: 0 }));

/** Opens the find bar, or gives it the focus again; the words given, else those that are selected, are looked for. */
export function openFind(words?: string): void {
  const { finding, asked } = useReader.getState();
  const selected = document.getSelection()?.toString().replace(/\s+/g, ' ').trim() ?? '';
  const query = words ?? (selected !== '' && selected.length <= 200 ? selected : finding?.query ?? '');
  useReader.setState({ finding: { matchCase: false, wholeWords: false, ...finding, query }, asked: asked + 1 });
  if (query !== '') look({ query });
}

/** Looks for something else, or in another way. */
export function look(change: Partial<Finding>): void {
  const { finding, viewer } = useReader.getState();
  if (finding === null) return;
  const next = { ...finding, ...change };
  // pdf.js begins to look a moment after it is asked: until it has told, nothing is known, and "no hits" would be a lie.
  useReader.setState({ finding: next, found: { ...nothing, searching: next.query !== '' } });
  viewer?.find({ ...next, again: false, previous: false });
}

/** The next hit, or the one before. */
export function findAgain(previous: boolean): void {
  const { finding, viewer } = useReader.getState();
  if (finding === null || finding.query === '') openFind();
  else viewer?.find({ ...finding, again: true, previous });
}

/** Closes the bar; the hit that was shown stays in view. */
export function closeFind(): void {
  useReader.getState().viewer?.find(null);
  useReader.setState({ finding: null, found: nothing });
  document.querySelector<HTMLElement>('.pdf-pages')?.focus();
}

export const togglePanel = (panel: Panel): void => { useReader.setState((state) => ({ panel: state.panel === panel ? null : panel })); };
