import { GalleryVertical } from 'lucide-react';
import type { ListLayout } from '../../../src/contract/list-form.ts';
import type { Action } from '../../actions/registry.ts';
import { useSettings } from '../../stores/settings.ts';

/** Where the list was before the stream. */
let before: ListLayout = 'beside';

async function turn(): Promise<void> {
  const { settings, set } = useSettings.getState();
  if (settings.layout !== 'stream') before = settings.layout;
  await set({ layout: settings.layout === 'stream' ? before : 'stream' });
}

export const streamActions: readonly Action[] = [
  { name: 'stream.turn', label: 'stream.turn', shortcut: 's', icon: GalleryVertical, group: 'app', when: (ctx) => ctx.place === 'papers', run: turn },
];
