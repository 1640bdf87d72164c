import { create } from 'zustand';
import { EXPORTS, type ExportCheck, type ExportFormat, type WriteOptions } from '../../../src/contract/exports.ts';
import type { PaperQuery, Selection } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { useLibrary } from '../../stores/library.ts';
import { latest } from '../../stores/latest.ts';
import { chosenCount, currentSelection, useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { close, open } from '../../stores/view.ts';

/** Which papers go: those picked out, the list as it is shown, a collection, what a manuscript cites, or all. */
export type What = 'chosen' | 'list' | 'collection' | 'cited' | 'all';

interface ExportState {
  what: What;
  /** How many papers each would be; one that is not offered is not here. */
  counts: Partial<Record<What, number>>;
  chosen: Selection | null;
  collection: { id: string; name: string } | null;
  /** The manuscript it is for, by its path, and how many papers that cites. */
  manuscript: { file: string; papers: number } | null;
  check: ExportCheck | null;
  /** Whether the file is kept up to date from then on. */
  keep: boolean;
  busy: boolean;
}

const FRESH: ExportState = { what: 'all', counts: {}, chosen: null, collection: null, manuscript: null, check: null, keep: false, busy: false };

/** The export in front of the user. The format and its choices are remembered in the settings. */
export const useExport = create<ExportState>(() => FRESH);

const everything: PaperQuery = { scope: { in: 'all' }, tags: [], text: '', pdfs: false, sort: 'author', descending: false };
const queries: Record<Exclude<What, 'chosen'>, () => PaperQuery> = {
  list: () => useSelection.getState().query,
  collection: () => ({ ...everything, scope: { in: 'collection', collection: useExport.getState().collection?.id ?? '' } }),
  cited: () => ({ ...everything, scope: { in: 'cited', manuscript: useExport.getState().manuscript?.file ?? '' } }),
  all: () => everything,
};

/** Asks which papers, in which format; a collection when it was asked for on one. */
export function openExport(collection: ExportState['collection'] = null, keep = false): void {
  const { query, handle } = useSelection.getState();
  const all = useLibrary.getState().overview?.counts.all ?? 0;
  const [chosen, picked] = [keep || query.scope.in === 'trash' ? null : currentSelection(), chosenCount()];
  const listed = query.scope.in === 'trash' || (handle?.total ?? 0) === all ? undefined : handle?.total;
  const within = useLibrary.getState().overview?.collections.find(({ id }) => id === collection?.id)?.count;
  useExport.setState({
    ...FRESH, chosen, collection, keep, what: collection !== null ? 'collection' : chosen !== null ? 'chosen' : listed === undefined ? 'all' : 'list',
    counts: { ...(chosen === null ? {} : { chosen: picked }), ...(collection === null ? {} : { collection: within ?? 0 }), ...(listed === undefined ? {} : { list: listed }), all },
  });
  open('export');
  void look();
}

/** Asks in which format what a manuscript cites is written, beside it. */
export function openExportCited(manuscript: NonNullable<ExportState['manuscript']>, keep: boolean): void {
  useExport.setState({ ...FRESH, manuscript, keep, what: 'cited', counts: { cited: manuscript.papers, all: useLibrary.getState().overview?.counts.all ?? 0 } });
  open('export');
  void look();
}

/** The papers as the contract takes them; a list is asked for anew, since handles are not kept for ever. */
async function selection(): Promise<Selection | null> {
  const { what, chosen } = useExport.getState();
  if (what === 'chosen') return chosen;
  const answer = await call('papers.query', queries[what]());
  if (answer.ok) return { query: answer.value.query, except: [] };
  sayError(answer.error);
  return null;
}

const choices = (): { format: ExportFormat; options: WriteOptions } => useSettings.getState().settings.exporting;

/** What the format would not hold, asked again after every choice. */
export const look = latest(async () => {
  const papers = await selection();
  if (papers === null) return;
  const answer = await call('export.check', { selection: papers, ...choices() });
  useExport.setState({ check: answer.ok ? answer.value : null });
});

export function choose(what: What): void {
  useExport.setState({ what, check: null });
  void look();
}

export function chooseFormat(format: ExportFormat): void {
  useExport.setState({ check: null });
  void remember({ format });
}

export const option = (change: Partial<WriteOptions>): Promise<void> => remember({ options: { ...choices().options, ...change } });

async function remember(change: Partial<ReturnType<typeof choices>>): Promise<void> {
  await useSettings.getState().set({ exporting: { ...choices(), ...change } });
  await look();
}

/** Picked papers are no list that could change, and copies of files would be made again with each change. */
export const canKeep = (what: What, { format, options }: { format: ExportFormat; options: WriteOptions }): boolean => what !== 'chosen' && !(options.files === 'copies' && EXPORTS[format].choices.some((one) => one === 'files'));

/** Writes the file, and again after each change; the dialog stays open when nobody said where to. */
async function keep(of: PaperQuery): Promise<void> {
  useExport.setState({ busy: true });
  const answer = await call('kept.add', { of, ...choices() });
  useExport.setState({ busy: false });
  if (!answer.ok) return sayError(answer.error);
  if (answer.value === null) return;
  close();
  const made = answer.value.at(-1);
  if (made === undefined) return;
  if (made.trouble === null) say('kept.begun', { file: made.file });
  else say('kept.trouble', { message: made.trouble.message });
}

/** Writes the file; the dialog stays open when nobody said where to. */
export async function save(): Promise<void> {
  const { what, keep: kept, manuscript } = useExport.getState();
  if (kept && what !== 'chosen' && canKeep(what, choices())) return keep(queries[what]());
  const papers = await selection();
  if (papers === null) return;
  useExport.setState({ busy: true });
  const answer = await call('export.file', { selection: papers, ...choices(), ...(what === 'cited' && manuscript !== null ? { beside: manuscript.file } : {}) });
  useExport.setState({ busy: false });
  if (!answer.ok) return sayError(answer.error);
  if (answer.value === null) return;
  const { count, file, problems } = answer.value;
  close();
  if (problems.length > 0) say('toast.exportedLess', { count, file, problems: problems.slice(0, 3).join(' ') });
  else say('toast.exported', { count, file });
}

/** Puts the text of the file into the clipboard. */
export async function copy(): Promise<void> {
  const papers = await selection();
  if (papers === null) return;
  useExport.setState({ busy: true });
  const answer = await call('export.text', { selection: papers, ...choices() });
  const written = answer.ok ? await call('clipboard.write', { text: answer.value.text }) : answer;
  useExport.setState({ busy: false });
  if (!answer.ok) return sayError(answer.error);
  if (!written.ok) return sayError(written.error);
  close();
  say('export.copied', { count: answer.value.count });
}
