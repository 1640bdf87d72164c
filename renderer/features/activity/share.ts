import type { Job } from '../../../src/contract/views.ts';

/** How far several jobs are together, from 0 to 1; null when none of them knows its end. */
export function shareOf(jobs: readonly Pick<Job, 'done' | 'total'>[]): number | null {
  const known = jobs.flatMap((job) => (job.total === null || job.total <= 0 ? [] : [Math.min(1, job.done / job.total)]));
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0) / jobs.length;
}
