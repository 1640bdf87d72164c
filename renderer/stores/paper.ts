import { useEffect } from 'react';
import { create } from 'zustand';
import type { SheafError } from '../../src/contract/errors.ts';
import type { PaperDetail } from '../../src/contract/views.ts';
import { call, on } from '../client/client.ts';
import { readPaper, useSelection } from './selection.ts';
import { spaced } from './spaced.ts';
import { quietIn } from './typing.ts';

/** How many papers stay at hand, so that going back and forth in a list shows them without a wait. */
const KEPT = 60;

interface PaperState { details: ReadonlyMap<string, PaperDetail>; errors: ReadonlyMap<string, SheafError> }

const usePapers = create<PaperState>(() => ({ details: new Map(), errors: new Map() }));

/** The paper to show: the focused one, but while words are typed the one from before, so that it does not flicker from letter to letter. */
const useShown = create<{ id: string | null }>(() => ({ id: null }));
const asked = new Map<string, number>();
let turn = 0;

/** Fetches one paper; of several answers for the same paper only the newest question's counts. */
export async function fetchPaper(id: string): Promise<void> {
  const mine = ++turn;
  asked.set(id, mine);
  const answer = await call('papers.get', { id });
  if (asked.get(id) !== mine) return;
  asked.delete(id);
  const { details, errors } = usePapers.getState();
  const nextDetails = new Map(details);
  const nextErrors = new Map(errors);
  nextDetails.delete(id);
  nextErrors.delete(id);
  if (answer.ok) nextDetails.set(id, answer.value);
  else nextErrors.set(id, answer.error);
  for (const key of nextDetails.keys()) if (nextDetails.size > KEPT && !shown.has(key)) nextDetails.delete(key);
  usePapers.setState({ details: nextDetails, errors: nextErrors });
}

/** Papers that changed since they were last fetched again; null is all of them. */
let outdated: Set<string> | null = new Set();

/** How many views show each paper. */
const shown = new Map<string, number>();

function beginShowing(id: string): () => void {
  shown.set(id, (shown.get(id) ?? 0) + 1);
  return () => {
    const left = (shown.get(id) ?? 1) - 1;
    if (left > 0) shown.set(id, left);
    else shown.delete(id);
  };
}

/** What changed is forgotten; the papers that are shown stay until they are here again. */
function forget(): void {
  const { details, errors } = usePapers.getState();
  const ids = outdated ?? new Set([...details.keys(), ...errors.keys()]);
  outdated = new Set();
  const stays = ([id]: [string, unknown]): boolean => !ids.has(id) || (shown.has(id) && details.has(id));
  usePapers.setState({ details: new Map([...details].filter(stays)), errors: new Map([...errors].filter(stays)) });
  for (const id of shown.keys()) if (ids.has(id)) void fetchPaper(id);
}

/** The paper shown follows the focus, once the typing is over. A store of its own: what shows it is not drawn anew for each letter. */
function followFocus(): void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const showFocused = (): void => { useShown.setState({ id: useSelection.getState().focused }); };
  showFocused();
  useSelection.subscribe(({ focused }, before) => {
    if (focused === before.focused) return;
    clearTimeout(later);
    const wait = quietIn();
    if (wait === 0) showFocused();
    else later = setTimeout(showFocused, wait);
  });
}

/** Keeps papers current from now on; another library has other papers. */
export function followPapers(): void {
  followFocus();
  const forgetSoon = spaced(forget);
  on('changed', ({ papers }) => {
    if (papers === null) outdated = null;
    for (const id of papers ?? []) outdated?.add(id);
    forgetSoon();
  });
  on('library', ({ state, same }) => {
    if (!same) return usePapers.setState({ details: new Map(), errors: new Map() });
    outdated = null;
    if (state === 'open') forget();
  });
}

/** A paper that is at hand, outside of React. */
export const paperAtHand = (id: string): PaperDetail | null => usePapers.getState().details.get(id) ?? null;

/** Fetches papers that will be shown next, so that they are there when they are. */
export function prefetch(ids: readonly string[]): void {
  const { details, errors } = usePapers.getState();
  for (const id of ids) if (!details.has(id) && !errors.has(id) && !asked.has(id)) void fetchPaper(id);
}

/** The focused paper with everything that belongs to it. `detail` is null while it is on its way. */
export function usePaper(): { id: string | null; detail: PaperDetail | null; error: SheafError | null } {
  return usePaperOf(useShown((state) => state.id));
}

/** One paper with everything that belongs to it, fetched when it is not at hand. `detail` is null while it is on its way. */
export function usePaperOf(id: string | null): { id: string | null; detail: PaperDetail | null; error: SheafError | null } {
  const detail = usePapers((state) => (id === null ? null : state.details.get(id) ?? null));
  const error = usePapers((state) => (id === null ? null : state.errors.get(id) ?? null));
  useEffect(() => (id === null ? undefined : beginShowing(id)), [id]);
  useEffect(() => {
    if (id !== null && detail === null && error === null && !asked.has(id)) void fetchPaper(id);
  }, [id, detail, error]);
  return { id, detail, error };
}

/** The focused paper outside of React, when it is at hand. */
export function focusedPaper(): PaperDetail | null {
  const focused = readPaper();
  return focused === null ? null : usePapers.getState().details.get(focused) ?? null;
}
