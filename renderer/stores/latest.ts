/** Runs `work` one at a time: calls that come while it runs become one more run after it, so that a burst asks twice and never more. */
export function latest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    if (running !== null) {
      again = true;
      return running;
    }
    running = loop().finally(() => { running = null; });
    return running;
  };
}
