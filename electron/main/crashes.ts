/** How often in how long (ms) the engine may stop before starting it again is given up. */
const LIMIT = 3;
const WITHIN = 60_000;

/** Remembers when the engine stopped. `mayRestart` counts one more and answers whether another try makes sense; `forget` begins afresh. */
export function createCrashCount(now: () => number): { mayRestart(): boolean; forget(): void } {
  let times: number[] = [];
  return {
    mayRestart() {
      times = [...times.filter((time) => now() - time < WITHIN), now()];
      return times.length < LIMIT;
    },
    forget() { times = []; },
  };
}
