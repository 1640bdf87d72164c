import type { Job, Selection } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { useJobs } from '../../stores/jobs.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { show } from '../../stores/view.ts';

/** The newest download of a paper; null when there was none. */
export const useDownload = (paper: string): Job | null => useJobs((state) => state.jobs.find((job) => job.kind === 'download' && job.paper === paper) ?? null);

/** Fetches the PDF of a paper. */
export async function download(paper: string): Promise<void> {
  const answer = await call('download.start', { paper });
  if (!answer.ok) sayError(answer.error);
}

/** Fetches what has no PDF yet of a selection, and says what came of asking. */
export async function downloadAll(selection: Selection): Promise<void> {
  const answer = await call('download.batch', { selection });
  if (!answer.ok) { sayError(answer.error); return; }
  say('pdf.batch', answer.value, { label: 'action.activity', run: () => { show('activity'); } });
}

export async function cancelDownload(job: string): Promise<void> {
  const answer = await call('jobs.cancel', { id: job });
  if (!answer.ok) sayError(answer.error);
}
