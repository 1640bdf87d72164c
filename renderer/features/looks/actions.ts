import { ALargeSmall } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { useReading } from '../../stores/reading.ts';
import { useLooks } from './store.ts';

export const looksActions: readonly Action[] = [
  { name: 'looks.open', label: 'looks.title', group: 'app', shortcut: 'Alt+t', icon: ALargeSmall, when: (ctx) => ctx.place === 'papers' && ctx.focused !== null && useReading.getState().tab === 'abstract', run: () => { useLooks.setState({ open: true }); } },
];
