import { call, on, pathOf } from '../../client/client.ts';
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

/** Looks at a dropped file: by its path where it has one, else by what is in it. */
async function take(file: File): Promise<void> {
  const path = pathOf(file);
  await preview(path === '' ? { text: await file.text(), name: file.name } : { file: path });
}

function drop(event: DragEvent): void {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file !== undefined && ready()) void take(file);
}

/** Asks for a file in the system's dialog. */
export async function chooseFile(): Promise<void> {
  const answer = await call('dialog.import', {});
  if (!answer.ok) sayError(answer.error);
  else if (answer.value !== null) await preview({ file: answer.value.file });
}

/** Takes what is pasted, dropped or handed to the app from now on. */
export function followIntake(onDrag: (over: boolean) => void): () => void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent): void => { if (hasFiles(event)) { event.preventDefault(); onDrag(true); } };
  const out = (event: DragEvent): void => { if (event.relatedTarget === null) onDrag(false); };
  const dropped = (event: DragEvent): void => { onDrag(false); drop(event); };
  const silence = on('offered', ({ file }) => { if (ready()) void preview({ file }); });
  window.addEventListener('paste', paste);
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', out);
  window.addEventListener('drop', dropped);
  return () => {
    silence();
    window.removeEventListener('paste', paste);
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', out);
    window.removeEventListener('drop', dropped);
  };
}
