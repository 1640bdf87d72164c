import { Download, FileText } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { showTab } from '../../stores/reading.ts';
import { download } from './jobs.ts';

/** The PDF of a paper. */
export const pdfActions: readonly Action[] = [
  { name: 'pdf.open', label: 'pdf.open', group: 'paper', shortcut: 'o', icon: FileText, when: (ctx) => ctx.place === 'papers' && ctx.focused !== null, run: () => { showTab('pdf'); } },
  { name: 'pdf.download', label: 'pdf.download', group: 'paper', shortcut: 'd', icon: Download, menu: true, when: (ctx) => ctx.focused !== null && !ctx.trash, run: async (ctx) => { if (ctx.focused !== null) await download(ctx.focused); } },
];
