import { ArrowUpToLine, Pause, Play, RotateCw, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Job } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { t, tError } from '../../messages/messages.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { isActive } from '../../stores/jobs.ts';
import { sayError } from '../../stores/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { factsOf } from './job-words.ts';

type Verb = 'cancel' | 'retry' | 'pause' | 'resume' | 'first';

async function ask(verb: Verb, id: string): Promise<void> {
  const answer = await call(`jobs.${verb}`, { id });
  if (!answer.ok) sayError(answer.error);
}

const VERBS: { verb: Verb; icon: LucideIcon; label: MessageKey; when: (job: Job) => boolean }[] = [
  { verb: 'first', icon: ArrowUpToLine, label: 'activity.first', when: ({ kind, state }) => kind === 'download' && state === 'queued' },
  { verb: 'pause', icon: Pause, label: 'activity.pause', when: (job) => job.kind === 'download' && (job.state === 'queued' || job.state === 'running') },
  { verb: 'resume', icon: Play, label: 'activity.resume', when: ({ state }) => state === 'paused' },
  { verb: 'retry', icon: RotateCw, label: 'activity.retry', when: ({ state }) => state === 'failed' || state === 'cancelled' },
  { verb: 'cancel', icon: X, label: 'activity.cancel', when: (job) => isActive(job) || job.state === 'paused' },
];

/** One piece of work: how far it is, and what can be done about it. */
export function JobLine({ job, now }: { job: Job; now: number }) {
  return (
    <li className="line job" data-testid={`job-${job.state}`}>
      <div className="job-words">
        <span className="line-name">{job.title}</span>
        <span className="line-fact">{factsOf(job, now)}</span>
        {job.error === undefined ? null : <span className={job.state === 'failed' ? 'job-error' : 'job-trouble'}>{tError(job.error)}</span>}
        {job.state === 'running' ? <Progress label={job.title} done={job.done} total={job.total} /> : null}
      </div>
      {VERBS.filter(({ when }) => when(job)).map(({ verb, icon, label }) => (
        <Button key={verb} kind="quiet" icon={icon} action={`job.${verb}`} onPress={() => void ask(verb, job.id)}>{t(label)}</Button>
      ))}
    </li>
  );
}
