import { pause } from './pause.ts';

/** The longest that work in the background stands back for callers, ms: a call that takes longer shares the time. */
const PATIENCE = 250;

/** Lets callers go first: while a call is being answered, work in the background waits. */
export class Gate {
  #calls = 0;
  #free: (() => void)[] = [];

  /** Runs a call. */
  async pass<T>(call: () => Promise<T>): Promise<T> {
    this.#calls++;
    try {
      return await call();
    } finally {
      if (--this.#calls === 0) for (const go of this.#free.splice(0)) go();
    }
  }

  /** Resolves when nobody is being answered, or after a quarter of a second, and always lets others run first. */
  async wait(): Promise<void> {
    await pause();
    if (this.#calls === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE);
      this.#free.push(() => { clearTimeout(timer); resolve(); });
    });
  }
}
