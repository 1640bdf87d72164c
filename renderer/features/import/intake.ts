import { call, pathOf } from '../../client/client.ts';
import { useLibrary } from '../../stores/library.ts';
import { sayError } from '../../stores/toasts.ts';
import { useView } from '../../stores/view.ts';
import { looksLikePapers } from './looks.ts';
import { preview } from './import-store.ts';

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea') !== null);
const ready = (): boolean => useLibrary.getState().state === 'open' && useView.getState().overlay === null;

function paste(event: ClipboardEvent): void {
  if (isField(event.target) || !ready()) return;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const html = event.clipboardData?.getData('text/html') ?? '';
  const given = text.trim() === '' ? html : text;
  if (!looksLikePapers(given)) return;
  event.preventDefault();
  void preview({ text: given, name: '' });
}

/** Looks at dropped files: by their paths where they have some, else by what is in them. */
async function take(files: readonly File[]): Promise<void> {
  const paths = files.map(pathOf).filter((path) => path !== '');
  const [first] = files;
  if (paths.length > 0) await preview({ files: paths });
  else if (first !== undefined) await preview({ text: await first.text(), name: first.name });
}

function drop(event: DragEvent): void {
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length > 0 && ready()) void take(files);
}

/** Asks for files in the system's dialog. */
export async function chooseFile(): Promise<void> {
  const answer = await call('dialog.import', {});
  if (!answer.ok) sayError(answer.error);
  else if (answer.value !== null) await preview({ files: answer.value.files });
}

/** Takes what is pasted, dropped or handed to the app from now on. */
export function followIntake(onDrag: (over: boolean) => void): () => void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent): void => { if (hasFiles(event)) { event.preventDefault(); onDrag(true); } };
  const out = (event: DragEvent): void => { if (event.relatedTarget === null) onDrag(false); };
  const dropped = (event: DragEvent): void => { onDrag(false); drop(event); };
  window.addEventListener('paste', paste);
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', out);
  window.addEventListener('drop', dropped);
  return () => {
    window.removeEventListener('paste', paste);
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', out);
    window.removeEventListener('drop', dropped);
  };
}
