import { create } from 'zustand';
import type { Output } from '../../../../src/contract/contract.ts';
import { call } from '../../../client/client.ts';
import { useSettings } from '../../../stores/settings.ts';
import { say, sayError } from '../../../stores/toasts.ts';

export type Style = Output<'cite.styles'>[number];

/** What is used where no other was picked before. */
const STANDARD = 'apa';

/** The styles that were added from files; a new list each time one of them changed. */
const useOwn = create<{ styles: readonly Style[] }>(() => ({ styles: [] }));
export const useOwnStyles = (): readonly Style[] => useOwn((state) => state.styles);

/** Own ones come first where nothing is searched. */
export async function readOwnStyles(): Promise<void> {
  const answer = await call('cite.styles', {});
  if (answer.ok) useOwn.setState({ styles: answer.value.filter(({ own }) => own) });
}

/** Adds a style, says so and offers the way back; its id, or null when it was refused. */
export async function addStyle(text: string, file: string): Promise<string | null> {
  const answer = await call('cite.addStyle', { text, file });
  if (!answer.ok) {
    sayError(answer.error);
    return null;
  }
  const { style: { id, title }, before } = answer.value;
  await readOwnStyles();
  say(before === null ? 'cite.styleAdded' : 'cite.styleReplaced', { title }, { label: 'action.undo', run: () => void (before === null ? takeAway(id) : putBack(before, id)) });
  return id;
}

/** Removes a style, and offers to put it back; where it was in use, the one before it is used again. */
export async function removeStyle(id: string): Promise<void> {
  const removed = await takeAway(id);
  if (removed === null) return;
  const { settings: { citationStyle, recentStyles }, set } = useSettings.getState();
  if (citationStyle === id) void set({ citationStyle: recentStyles.find((one) => one !== id) ?? STANDARD });
  say('cite.styleRemoved', { title: removed.title }, { label: 'action.undo', run: () => void putBack(removed.text, id).then(() => { if (citationStyle === id) void set({ citationStyle: id }); }) });
}

async function takeAway(id: string): Promise<Output<'cite.removeStyle'> | null> {
  const answer = await call('cite.removeStyle', { id });
  if (!answer.ok) sayError(answer.error);
  await readOwnStyles();
  return answer.ok ? answer.value : null;
}

async function putBack(text: string, id: string): Promise<void> {
  const answer = await call('cite.addStyle', { text, file: `${id}.csl` });
  if (!answer.ok) sayError(answer.error);
  await readOwnStyles();
}
