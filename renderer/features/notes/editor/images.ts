import { EditorView } from '@codemirror/view';
import { call } from '../../../client/client.ts';
import { sayError } from '../../../stores/toasts.ts';

const imagesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter((file) => /^image\/(?:png|jpeg|gif|webp|avif)$/.test(file.type));

/** A file's bytes as base64. */
async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Keeps images in the library and puts them where they were dropped, or (`at` null) where the cursor is by then, in order. */
async function putIn(view: EditorView, files: readonly File[], at: number | null): Promise<void> {
  let dropped = at;
  for (const file of files) {
    const kept = await call('notes.keepImage', { data: await base64(file) });
    if (!kept.ok) { sayError(kept.error); continue; }
    const name = file.name.replace(/\.[^.]*$/, '').replace(/[[\]\\\n]/g, ' ').trim();
    const insert = `![${name}](${kept.value.path})`;
    const place = Math.min(dropped ?? view.state.selection.main.head, view.state.doc.length);
    view.dispatch({ changes: { from: place, insert }, selection: { anchor: place + insert.length }, userEvent: 'input.paste' });
    if (dropped !== null) dropped = place + insert.length;
  }
}

/** Images that are pasted into a note or dropped on it. */
export const takeImages = EditorView.domEventHandlers({
  paste(event, view) {
    const files = imagesIn(event.clipboardData);
    if (files.length === 0) return false;
    event.preventDefault();
    void putIn(view, files, null);
    return true;
  },
  dragover(event) {
    if (![...(event.dataTransfer?.items ?? [])].some((item) => item.kind === 'file' && item.type.startsWith('image/'))) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  },
  drop(event, view) {
    const files = imagesIn(event.dataTransfer);
    if (files.length === 0) return false;
    event.preventDefault();
    event.stopPropagation();
    void putIn(view, files, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length);
    return true;
  },
});
