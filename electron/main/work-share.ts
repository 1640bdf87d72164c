/** The part of a job that the desktop shows. */
export interface Work { state: string; done: number; total: number | null }

/** The work in progress as the taskbar shows it: a share of 1, 2 for "some, nobody knows how much", -1 for none. */
export function shareOf(jobs: readonly Work[]): number {
  const running = jobs.filter(({ state }) => state === 'running' || state === 'queued');
  if (running.length === 0) return -1;
  const known = running.filter(({ total }) => total);
  if (known.length === 0) return 2;
  return known.reduce((sum, { done, total }) => sum + done / (total ?? 1), 0) / known.length;
}
