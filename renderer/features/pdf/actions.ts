import { Download, FileText } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { showTab } from '../../stores/reading.ts';
import { download, downloadAll } from './jobs.ts';

/** The PDF of a paper. */
export const pdfActions: readonly Action[] = [
  { name: 'pdf.open', label: 'pdf.open', group: 'paper', shortcut: 'o', icon: FileText, when: (ctx) => ctx.place === 'papers' && ctx.focused !== null, run: () => { showTab('pdf'); } },
  { name: 'pdf.download', label: 'pdf.download', group: 'paper', shortcut: 'd', icon: Download, menu: true, when: (ctx) => ctx.selection !== null && !ctx.trash,
    run: async ({ selection, selected, focused }) => {
      if (selected > 1 && selection !== null) await downloadAll(selection);
      else if (focused !== null) await download(focused);
    },
   },
];
