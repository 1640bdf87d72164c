import { FileSymlink } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { useView } from '../../stores/view.ts';

function show(): void {
  useView.setState({ place: 'settings' });
  requestAnimationFrame(() => { document.getElementById('settings-kept')?.scrollIntoView({ block: 'start' }); });
}

export const keptActions: readonly Action[] = [
  { name: 'kept.show', label: 'action.keptFiles', icon: FileSymlink, group: 'library', when: (ctx) => ctx.overview !== null, run: show },
];
