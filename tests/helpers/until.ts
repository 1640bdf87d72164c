import { setTimeout as pause } from 'node:timers/promises';

/** Looks until what is seen is right, then gives it; throws with what it saw last. For what the window does not announce. */
export async function until<T>(look: () => Promise<T>, right: (seen: T) => boolean, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (right(seen)) return seen;
    if (Date.now() > end) throw new Error(`It did not come to that: ${JSON.stringify(seen)}`);
    await pause(25);
  }
}
