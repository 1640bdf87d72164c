import { create } from 'zustand';
import type { Input } from '../../../src/contract/contract.ts';
import type { Fate, ImportPreview, ImportReport, Preference } from '../../../src/contract/imports.ts';
import { call, on } from '../../client/client.ts';
import { undo } from '../../stores/act.ts';
import { go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { say } from '../../stores/toasts.ts';
import { close, open, show } from '../../stores/view.ts';

type Source = Input<'import.preview'>['source'];
/** Where papers go that come in: where they were dropped. */
export type Into = NonNullable<Input<'import.commit'>['into']>;
export interface Choice { fate: Fate; prefer: Preference }

interface ImportState {
  into: Into;
  phase: 'reading' | 'preview' | 'committing' | 'report' | 'failed';
  preview: ImportPreview | null;
  skip: ReadonlySet<number>;
  /** What becomes of all papers that are here already, and of those that stand twice in the file. */
  duplicates: Fate;
  repeats: Fate;
  prefer: Preference;
  /** What was chosen for single copies. */
  choices: ReadonlyMap<number, Choice>;
  /** Whether keywords become tags, and groups collections. */
  tags: boolean;
  collections: boolean;
  progress: { done: number; total: number | null };
  report: ImportReport | null;
  error: { code: string; message: string } | null;
}

const FRESH: ImportState = { into: {}, phase: 'reading', preview: null, skip: new Set(), duplicates: 'skip', repeats: 'keep', prefer: 'library', choices: new Map(), tags: true, collections: true, progress: { done: 0, total: null }, report: null, error: null };

/** The import in front of the user: first looked at, then done. */
export const useImport = create<ImportState>(() => FRESH);
let turn = 0;
let silence: () => void = () => undefined;

/** A new name for work, whose progress is followed from now on. */
function begin(): string {
  const job = `import-${Date.now().toString(36)}-${String(++turn)}`;
  silence();
  silence = on('progress', (progress) => { if (progress.job === job) useImport.setState({ progress: { done: progress.done, total: progress.total } }); });
  running = job;
  return job;
}
let running = '';

/** Reads a source and shows what would come in; nothing changes yet. */
export async function preview(source: Source, into: Into = {}): Promise<void> {
  const job = begin();
  useImport.setState({ ...FRESH, into });
  open('import');
  const answer = await call('import.preview', { source, job });
  if (job !== running) return;
  silence();
  // A file whose paper is here belongs to it: leaving it out would lose it.
  if (answer.ok) useImport.setState({ phase: 'preview', preview: answer.value, ...(answer.value.files > 0 ? { duplicates: 'join' } : {}) });
  else if (answer.error.code === 'cancelled') close();
  else useImport.setState({ phase: 'failed', error: answer.error });
}

/** Leaves an entry out, or brings it back in. */
export function turnEntry(index: number): void {
  const skip = new Set(useImport.getState().skip);
  if (!skip.delete(index)) skip.add(index);
  useImport.setState({ skip });
}

/** Decides over one copy; what is chosen for all no longer touches it. */
export function choose(index: number, choice: Choice): void {
  useImport.setState(({ choices }) => ({ choices: new Map(choices).set(index, choice) }));
}

/** Decides over all copies: what was chosen for single ones is forgotten. */
export const chooseAll = (all: Partial<Pick<ImportState, 'duplicates' | 'repeats' | 'prefer'>>): void => useImport.setState({ ...all, choices: new Map() });

/** Leaves the dialog; what is being read or written is called off as long as it can be. */
export function giveUp(): void {
  const { phase } = useImport.getState();
  if (phase === 'reading' || phase === 'committing') void call('import.cancel', { job: running });
  if (phase === 'committing') return;
  running = '';
  silence();
  close();
}

/** What becomes of an entry, and whose values count. */
export function choiceOf({ choices, duplicates, repeats, prefer }: Pick<ImportState, 'choices' | 'duplicates' | 'repeats' | 'prefer'>, entry: ImportPreview['entries'][number]): Choice {
  return choices.get(entry.index) ?? { fate: entry.verdict === 'duplicate' ? duplicates : entry.verdict === 'repeated' ? repeats : 'keep', prefer };
}

/** How many papers come in, and how many are joined into others. */
export function expected(state: Pick<ImportState, 'preview' | 'skip' | 'duplicates' | 'repeats' | 'prefer' | 'choices'>): { papers: number; joins: number } {
  const { preview: read, skip, duplicates, repeats } = state;
  if (read === null) return { papers: 0, joins: 0 };
  const count = { skip: 0, keep: read.total - read.duplicates - read.repeated, join: 0 };
  count[duplicates] += read.duplicates;
  count[repeats] += read.repeated;
  for (const entry of read.entries) {
    const all = entry.verdict === 'duplicate' ? duplicates : entry.verdict === 'repeated' ? repeats : 'keep';
    const own = skip.has(entry.index) ? 'skip' : choiceOf(state, entry).fate;
    count[all]--;
    count[own]++;
  }
  return { papers: count.keep, joins: count.join };
}

/** Brings the papers in, shows them, says what was broken, and offers the way back. */
export async function commit(): Promise<void> {
  const { preview: read, skip, duplicates, repeats, prefer, choices, tags, collections, into } = useImport.getState();
  if (read === null) return;
  const job = begin();
  useImport.setState({ phase: 'committing', progress: { done: 0, total: read.total } });
  const answer = await call('import.commit', { preview: read.preview, skip: [...skip], duplicates, repeats, prefer, choices: [...choices].map(([index, choice]) => ({ index, ...choice })), tags, collections, into, pattern: useSettings.getState().settings.filePattern, keyPattern: useSettings.getState().settings.keyPattern, job });
  silence();
  if (!answer.ok) return useImport.setState(answer.error.code === 'cancelled' ? { phase: 'preview' } : { phase: 'failed', error: answer.error });
  close();
  show('papers');
  if (answer.value.imported > 0) {
    useSelection.setState({ focused: null });
    go({ in: 'import', group: answer.value.group });
  }
  const now = await call('library.overview', {});
  say('toast.imported', { count: answer.value.imported + answer.value.joined }, { label: 'action.undo', run: () => void undo(), revision: now.ok ? now.value.library.revision : undefined });
  if (answer.value.renamed > 0 || read.problems.some(({ severity }) => severity !== 'note')) await showReport(answer.value.group);
}

/** Opens what an import did and what it could not read. */
export async function showReport(group: string): Promise<void> {
  const answer = await call('import.reports', { group });
  const [report] = answer.ok ? answer.value : [];
  if (report === undefined) return;
  running = '';
  useImport.setState({ ...FRESH, phase: 'report', report });
  open('import');
}
