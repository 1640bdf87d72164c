import { GraduationCap } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { show } from '../../stores/view.ts';
import { startGuide } from './store.ts';

export const guideActions: readonly Action[] = [
  { name: 'guide.start', label: 'action.guide', icon: GraduationCap, group: 'app', when: (ctx) => ctx.overview !== null, run: () => { show('papers'); startGuide(); } },
];
