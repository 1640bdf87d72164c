import { FileOutput } from 'lucide-react';
import type { ExportFormat } from '../../../src/contract/exports.ts';
import type { Selection } from '../../../src/contract/views.ts';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { call } from '../../client/client.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { openExport } from './store.ts';

/** Formats that the palette offers beside the two with shortcuts. */
const OTHERS = [
  ['biblatex', 'action.exportBiblatex'], ['ris', 'action.exportRis'], ['csl-yaml', 'action.exportCslYaml'], ['endnote-xml', 'action.exportEndnote'], ['zotero-json', 'action.exportZoteroJson'],
  ['mods', 'action.exportMods'], ['cff', 'action.exportCff'], ['hayagriva', 'action.exportHayagriva'], ['csv', 'action.exportCsv'],
] as const satisfies readonly (readonly [ExportFormat, MessageKey])[];

async function write(selection: Selection, format: ExportFormat): Promise<void> {
  const answer = await call('export.file', { selection, format });
  if (!answer.ok) return sayError(answer.error);
  if (answer.value === null) return;
  const { count, file, problems } = answer.value;
  if (problems.length > 0) say('toast.exportedLess', { count, file, problems: problems.slice(0, 3).join(' ') });
  else say('toast.exported', { count, file });
}

async function writeAll(format: ExportFormat): Promise<void> {
  const answer = await call('papers.query', { scope: { in: 'all' }, sort: 'added', descending: false });
  if (answer.ok) await write({ query: answer.value.query, except: [] }, format);
  else sayError(answer.error);
}

const some = (ctx: ActionContext): boolean => ctx.selection !== null && !ctx.trash;
const any = (ctx: ActionContext): boolean => (ctx.overview?.counts.all ?? 0) > 0;
const selected = (format: ExportFormat) => async ({ selection }: ActionContext): Promise<void> => { if (selection !== null) await write(selection, format); };

export const exportActions: readonly Action[] = [
  { name: 'export.open', label: 'action.export', shortcut: 'Mod+Shift+e', icon: FileOutput, group: 'library', menu: 'cite', when: any, run: () => { openExport(); } },
  { name: 'export.bibtex', label: 'action.exportBibtex', shortcut: 'Mod+e', icon: FileOutput, group: 'papers', when: some, run: selected('bibtex') },
  { name: 'export.csl-json', label: 'action.exportCsl', icon: FileOutput, group: 'papers', when: some, run: selected('csl-json') },
  ...OTHERS.map(([format, label]): Action => ({ name: `export.${format}`, label, icon: FileOutput, group: 'papers', when: some, run: selected(format) })),
  { name: 'export.allBibtex', label: 'action.exportAllBibtex', icon: FileOutput, group: 'library', when: any, run: () => writeAll('bibtex') },
  { name: 'export.allCsl', label: 'action.exportAllCsl', icon: FileOutput, group: 'library', when: any, run: () => writeAll('csl-json') },
];
