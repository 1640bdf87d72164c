import { onDone } from '../../client/client.ts';
import { createLibrary } from '../../stores/open.ts';
import { useLibrary } from '../../stores/library.ts';
import { useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { withSeen } from './steps.ts';
import type { Seen, StepId } from './steps.ts';

const put = (change: Partial<{ at: 'open' | 'folded' | 'closed'; done: readonly string[] }>): void => {
  const { settings, set } = useSettings.getState();
  void set({ guide: { ...settings.guide, ...change, done: [...(change.done ?? settings.guide.done)] } });
};

/** Begins the guide from its first step; a library that has papers needs no example. */
export function startGuide(): void {
  const papers = useLibrary.getState().overview?.counts.all ?? 0;
  put({ at: 'open', done: papers > 0 ? ['open'] : [] });
}

export const foldGuide = (): void => { put({ at: 'folded' }); };
export const unfoldGuide = (): void => { put({ at: 'open' }); };
export const closeGuide = (): void => { put({ at: 'closed' }); };
export const skipStep = (id: StepId): void => { put({ done: [...useSettings.getState().settings.guide.done, id] }); };

/** Makes and opens the example library; who sees it for the first time is shown round. */
export async function openExample(): Promise<boolean> {
  const made = await createLibrary({ example: true });
  if (made && useSettings.getState().settings.guide.at === 'never') startGuide();
  return made;
}

function note(seen: Seen): void {
  const { at, done } = useSettings.getState().settings.guide;
  if (at !== 'open' && at !== 'folded') return;
  const now = withSeen(done, seen);
  if (now !== done) put({ done: now });
}

/** Watches from now on what the person does, as far as the guide asks for it. */
export function followGuide(): void {
  onDone((name, input) => { note({ name, input }); });
  useSelection.subscribe(({ focused }, before) => { if (focused !== null && before.focused !== null && focused !== before.focused) note({ name: 'focus', input: focused }); });
}
