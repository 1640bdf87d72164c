import { RotateCw, X } from 'lucide-react';
import type { Job } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { t, tError } from '../../messages/messages.ts';
import { isActive } from '../../stores/jobs.ts';
import { sayError } from '../../stores/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';

const MEGABYTE = 1_000_000;

/** How far a job is, in the unit it counts. */
function amount({ unit, done, total }: Job): string {
  const by = unit === 'bytes' ? MEGABYTE : 1;
  return total === null ? t(`job.${unit}`, { done: done / by }) : t(`job.${unit}Of`, { done: done / by, total: total / by });
}

async function ask(name: 'jobs.cancel' | 'jobs.retry', id: string): Promise<void> {
  const answer = await call(name, { id });
  if (!answer.ok) sayError(answer.error);
}

/** One piece of work: how far it is, and what can be done about it. */
export function JobLine({ job }: { job: Job }) {
  const again = job.state === 'cancelled' || (job.state === 'failed' && job.error?.retryable !== false);
  return (
    <li className="line job" data-testid={`job-${job.state}`}>
      <div className="job-words">
        <span className="line-name">{job.title}</span>
        <span className="line-fact">{t(`job.${job.kind}`)} · {t(`job.${job.state}`)}{job.done > 0 ? ` · ${amount(job)}` : ''}</span>
        {job.error === undefined || job.state !== 'failed' ? null : <span className="job-error">{tError(job.error)}</span>}
        {isActive(job) ? <Progress label={job.title} done={job.done} total={job.total} /> : null}
      </div>
      {isActive(job) ? <Button kind="quiet" icon={X} action="job.cancel" onPress={() => void ask('jobs.cancel', job.id)}>{t('activity.cancel')}</Button> : null}
      {again ? <Button kind="quiet" icon={RotateCw} action="job.retry" onPress={() => void ask('jobs.retry', job.id)}>{t('activity.retry')}</Button> : null}
    </li>
  );
}
