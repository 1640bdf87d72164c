import { create } from 'zustand';
import { manuscriptOf } from '../../src/citation/manuscript.ts';
import type { SheafError } from '../../src/contract/errors.ts';
import type { ManuscriptView, RecentManuscripts } from '../../src/contract/manuscripts.ts';
import { call, on } from '../client/client.ts';
import { latest } from './latest.ts';
import { spaced } from './spaced.ts';
import { sayError } from './toasts.ts';
import { show, useView } from './view.ts';

interface State {
  /** The manuscript that is looked at, by its path, and what it cites as it lies there now. */
  file: string | null;
  view: ManuscriptView | null;
  error: SheafError | null;
  recent: RecentManuscripts;
}

/** The manuscripts that one writes, and the one in front of the user. */
export const useManuscripts = create<State>(() => ({ file: null, view: null, error: null, recent: [] }));

const look = latest(async () => {
  const { file } = useManuscripts.getState();
  if (file === null) return;
  const answer = await call('manuscript.look', { file });
  if (useManuscripts.getState().file !== file) return;
  if (answer.ok) useManuscripts.setState({ view: answer.value, error: null });
  else useManuscripts.setState({ view: null, error: answer.error });
});

async function recall(change: { used?: string; forget?: string } = {}): Promise<void> {
  const answer = await call('manuscript.recent', change);
  if (answer.ok) useManuscripts.setState({ recent: answer.value });
  else sayError(answer.error);
}

/** Shows what a manuscript cites; it must have been chosen, dropped or opened before. */
export async function openManuscript(file: string): Promise<void> {
  useManuscripts.setState((state) => ({ file, view: state.file === file ? state.view : null, error: null }));
  show('manuscripts');
  await Promise.all([recall({ used: file }), look()]);
}

/** Asks for a manuscript in the system's dialog. */
export async function chooseManuscript(): Promise<void> {
  const answer = await call('manuscript.choose', {});
  if (!answer.ok) sayError(answer.error);
  else if (answer.value !== null) await openManuscript(answer.value.file);
}

/** Back to those that were looked at before. */
export const closeManuscript = (): void => { useManuscripts.setState({ file: null, view: null, error: null }); };

/** Takes one out of those that are remembered; the file stays. */
export const forgetManuscript = (file: string): Promise<void> => recall({ forget: file });

/** Follows the manuscript and the library for as long as it is looked at. */
export function followManuscript(): () => void {
  void recall();
  void look();
  const again = spaced(() => void look());
  const deaf = [on('manuscript', ({ file }) => { if (file === useManuscripts.getState().file) again(); }), on('changed', again)];
  return () => { for (const stop of deaf) stop(); };
}

/** Text that may as well be a list of papers: it counts as a manuscript where it cites by keys. */
const EITHER = /\.(?:md|markdown|txt)$/i;
const CITES = /(?:^|[\s[;(])-?@[\p{L}\p{N}_{]/mu;
/** As much of a text as is looked at, bytes. */
const HEAD = 400_000;

/** Whether a file by its name, and where that does not tell by its text, is a manuscript. */
export async function isManuscriptFile(file: File): Promise<boolean> {
  if (EITHER.test(file.name)) return useView.getState().place === 'manuscripts' || (!/\.txt$/i.test(file.name) && CITES.test(await file.slice(0, HEAD).text()));
  return isManuscriptName(file.name);
}

/** Whether a name alone says that it is a manuscript. */
export const isManuscriptName = (name: string): boolean => /\.docx$/i.test(name) || (!EITHER.test(name) && manuscriptOf(name) !== null);
