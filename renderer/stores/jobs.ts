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

let underWay: { of: readonly Job[]; byPaper: ReadonlyMap<string, Job> } = { of: [], byPaper: new Map() };

/** The download of a paper that is running or waits; looked up once for all rows, since there may be thousands of jobs. */
export function useDownloadUnderWay(paper: string): Job | null {
  return useJobs(({ jobs }) => {
    if (underWay.of !== jobs) underWay = { of: jobs, byPaper: new Map(jobs.flatMap((job) => (job.kind === 'download' && job.paper !== undefined && isActive(job) ? [[job.paper, job] as const] : []))) };
    return underWay.byPaper.get(paper) ?? null;
  });
}
