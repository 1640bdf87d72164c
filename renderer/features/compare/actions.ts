import { BookOpen, Columns2, X } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { compareAt, dropFromCompare, isComparable, startCompare, useCompare } from '../../stores/compare.ts';
import { goToPaper } from '../../stores/query.ts';
import { show } from '../../stores/view.ts';

const here = (ctx: ActionContext): boolean => ctx.place === 'compare';
const meant = (ctx: ActionContext): boolean => here(ctx) && ctx.focused !== null;

export const compareActions: readonly Action[] = [
  { name: 'compare.start', label: 'compare.start', shortcut: 'Shift+c', icon: Columns2, group: 'papers', menu: 'open', when: (ctx) => ctx.place === 'papers' && !ctx.trash && isComparable(), run: startCompare },
  { name: 'compare.next', label: 'compare.next', shortcut: ['j', 'ArrowRight'], group: 'move', hidden: true, when: here, run: () => { compareAt(useCompare.getState().at + 1); } },
  { name: 'compare.previous', label: 'compare.previous', shortcut: ['k', 'ArrowLeft'], group: 'move', hidden: true, when: here, run: () => { compareAt(useCompare.getState().at - 1); } },
  { name: 'compare.open', label: 'compare.open', shortcut: 'o', icon: BookOpen, group: 'move', menu: 'open', when: meant, run: ({ focused }) => { if (focused !== null) { show('papers'); goToPaper(focused); } } },
  { name: 'compare.drop', label: 'compare.drop', shortcut: 'Delete', icon: X, group: 'paper', menu: 'away', when: meant, run: ({ focused }) => { if (focused !== null) dropFromCompare(focused); } },
  { name: 'compare.note', label: 'compare.note', shortcut: 'n', group: 'paper', when: here, run: () => { document.querySelector<HTMLElement>('.compare-note .cm-content, .compare-note .note-empty')?.click(); document.querySelector<HTMLElement>('.compare-note .cm-content')?.focus(); } },
];
