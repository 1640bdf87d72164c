import { BookmarkPlus, Download, FileOutput, FileText, Search, SquareDashed, StickyNote, Type } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { turnFile } from '../../stores/open-files.ts';
import { useReading } from '../../stores/reading.ts';
import { useSettings } from '../../stores/settings.ts';
import { openAtHit } from './hit.ts';
import { download, downloadAll } from './jobs.ts';
import { findAgain, openFind, togglePanel, useReader } from './reader.ts';
import type { Viewer } from './viewer.ts';
import { chooseTool } from './tool.ts';
import { takeOverMarks, writeCopy, writeSidecar } from './write.ts';

const STEP = 1.2;

const reading = (ctx: ActionContext): boolean => ctx.place === 'papers' && useReading.getState().tab === 'pdf' && useReader.getState().viewer !== null;
const on = (act: (viewer: Viewer) => void) => (): void => {
  const { viewer } = useReader.getState();
  if (viewer !== null) act(viewer);
};
const turnPage = (by: 1 | -1) => on((viewer) => { viewer.pages.currentPageNumber = Math.min(viewer.document.numPages, Math.max(1, viewer.pages.currentPageNumber + by)); });
const toPageField = (): void => { document.querySelector<HTMLElement>('.pdf-page-field')?.focus(); };

/** The PDF of a paper. Keys of the reader come before those of the list while a PDF is shown. */
export const pdfActions: readonly Action[] = [
  { name: 'pdf.open', label: 'pdf.open', group: 'paper', shortcut: 'o', icon: FileText, menu: 'open', when: (ctx) => ctx.place === 'papers' && ctx.focused !== null, run: ({ focused }) => { if (focused !== null) openAtHit(focused); } },
  { name: 'pdf.download', label: 'pdf.download', group: 'paper', shortcut: 'd', icon: Download, menu: 'files', when: (ctx) => ctx.selection !== null && !ctx.trash,
    run: async ({ selection, selected, focused }) => {
      if (selected > 1 && selection !== null) await downloadAll(selection);
      else if (focused !== null) await download(focused);
    },
   },
  { name: 'pdf.takeOver', label: 'pdf.takeOver', group: 'pdf', icon: BookmarkPlus, when: reading, run: () => void takeOverMarks() },
  { name: 'pdf.write', label: 'pdf.write', group: 'pdf', icon: FileOutput, when: reading, run: () => void writeCopy() },
  { name: 'pdf.sidecar', label: 'pdf.sidecar', group: 'pdf', icon: FileText, when: reading, run: () => void writeSidecar() },
  { name: 'pdf.tool.note', label: 'pdf.tool.note', group: 'pdf', shortcut: 'Alt+n', icon: StickyNote, when: reading, run: () => { chooseTool('note'); } },
  { name: 'pdf.tool.text', label: 'pdf.tool.text', group: 'pdf', shortcut: 'Alt+x', icon: Type, when: reading, run: () => { chooseTool('text'); } },
  { name: 'pdf.tool.area', label: 'pdf.tool.area', group: 'pdf', shortcut: 'Alt+a', icon: SquareDashed, when: reading, run: () => { chooseTool('area'); } },
  { name: 'pdf.find', label: 'pdf.find', group: 'pdf', shortcut: 'Mod+f', icon: Search, inFields: true, when: reading, run: () => { openFind(); } },
  { name: 'pdf.findNext', label: 'pdf.findNext', group: 'pdf', shortcut: ['F3', 'Mod+g'], inFields: true, when: reading, run: () => { findAgain(false); } },
  { name: 'pdf.findPrevious', label: 'pdf.findPrevious', group: 'pdf', shortcut: ['Shift+F3', 'Mod+Shift+g'], inFields: true, when: reading, run: () => { findAgain(true); } },
  { name: 'pdf.goToPage', label: 'pdf.goToPage', group: 'pdf', shortcut: 'Mod+Alt+g', inFields: true, when: reading, run: toPageField },
  { name: 'pdf.nextPage', label: 'pdf.nextPage', group: 'pdf', shortcut: 'Alt+PageDown', when: reading, run: turnPage(1) },
  { name: 'pdf.previousPage', label: 'pdf.previousPage', group: 'pdf', shortcut: 'Alt+PageUp', when: reading, run: turnPage(-1) },
  { name: 'pdf.zoomIn', label: 'pdf.zoomIn', group: 'pdf', shortcut: ['+', '='], when: reading, run: on((viewer) => { viewer.zoom(STEP); }) },
  { name: 'pdf.zoomOut', label: 'pdf.zoomOut', group: 'pdf', shortcut: '-', when: reading, run: on((viewer) => { viewer.zoom(1 / STEP); }) },
  { name: 'pdf.fitWidth', label: 'pdf.fitWidth', group: 'pdf', shortcut: 'Alt+0', when: reading, run: on((viewer) => { viewer.fit('page-width'); }) },
  { name: 'pdf.fitPage', label: 'pdf.fitPage', group: 'pdf', shortcut: 'Alt+9', when: reading, run: on((viewer) => { viewer.fit('page-fit'); }) },
  { name: 'pdf.back', label: 'pdf.back', group: 'pdf', shortcut: 'Alt+ArrowLeft', when: reading, run: on((viewer) => { viewer.back(); }) },
  { name: 'pdf.forward', label: 'pdf.forward', group: 'pdf', shortcut: 'Alt+ArrowRight', when: reading, run: on((viewer) => { viewer.forward(); }) },
  { name: 'pdf.nextTab', label: 'pdf.nextTab', group: 'pdf', shortcut: 'Mod+PageDown', inFields: true, when: reading, run: () => { turnFile(1); } },
  { name: 'pdf.previousTab', label: 'pdf.previousTab', group: 'pdf', shortcut: 'Mod+PageUp', inFields: true, when: reading, run: () => { turnFile(-1); } },
  { name: 'pdf.rotate', label: 'pdf.rotate', group: 'pdf', shortcut: 'Alt+r', when: reading, run: on((viewer) => { viewer.rotate(90); }) },
  { name: 'pdf.rotateBack', label: 'pdf.rotateBack', group: 'pdf', shortcut: 'Alt+Shift+r', when: reading, run: on((viewer) => { viewer.rotate(-90); }) },
  { name: 'pdf.twoPages', label: 'pdf.twoPages', group: 'pdf', shortcut: 'Alt+2', when: reading, run: on((viewer) => { viewer.twoPages(useReader.getState().shown?.two !== true); }) },
  { name: 'pdf.dark', label: 'pdf.dark', group: 'pdf', shortcut: 'Alt+d', when: reading, run: () => void useSettings.getState().set({ pdfDark: !useSettings.getState().settings.pdfDark }) },
  { name: 'pdf.pages', label: 'pdf.pages', group: 'pdf', shortcut: 'Alt+t', when: reading, run: () => { togglePanel('pages'); } },
  { name: 'pdf.outline', label: 'pdf.outline', group: 'pdf', shortcut: 'Alt+o', when: reading, run: () => { togglePanel('outline'); } },
  { name: 'pdf.marks', label: 'pdf.marks', group: 'pdf', shortcut: 'Alt+m', when: reading, run: () => { togglePanel('marks'); } },
];
