import { Ban, ListX, Pause, Play, RotateCw } from 'lucide-react';
import type { Job } from '../../../src/contract/views.ts';
import type { Action } from '../../actions/registry.ts';
import { call } from '../../client/client.ts';
import { useJobs } from '../../stores/jobs.ts';
import { sayError } from '../../stores/toasts.ts';

type JobCall = 'jobs.cancel' | 'jobs.retry' | 'jobs.pause' | 'jobs.resume';

const downloads = (is: (job: Job) => boolean): readonly Job[] => useJobs.getState().jobs.filter((job) => job.kind === 'download' && is(job));

const failed = (): readonly Job[] => downloads(({ state }) => state === 'failed');
const going = (): readonly Job[] => downloads(({ state }) => state === 'queued' || state === 'running');
const paused = (): readonly Job[] => downloads(({ state }) => state === 'paused');
const ended = (): readonly Job[] => useJobs.getState().jobs.filter(({ state }) => state === 'done' || state === 'failed' || state === 'cancelled');

async function forEach(jobs: readonly Job[], name: JobCall): Promise<void> {
  for (const { id } of jobs) {
    const answer = await call(name, { id });
    if (!answer.ok) { sayError(answer.error); return; }
  }
}

/** What can be done about all jobs at once. */
export const jobActions: readonly Action[] = [
  { name: 'jobs.pauseAll', label: 'action.pauseAll', group: 'app', icon: Pause, when: () => going().length > 0, run: () => forEach([...going()].reverse(), 'jobs.pause') },
  { name: 'jobs.resumeAll', label: 'action.resumeAll', group: 'app', icon: Play, when: () => paused().length > 0, run: () => forEach(paused(), 'jobs.resume') },
  { name: 'jobs.cancelAll', label: 'action.cancelAll', group: 'app', icon: Ban, when: () => going().length + paused().length > 1, run: () => forEach([...paused(), ...going()], 'jobs.cancel') },
  { name: 'jobs.retryFailed', label: 'action.retryFailed', group: 'app', icon: RotateCw, when: () => failed().length > 0, run: () => forEach(failed(), 'jobs.retry') },
  { name: 'jobs.clear', label: 'action.clearJobs', group: 'app', icon: ListX, when: () => ended().length > 0, run: async () => { const answer = await call('jobs.clear', {}); if (!answer.ok) sayError(answer.error); } },
];
