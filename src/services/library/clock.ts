/** A hybrid logical clock: wall time in ms and a counter, as one sortable string of 14 base-36 characters. */
export interface Clock {
  /** The newest time given or heard. */
  readonly now: string;
  /** A time later than every time given or heard before. */
  tick(): string;
  /** Takes note of another machine's time, so that the next tick is after it. */
  hear(time: string): void;
}

const TIME = 9;
const COUNT = 5;
const pad = (value: number, width: number): string => value.toString(36).padStart(width, '0');

/** `now` is the wall clock in ms since 1970; it may stand still or run backwards. */
export function makeClock(now: () => number): Clock {
  let ms = 0;
  let count = 0;
  return {
    get now() { return pad(ms, TIME) + pad(count, COUNT); },
    tick() {
      const wall = now();
      if (wall > ms) [ms, count] = [wall, 0];
      else count++;
      return pad(ms, TIME) + pad(count, COUNT);
    },
    hear(time) {
      const [heard, counted] = [parseInt(time.slice(0, TIME), 36), parseInt(time.slice(TIME), 36)];
      if (heard > ms || (heard === ms && counted > count)) [ms, count] = [heard, counted];
    },
  };
}
