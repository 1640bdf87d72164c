import { ALargeSmall } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { showsPaper, useReading } from '../../stores/reading.ts';
import { useSettings } from '../../stores/settings.ts';
import { useLooks } from './store.ts';

/** Where an abstract is shown, and so the button. */
function showing({ place, focused }: ActionContext): boolean {
  if (place === 'triage' || place === 'compare') return true;
  if (place !== 'papers') return false;
  return useSettings.getState().settings.layout === 'stream' || (focused !== null && showsPaper() && useReading.getState().tab === 'abstract');
}

export const looksActions: readonly Action[] = [
  { name: 'looks.open', label: 'looks.title', group: 'app', shortcut: 'Alt+t', icon: ALargeSmall, when: showing, run: () => { useLooks.setState({ open: true }); } },
];
