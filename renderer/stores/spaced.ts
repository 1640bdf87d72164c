/** Ten times a second is as often as a burst of changes is shown: between two of them there is time for whoever makes the changes. */
const GAP = 100;

/** Runs `work` at once, and then at most once in `gap` ms: of the calls that come sooner, one more run follows when the time is over. */
export function spaced(work: () => void, gap = GAP): () => void {
  let waiting = false;
  let last = -Infinity;
  const run = (): void => {
    waiting = false;
    last = performance.now();
    work();
  };
  return () => {
    if (waiting) return;
    const left = last + gap - performance.now();
    if (left <= 0) return run();
    waiting = true;
    setTimeout(run, left);
  };
}
