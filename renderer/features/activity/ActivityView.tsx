import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Job } from '../../../src/contract/views.ts';
import { actionContext } from '../../actions/context.ts';
import type { Action } from '../../actions/registry.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { useJobs } from '../../stores/jobs.ts';
import { Button } from '../../ui/Button.tsx';
import { ImportReports } from '../import/index.ts';
import { jobActions } from './actions.ts';
import { JobLine } from './JobLine.tsx';
import { useHistory } from './history.ts';
import { HistoryList } from './HistoryList.tsx';
import './activity.css';

function Jobs() {
  const jobs = useJobs((state) => state.jobs);
  const now = useNow(jobs.some((job) => job.retryAt !== undefined));
  if (jobs.length === 0) return <div className="page-none"><p>{t('activity.jobsNone')}</p><div className="page-acts"><Button action="import.open" onPress={() => runAction('import.open')}>{t('action.import')}</Button></div></div>;
  return <ul className="lines">{[...jobs].sort((a, b) => turn(a) - turn(b)).map((job) => <JobLine key={job.id} job={job} now={now} />)}</ul>;
}

/** What runs stands first, then what waits, then what needs a look; what is done last. */
const TURNS: readonly Job['state'][] = ['running', 'queued', 'paused', 'failed', 'cancelled', 'done'];
const turn = (job: Job): number => TURNS.indexOf(job.state);

/** The time in ms; it goes on, second by second, while something counts down. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => { setNow(Date.now()); }, 1000);
    return () => { clearInterval(timer); };
  }, [ticking]);
  return now;
}

/** What can be done about all jobs at once. */
function ForAllJobs() {
  return (
    <>
      {jobActions.map((action) => <ForAll key={action.name} action={action} />)}
    </>
  );
}

function ForAll({ action: { name, icon, label, when } }: { action: Action }) {
  const usable = useJobs(() => when(actionContext()));
  return usable ? <Button kind="quiet" {...(icon === undefined ? {} : { icon })} action={name} onPress={() => runAction(name)}>{t(label)}</Button> : null;
}

function History() {
  const entries = useHistory();
  if (entries === null) return null;
  return entries.length === 0 ? <p className="page-none">{t('activity.historyNone')}</p> : <HistoryList entries={entries} />;
}

/** What goes on, and what was done; all of it can be taken back. */
export function ActivityView() {
  const undoable = useLibrary((state) => state.overview?.undo ?? null);
  const redoable = useLibrary((state) => state.overview?.redo ?? null);
  return (
    <main className="page">
      <h1>{t('activity.title')}</h1>
      <section aria-labelledby="activity-jobs">
        <div className="page-line"><h2 id="activity-jobs">{t('activity.jobs')}</h2><ForAllJobs /></div>
        <Jobs />
      </section>
      <ImportReports />
      <section aria-labelledby="activity-history">
        <div className="page-line">
          <h2 id="activity-history">{t('activity.history')}</h2>
          <Button kind="quiet" icon={Undo2} action="history.undo" disabled={undoable === null} onPress={() => runAction('history.undo')}>{t('activity.undoLast')}</Button>
          <Button kind="quiet" icon={Redo2} action="history.redo" disabled={redoable === null} onPress={() => runAction('history.redo')}>{t('activity.redoLast')}</Button>
        </div>
        <History />
      </section>
    </main>
  );
}
