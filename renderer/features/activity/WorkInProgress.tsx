import { Download } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { isActive, useJobs } from '../../stores/jobs.ts';
import { show } from '../../stores/view.ts';
import { Progress } from '../../ui/Progress.tsx';
import { shareOf } from './share.ts';
import './activity.css';

/** What goes on, in a line at the foot of the sidebar. */
export function WorkInProgress() {
  const all = useJobs((state) => state.jobs);
  const jobs = all.filter(isActive);
  if (jobs.length === 0) return null;
  const part = shareOf(jobs);
  const words = t(jobs.every((job) => job.kind === 'download') ? 'activity.downloads' : 'activity.working', { count: jobs.length });
  return (
    <button type="button" className="work" data-testid="work" onClick={() => { show('activity'); }}>
      <span className="work-line"><Download size={13} aria-hidden /><span>{words}</span><span className="work-part">{part === null ? '' : t('activity.percent', { part })}</span></span>
      <Progress label={words} done={part ?? 0} total={part === null ? null : 1} />
    </button>
  );
}
