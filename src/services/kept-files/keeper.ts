/** How long nothing must change before a file is written again, and how long it may at most be late, ms. */
const QUIET = 120;
const LATEST = 400;

export interface Keeper {
  /** The library may have changed. */
  note(): void;
  /** Now; resolves when a pass that began after this call has ended. */
  now(replace?: boolean): Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls `pass` soon after each change, once for many that come together and never twice at a time. Where a pass takes
 * long, as long again lies between two, so that a large library is not written all the while it is worked on.
 */
export function createKeeper(pass: (replace: boolean) => Promise<void>): Keeper {
  let timer: NodeJS.Timeout | undefined;
  let due: number | null = null;
  let took = 0;
  let closed = false;
  let running: Promise<void> = Promise.resolve();
  const run = (replace: boolean): Promise<void> => {
    clearTimeout(timer);
    due = null;
    running = running.then(async () => {
      if (closed) return;
      const begun = Date.now();
      await pass(replace);
      took = Date.now() - begun;
    });
    return running;
  };
  return {
    note() {
      if (closed) return;
      due ??= Date.now() + Math.max(LATEST, took);
      clearTimeout(timer);
      timer = setTimeout(() => void run(false), Math.max(0, Math.min(Math.max(QUIET, took), due - Date.now())));
    },
    now: (replace = false) => run(replace),
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
