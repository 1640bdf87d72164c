import { create } from 'zustand';
import type { Job } from '../../src/contract/views.ts';
import { call, on } from '../client/client.ts';

/** Long work: downloads, imports, exports; newest first. */
export const useJobs = create<{ jobs: readonly Job[] }>(() => ({ jobs: [] }));

const put = (jobs: readonly Job[]): void => useJobs.setState({ jobs: [...jobs].sort((a, b) => b.at.localeCompare(a.at)) });

/** Follows the jobs from now on. */
export async function followJobs(): Promise<void> {
  on('jobs', put);
  on('progress', ({ job, done, total, rate }) => {
    useJobs.setState(({ jobs }) => ({ jobs: jobs.map((one) => (one.id === job ? { ...one, done, total, ...(typeof rate === 'number' ? { rate } : {}) } : one)) }));
  });
  const answer = await call('jobs.list', {});
  if (answer.ok) put(answer.value);
}

export const isActive = (job: Job): boolean => job.state === 'queued' || job.state === 'running';
