import { call, pathOf } from '../../client/client.ts';
import { useLibrary } from '../../stores/library.ts';
import { isManuscriptFile, openManuscript } from '../../stores/manuscripts.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { useView } from '../../stores/view.ts';
import { areOfPaper, bring } from '../files/index.ts';
import { mark, targetAt } from './drop-target.ts';
import type { Target } from './drop-target.ts';
import { looksLikePapers } from './looks.ts';
import { preview } from './import-store.ts';
import type { Into } from './import-store.ts';

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea') !== null);
const ready = (): boolean => useLibrary.getState().state === 'open' && useView.getState().overlay === null;

function paste(event: ClipboardEvent): void {
  if (isField(event.target) || !ready()) return;
  const given = textOf(event.clipboardData);
  if (!looksLikePapers(given)) return;
  event.preventDefault();
  void preview({ text: given, name: '' });
}

function textOf(data: DataTransfer | null): string {
  const text = data?.getData('text/plain') ?? '';
  return text.trim() === '' ? (data?.getData('text/html') ?? '') : text;
}

/** Looks at dropped files: by their paths where they have some, else by what is in them. */
async function take(files: readonly File[], target: Target | null): Promise<void> {
  const paths = files.map(pathOf).filter((path) => path !== '');
  const [first] = files;
  if (target?.paper && paths.length > 0 && (target.any || areOfPaper(files))) await bring(target.paper, paths);
  else if (first !== undefined && paths[0] !== undefined && files.length === 1 && await isManuscriptFile(first)) await openManuscript(paths[0]);
  else if (paths.length > 0) await preview({ files: paths }, target?.into);
  else if (first !== undefined) await preview({ text: await first.text(), name: first.name }, target?.into);
}

function drop(event: DragEvent): void {
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  const target = targetAt(event.target);
  if (!ready()) return;
  if (files.length > 0) return void take(files, target);
  const text = textOf(event.dataTransfer);
  if (looksLikePapers(text)) void preview({ text, name: '' }, target?.into);
  else say('import.nothing', {});
}

/** Asks for files in the system's dialog. */
export async function chooseFile(into: Into = {}): Promise<void> {
  const answer = await call('dialog.import', {});
  if (!answer.ok) sayError(answer.error);
  else if (answer.value !== null) await preview({ files: answer.value.files }, into);
}

/** Asks for a folder: its PDFs and lists of references come in together. */
export async function chooseFolder(): Promise<void> {
  const answer = await call('dialog.folder', {});
  if (!answer.ok) sayError(answer.error);
  else if (answer.value !== null) await preview({ files: [answer.value.folder] });
}

/** Something hangs over the window, perhaps over what would take it. */
export interface Hanging { target: Target | null }

/** Takes what is pasted, dropped or handed to the app from now on. */
export function followIntake(onHang: (hanging: Hanging | null) => void): () => void {
  const deaf = new AbortController();
  const { signal } = deaf;
  // What is dragged inside the window is not for the import.
  let own = false;
  const isTaken = ({ dataTransfer, target }: DragEvent): boolean => {
    const types = dataTransfer?.types ?? [];
    return types.includes('Files') || (!own && !isField(target) && (types.includes('text/plain') || types.includes('text/html')));
  };
  const leave = (): void => {
    mark(null);
    onHang(null);
  };
  const over = (event: DragEvent): void => {
    if (event.defaultPrevented || !isTaken(event)) return;
    event.preventDefault();
    const target = targetAt(event.target);
    mark(target);
    onHang({ target });
  };
  window.addEventListener('paste', paste, { signal });
  window.addEventListener('dragstart', () => { own = true; }, { signal });
  window.addEventListener('dragend', () => { own = false; }, { signal });
  window.addEventListener('dragover', over, { signal });
  window.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) leave(); }, { signal });
  window.addEventListener('drop', (event) => {
    const taken = !event.defaultPrevented && isTaken(event);
    leave();
    if (taken) drop(event);
  }, { signal });
  return () => { deaf.abort(); };
}
