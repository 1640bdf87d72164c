import type { Job } from '../../src/contract/views.ts';
import { call } from '../client/client.ts';
import { t, tError } from '../messages/messages.ts';
import { isActive, useJobs } from './jobs.ts';
import { useSettings } from './settings.ts';

/** Jobs that ended between two lists of them, but for those that were called off. */
export const ended = (before: readonly Job[], now: readonly Job[]): Job[] => {
  const active = new Set(before.filter(isActive).map(({ id }) => id));
  return now.filter((job) => active.has(job.id) && (job.state === 'done' || job.state === 'failed'));
};

const words = (job: Job): string =>
  job.state === 'done' ? t(`desktop.jobDone.${job.kind}`, { title: job.title }) : t('desktop.jobFailed', { title: job.title, why: job.error === undefined ? '' : tError(job.error) });

/** Tells a person who looks elsewhere what has finished, from now on: one notification when all work is done, not one a job. */
export function followJobNews(): void {
  let news: Job[] = [];
  useJobs.subscribe(({ jobs }, { jobs: before }) => {
    news.push(...ended(before, jobs));
    if (news.length === 0 || jobs.some(isActive)) return;
    const told = news;
    news = [];
    if (document.hasFocus() || !useSettings.getState().settings.notices) return;
    const failed = told.filter(({ state }) => state === 'failed');
    const [only] = told;
    void call('app.notify', {
      title: t(failed.length > 0 ? 'desktop.failed' : 'desktop.done'),
      body: (told.length === 1 && only !== undefined ? words(only) : [t('desktop.jobsDone', { count: told.length }), ...failed.map(words)].join('\n')).slice(0, 500),
    });
  });
}
