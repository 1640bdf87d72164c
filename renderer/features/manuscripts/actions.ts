import { FilePen } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { chooseManuscript } from '../../stores/manuscripts.ts';
import { show } from '../../stores/view.ts';

export const manuscriptActions: readonly Action[] = [
  { name: 'manuscript.open', label: 'action.openManuscript', shortcut: 'Mod+Shift+m', icon: FilePen, group: 'library', when: (ctx) => ctx.overview !== null, run: chooseManuscript },
  { name: 'go.manuscripts', label: 'action.goManuscripts', icon: FilePen, group: 'library', when: (ctx) => ctx.overview !== null && ctx.place !== 'manuscripts', run: () => { show('manuscripts'); } },
];
