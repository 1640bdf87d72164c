/** What the choice of the next download looks at. Times are milliseconds since the epoch. */
export interface Waiting { id: string; host: string; order: number; notBefore: number }
export interface Limits { atOnce: number; /** Between two requests to one host, in ms. */ gap: number }

/**
 * The waiting download to start now, else how long to wait until one may, else null for "when something ends". One at a
 * time to a host, with a gap between: a reading list from one server must not look like an attack on it.
 */
export function nextToStart<W extends Waiting>(waiting: readonly W[], busyHosts: readonly string[], lastStart: ReadonlyMap<string, number>, now: number, { atOnce, gap }: Limits): { start: W } | { wait: number } | null {
  if (busyHosts.length >= atOnce) return null;
  const free = waiting.filter(({ host }) => !busyHosts.includes(host)).map((one) => ({ one, at: Math.max(one.notBefore, (lastStart.get(one.host) ?? -Infinity) + gap) }));
  const ready = free.filter(({ at }) => at <= now).sort((a, b) => a.one.order - b.one.order)[0];
  if (ready !== undefined) return { start: ready.one };
  return free.length === 0 ? null : { wait: Math.min(...free.map(({ at }) => at)) - now };
}
