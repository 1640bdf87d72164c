import type { Result } from '../../../src/contract/errors.ts';
import { tError } from '../../messages/messages.ts';

/** Where the text stands: `saved` only once the library has answered so. */
export type SaveState = { at: 'saved' } | { at: 'unsaved' } | { at: 'saving' } | { at: 'failed'; message: string };

export interface Autosave {
  /** The text changed; it is asked for and written when typing pauses. */
  change: (text: () => string) => void;
  /** Writes now what is not yet written; true when nothing is left unwritten. */
  flush: () => Promise<boolean>;
  pending: () => boolean;
  /** Whether the last try failed, and nothing was typed or tried since. */
  failing: () => boolean;
}

/** Keeps a text written: one write at a time, the newest text last, and a failed one kept for the next try. */
export function makeAutosave(options: { write: (text: string) => Promise<Result<unknown>>; delay: number; onState: (state: SaveState) => void }): Autosave {
  let waiting: (() => string) | null = null;
  let running: Promise<void> | null = null;
  let failed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const drain = async (): Promise<void> => {
    while (waiting !== null) {
      const take: () => string = waiting;
      waiting = null;
      options.onState({ at: 'saving' });
      const answer = await options.write(take());
      failed = !answer.ok && waiting === null;
      if (!answer.ok) {
        waiting ??= take;
        options.onState({ at: 'failed', message: tError(answer.error) });
        return;
      }
    }
    options.onState({ at: 'saved' });
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    if (waiting !== null || running !== null) {
      running ??= drain().finally(() => { running = null; });
      await running;
    }
    return waiting === null;
  };
  return {
    change: (text) => {
      waiting = text;
      failed = false;
      options.onState({ at: 'unsaved' });
      clearTimeout(timer);
      timer = setTimeout(() => { void flush(); }, options.delay);
    },
    flush,
    pending: () => waiting !== null || running !== null,
    failing: () => failed && running === null,
  };
}
