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
  /** Who has the library that is being opened, and must leave it first. */
  waitingFor: Output<'library.state'>['waitingFor'] | null;
  overview: Overview | null;
}

/**
 * Whether the library is in front of the person, if only for a moment without its engine. The window is there while the
 * engine still reads the library, so that its papers need only be put in; one that is waited for is not.
 */
export const isShown = ({ state, waitingFor }: Pick<LibraryState, 'state' | 'waitingFor'>): boolean => state === 'open' || state === 'restarting' || (state === 'opening' && waitingFor === null);

/** The open library as the sidebar shows it: name, counts, tags, collections, what can be undone. */
export const useLibrary = create<LibraryState>(() => ({ state: 'starting', folder: '', suggested: '', error: null, waitingFor: null, overview: null }));

/** Fetches the overview again; many calls in a row become two. */
export const refreshOverview = latest(async () => {
  const answer = await call('library.overview', {});
  if (answer.ok) useLibrary.setState({ overview: answer.value });
});

/** Asks whether a library is open, and for its overview when one is. */
export async function refreshLibrary(): Promise<void> {
  const answer = await call('library.state', {});
  if (!answer.ok) return useLibrary.setState({ state: 'failed', error: answer.error, overview: null });
  const { state, folder, suggested, error, waitingFor } = answer.value;
  useLibrary.setState({ state, folder, suggested, error: error ?? null, waitingFor: waitingFor ?? null, ...(state === 'open' || state === 'restarting' ? {} : { overview: null }) });
  if (state === 'open') await refreshOverview();
}

/** Follows the library from now on. */
export function followLibrary(): Promise<void> {
  on('library', () => void refreshLibrary());
  on('changed', spaced(() => void refreshOverview()));
  return refreshLibrary();
}

type TagById = ReadonlyMap<string, Overview['tags'][number]>;
let tagById: TagById = new Map();

/** Tags by id, for showing their names and colours: the same map for as long as these are the same, whatever the counts. */
export const useTagById = (): TagById => useLibrary(({ overview }) => {
  const tags = overview?.tags ?? [];
  const same = tags.length === tagById.size && tags.every(({ id, name, colour }) => tagById.get(id)?.name === name && tagById.get(id)?.colour === colour);
  if (!same) tagById = new Map(tags.map((tag) => [tag.id, tag]));
  return tagById;
});
