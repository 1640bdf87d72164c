import type { Job } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { useJobs } from '../../stores/jobs.ts';
import { sayError } from '../../stores/toasts.ts';

/** The newest download of a paper; null when there was none. */
export const useDownload = (paper: string): Job | null => useJobs((state) => state.jobs.find((job) => job.kind === 'download' && job.paper === paper) ?? null);

/** Fetches the PDF of a paper. */
export async function download(paper: string): Promise<void> {
  const answer = await call('download.start', { paper });
  if (!answer.ok) sayError(answer.error);
}

export async function cancelDownload(job: string): Promise<void> {
  const answer = await call('jobs.cancel', { id: job });
  if (!answer.ok) sayError(answer.error);
}
