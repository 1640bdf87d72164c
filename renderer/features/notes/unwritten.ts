import { on } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { sayError } from '../../stores/toasts.ts';
import type { Autosave } from './autosave.ts';

interface Unwritten { saver: Autosave; text: string; end: () => void }

/** Texts whose editor went before they were written, by the note they are of, or the paper whose note they would be. */
const unwritten = new Map<string, Unwritten>();

/** Takes over what could not be written of a note, for the editor in which it is shown again; null where all is written, or on its way. */
export function takeUnwritten(key: string): string | null {
  const one = unwritten.get(key);
  if (one === undefined || !one.saver.failing()) return null;
  one.end();
  return one.text;
}

/**
 * Looks after a text until it is written, also past its editor: it is tried again when the library is back, and the window stays
 * open for it. Closing it once more after it was said that this failed goes without. `why`: what kept it from being written.
 * The answer is called when the editor goes, with what it held.
 */
export function attend(saver: Autosave, why: () => string): (key: string, text: string) => void {
  let left: string | null = null;
  let warned = false;
  let over = false;
  const again = async (): Promise<boolean> => {
    if (over) return true;
    const done = await saver.flush();
    if (left === null) return done;
    if (done) end();
    else sayError({ code: 'internal', message: t('notes.failed', { message: why() }) }, { label: 'notes.retry', run: () => void again() });
    return done;
  };
  const close = (event: BeforeUnloadEvent): void => {
    if (!saver.pending() || (warned && saver.failing())) return;
    event.preventDefault();
    void again().then((done) => {
      if (done) return window.close();
      warned = true;
      sayError({ code: 'internal', message: t('notes.closing', { message: why() }) });
    });
  };
  const end = (): void => {
    over = true;
    window.removeEventListener('beforeunload', close);
    silence();
    if (left !== null && unwritten.get(left)?.saver === saver) unwritten.delete(left);
  };
  window.addEventListener('beforeunload', close);
  const silence = on('library', ({ state, same }) => { if (same && state === 'open') void again(); });
  return (key, text) => {
    left = key;
    if (!saver.pending()) return end();
    unwritten.set(key, { saver, text, end });
    void again();
  };
}
