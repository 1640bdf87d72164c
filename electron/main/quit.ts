import { app } from 'electron';
import type { Context } from './context.ts';
import { logUnexpected } from './log.ts';

/** Milliseconds that quitting waits. What was acknowledged is on disk by then; the next start reads the journal. */
const PATIENCE = 8000;

/** Quitting waits until downloads have stopped and the engine has closed its files. */
export function leaveOnlyWhenSaved({ library }: Context): void {
  let saved = false;
  app.on('will-quit', (event) => {
    if (saved) return;
    event.preventDefault();
    const leave = (): void => {
      saved = true;
      app.quit();
    };
    const late = setTimeout(() => { logUnexpected('quit', new Error('The library did not close in time.')); app.exit(0); }, PATIENCE);
    void library.close()
      .catch((error: unknown) => { logUnexpected('quit', error); })
      .finally(() => { clearTimeout(late); leave(); });
  });
}
