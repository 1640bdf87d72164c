import { watch } from 'node:fs';
import { join } from 'node:path';

/** A synced folder brings a journal in pieces: it is read when nothing has come for this long, ms. */
const QUIET = 700;

/**
 * Calls when other machines' journals in a library's folder have changed and come to rest. Gives how to stop. Where the system
 * cannot watch the folder, foreign journals are read at the next opening.
 */
export function watchForeign(folder: string, machine: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = (name: string | null): void => {
    if (name !== null && (name === `${machine}.ndjson` || name.startsWith(`${machine}.ndjson.`) || name.startsWith('.'))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET).unref();
  };
  try {
    const watcher = watch(join(folder, 'journal'), { persistent: false }, (_, name) => { soon(name); });
    watcher.on('error', () => { watcher.close(); });
    return () => { clearTimeout(timer); watcher.close(); };
  } catch {
    return () => undefined;
  }
}
