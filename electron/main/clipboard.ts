import * as electron from 'electron';

/** Electrons before 45 have no ClipboardItem; theirs takes `{ text, html }` at once. */
interface OlderClipboard { write(data: { text: string; html?: string }): void }

/** Puts plain text, and rich text where given, on the clipboard in one step. */
export async function writeClipboard(text: string, html?: string): Promise<void> {
  if ('ClipboardItem' in electron && typeof electron.ClipboardItem === 'function') {
    await electron.clipboard.write([new electron.ClipboardItem({ 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) })]);
    return;
  }
  (electron.clipboard as unknown as OlderClipboard).write({ text, ...(html === undefined ? {} : { html }) });
}
