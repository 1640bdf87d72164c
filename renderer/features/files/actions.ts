import { FilePen, FilePlus, FileSearch, Link } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { linkAddress } from './FilesSection.tsx';
import { askToRename, chooseAndBring, findMissing } from './work.ts';

const one = (ctx: ActionContext): boolean => ctx.place === 'papers' && ctx.focused !== null && !ctx.trash;

/** The files of papers. */
export const fileActions: readonly Action[] = [
  { name: 'files.add', label: 'files.add', group: 'paper', shortcut: 'Shift+a', icon: FilePlus, menu: 'files', when: one, run: async ({ focused }) => { if (focused !== null) await chooseAndBring(focused); } },
  { name: 'files.link', label: 'files.link', group: 'paper', icon: Link, when: one, run: async ({ focused }) => { if (focused !== null) await chooseAndBring(focused, true); } },
  { name: 'files.linkAddress', label: 'files.linkAddress', group: 'paper', icon: Link, when: one, run: ({ focused }) => { if (focused !== null) linkAddress(focused); } },
  { name: 'files.rename', label: 'files.rename', group: 'papers', shortcut: 'Shift+f', icon: FilePen, menu: 'files', when: (ctx) => ctx.selection !== null && !ctx.trash, run: ({ selection }) => { if (selection !== null) askToRename({ papers: selection }); } },
  { name: 'files.findMissing', label: 'files.findMissing', group: 'library', icon: FileSearch, when: (ctx) => ctx.overview !== null, run: findMissing },
];
