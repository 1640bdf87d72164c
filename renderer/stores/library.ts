import { create } from 'zustand';
import type { Overview } from '../../src/contract/views.ts';
import type { Output } from '../../src/contract/contract.ts';
import { call, on } from '../client/client.ts';
import { latest } from './latest.ts';
import { spaced } from './spaced.ts';

interface LibraryState {
  /** `starting` until the main process has said where things stand. */
  state: Output<'library.state'>['state'] | 'starting';
  folder: string;
  suggested: string;
  error: { code: string; message: string } | null;
  overview: Overview | null;
}

/** The open library as the sidebar shows it: name, counts, tags, collections, what can be undone. */
export const useLibrary = create<LibraryState>(() => ({ state: 'starting', folder: '', suggested: '', error: null, overview: null }));

/** Fetches the overview again; many calls in a row become two. */
export const refreshOverview = latest(async () => {
  const answer = await call('library.overview', {});
  if (answer.ok) useLibrary.setState({ overview: answer.value });
});

/** Asks whether a library is open, and for its overview when one is. */
export async function refreshLibrary(): Promise<void> {
  const answer = await call('library.state', {});
  if (!answer.ok) return useLibrary.setState({ state: 'failed', error: answer.error, overview: null });
  const { state, folder, suggested, error } = answer.value;
  useLibrary.setState({ state, folder, suggested, error: error ?? null, ...(state === 'open' ? {} : { overview: null }) });
  if (state === 'open') await refreshOverview();
}

/** Follows the library from now on. */
export function followLibrary(): Promise<void> {
  on('library', () => void refreshLibrary());
  on('changed', spaced(() => void refreshOverview()));
  return refreshLibrary();
}
