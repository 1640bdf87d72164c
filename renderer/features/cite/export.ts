import { FileOutput } from 'lucide-react';
import type { Selection } from '../../../src/contract/views.ts';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { call } from '../../client/client.ts';
import { say, sayError } from '../../stores/toasts.ts';

type Format = 'bibtex' | 'csl-json';

async function write(selection: Selection, format: Format): Promise<void> {
  const answer = await call('export.file', { selection, format });
  if (!answer.ok) return sayError(answer.error);
  if (answer.value !== null) say('toast.exported', { count: answer.value.count, file: answer.value.file });
}

async function writeAll(format: Format): Promise<void> {
  const answer = await call('papers.query', { scope: { in: 'all' }, sort: 'added', descending: false });
  if (answer.ok) await write({ query: answer.value.query, except: [] }, format);
  else sayError(answer.error);
}

const some = (ctx: ActionContext): boolean => ctx.selection !== null && !ctx.trash;
const any = (ctx: ActionContext): boolean => (ctx.overview?.counts.all ?? 0) > 0;
const selected = (format: Format) => async ({ selection }: ActionContext): Promise<void> => { if (selection !== null) await write(selection, format); };

export const exportActions: readonly Action[] = [
  { name: 'export.bibtex', label: 'action.exportBibtex', shortcut: 'Mod+e', icon: FileOutput, group: 'papers', menu: true, when: some, run: selected('bibtex') },
  { name: 'export.csl-json', label: 'action.exportCsl', shortcut: 'Mod+Shift+e', icon: FileOutput, group: 'papers', menu: true, when: some, run: selected('csl-json') },
  { name: 'export.allBibtex', label: 'action.exportAllBibtex', icon: FileOutput, group: 'library', when: any, run: () => writeAll('bibtex') },
  { name: 'export.allCsl', label: 'action.exportAllCsl', icon: FileOutput, group: 'library', when: any, run: () => writeAll('csl-json') },
];
