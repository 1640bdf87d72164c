import { create } from 'zustand';
import type { Input } from '../../../src/contract/contract.ts';
import type { ImportPreview } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { undo } from '../../stores/act.ts';
import { go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { say } from '../../stores/toasts.ts';
import { close, open, show } from '../../stores/view.ts';

type Source = Input<'import.preview'>['source'];
export type Duplicates = 'skip' | 'keep' | 'join';

interface ImportState {
  phase: 'reading' | 'preview' | 'committing' | 'failed';
  preview: ImportPreview | null;
  skip: ReadonlySet<number>;
  duplicates: Duplicates;
  error: { code: string; message: string } | null;
}

const FRESH: ImportState = { phase: 'reading', preview: null, skip: new Set(), duplicates: 'skip', error: null };

/** The import in front of the user: first looked at, then done. */
export const useImport = create<ImportState>(() => FRESH);
let turn = 0;

/** Reads a source and shows what would come in; nothing changes yet. */
export async function preview(source: Source): Promise<void> {
  const mine = ++turn;
  useImport.setState(FRESH);
  open('import');
  const answer = await call('import.preview', { source });
  if (mine !== turn) return;
  if (answer.ok) useImport.setState({ phase: 'preview', preview: answer.value });
  else useImport.setState({ phase: 'failed', error: answer.error });
}

/** Leaves an entry out, or brings it back in. */
export function turnEntry(index: number): void {
  const skip = new Set(useImport.getState().skip);
  if (!skip.delete(index)) skip.add(index);
  useImport.setState({ skip });
}

export function giveUp(): void {
  turn++;
  close();
}

/** How many papers come in, and how many are joined into papers that are here. */
export function expected({ preview: read, skip, duplicates }: Pick<ImportState, 'preview' | 'skip' | 'duplicates'>): { papers: number; joins: number } {
  if (read === null) return { papers: 0, joins: 0 };
  const skipped = read.entries.filter((entry) => skip.has(entry.index));
  const known = read.duplicates - skipped.filter((entry) => entry.verdict === 'duplicate').length;
  const fresh = read.total - read.duplicates - skipped.filter((entry) => entry.verdict !== 'duplicate').length;
  return { papers: fresh + (duplicates === 'keep' ? known : 0), joins: duplicates === 'join' ? known : 0 };
}

/** Brings the papers in, shows them, and offers the way back. */
export async function commit(): Promise<void> {
  const { preview: read, skip, duplicates } = useImport.getState();
  if (read === null) return;
  useImport.setState({ phase: 'committing' });
  const answer = await call('import.commit', { preview: read.preview, skip: [...skip], duplicates });
  if (!answer.ok) return useImport.setState({ phase: 'failed', error: answer.error });
  close();
  show('papers');
  if (answer.value.imported > 0) {
    useSelection.setState({ focused: null });
    go({ in: 'import', group: answer.value.group });
  }
  const now = await call('library.overview', {});
  say('toast.imported', { count: answer.value.imported + answer.value.joined }, { label: 'action.undo', run: () => void undo(), revision: now.ok ? now.value.library.revision : undefined });
}
