import { create } from 'zustand';
import type { Selection } from '../../src/contract/views.ts';
import type { Status } from '../../src/model/paper.ts';
import { call, on } from '../client/client.ts';
import { paperAtHand, prefetch } from './paper.ts';
import { goToPaper } from './query.ts';
import { useRows } from './rows.ts';
import { nothingChosen, useSelection } from './selection.ts';
import { say, sayError } from './toasts.ts';
import { show, useView } from './view.ts';

/** Papers fetched before they are shown: a key leads to an abstract that is there already. */
const AHEAD = 4;

/** How a paper stood when it was first shown. */
export interface Before { title: string; status: Status; rating: number; tags: readonly string[] }
/** Something decided, and the revision of the library after it; null while it is on its way. */
export interface Decided { id: string; revision: number | null }

interface TriageState {
  /** The papers of this sitting, fixed when it began. */
  ids: readonly string[];
  /** The place of the one shown; `ids.length` is the summary. */
  at: number;
  /** Papers of the list, also those that do not fit into one sitting. */
  total: number;
  before: ReadonlyMap<string, Before>;
  downloads: ReadonlySet<string>;
  decided: readonly Decided[];
  tagging: boolean;
}

const nothing: TriageState = { ids: [], at: 0, total: 0, before: new Map(), downloads: new Set(), decided: [], tagging: false };

/** One sitting: papers shown one by one to be decided on. It waits while another view is looked at. */
export const useTriage = create<TriageState>(() => nothing);

/** Shows a place of the sitting; the last one but one more is the summary. */
export function triageAt(at: number): void {
  const { ids } = useTriage.getState();
  const place = Math.min(Math.max(0, at), ids.length);
  useTriage.setState({ at: place, tagging: false });
  useSelection.setState({ meant: ids[place] ?? null });
  prefetch(ids.slice(place, place + AHEAD + 1));
}

/** What a sitting is about: the papers picked out, else the list in sight. */
function wanted(): Selection | null {
  const { chosen, handle } = useSelection.getState();
  if (handle === null) return null;
  if (chosen.all) return { query: handle.query, except: [...chosen.except] };
  return chosen.ids.size > 1 ? { ids: [...chosen.ids] } : { query: handle.query, except: [] };
}

/** Begins a sitting, at the focused paper. */
export async function startTriage(): Promise<void> {
  const selection = wanted();
  if (selection === null) return;
  const answer = await call('papers.ids', { selection });
  if (!answer.ok) return sayError(answer.error);
  const { ids, total } = answer.value;
  if (ids.length === 0) return say('triage.nothing');
  const { focused } = useSelection.getState();
  useSelection.setState({ chosen: nothingChosen });
  useTriage.setState({ ...nothing, ids, total });
  show('triage');
  triageAt(Math.max(0, focused === null ? 0 : ids.indexOf(focused)));
}

/** Goes on with the sitting that was left. */
export function resumeTriage(): void {
  show('triage');
  triageAt(useTriage.getState().at);
}

/** Remembers how a paper stood before anything was decided on it. */
export function noteBefore(id: string): void {
  const paper = paperAtHand(id)?.paper;
  const { before } = useTriage.getState();
  if (paper === undefined || before.has(id)) return;
  const { item, status, rating, tags } = paper;
  useTriage.setState({ before: new Map(before).set(id, { title: item.title ?? '', status, rating: rating ?? 0, tags }) });
}

/** Back to the list, at the paper that was shown. */
export function leaveTriage(): void {
  const { meant } = useSelection.getState();
  show('papers');
  if (meant !== null) goToPaper(meant);
}

/** Ends the sitting: nothing of it is kept but what was decided. */
export function endTriage(): void {
  leaveTriage();
  useTriage.setState(nothing);
}

let revision = 0;
/** The library's revision as last heard. */
export const heardRevision = (): number => revision;

/** Keeps a sitting true from now on: another library has other papers; in other views the list says which paper is meant. */
export function followTriage(): void {
  on('changed', ({ revision: now }) => { revision = now; });
  on('library', ({ same }) => {
    if (same) return;
    useTriage.setState(nothing);
    if (useView.getState().place === 'triage') show('papers');
  });
  useView.subscribe(({ place }, before) => { if (place !== before.place && before.place === 'triage') useSelection.setState({ meant: null }); });
  useRows.subscribe(({ handle }) => { if (handle === null) useSelection.setState({ meant: null }); });
}
