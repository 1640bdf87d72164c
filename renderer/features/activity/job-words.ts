import type { Job } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';

const MEGABYTE = 1_000_000;

/** How far a job is, in the unit it counts. */
function amount({ unit, done, total }: Job): string {
  const by = unit === 'bytes' ? MEGABYTE : 1;
  return total === null ? t(`job.${unit}`, { done: done / by }) : t(`job.${unit}Of`, { done: done / by, total: total / by });
}

/** How fast it goes and how long it will take; nothing until that can be known. */
function pace({ state, rate, unit, done, total }: Job): string[] {
  if (state !== 'running' || rate === undefined || rate <= 0 || unit !== 'bytes') return [];
  const left = total === null ? [] : [t('job.left', { seconds: Math.max(1, Math.round((total - done) / rate)) })];
  return [t('job.rate', { rate: rate / MEGABYTE }), ...left];
}

/** The state of a job in a line: what it is, how far, how fast, or when it tries again. */
export function factsOf(job: Job, now: number): string {
  const again = job.retryAt === undefined ? [] : [t('job.again', { seconds: Math.max(1, Math.ceil((Date.parse(job.retryAt) - now) / 1000)) })];
  return [t(`job.${job.kind}`), t(`job.${job.state}`), ...(job.done > 0 ? [amount(job)] : []), ...pace(job), ...again].join(' · ');
}
