import type { ReactNode } from 'react';
import { AlertTriangle } from 'lucide-react';
import { t, tError } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { runQuery } from '../../stores/query.ts';
import { useRows } from '../../stores/rows.ts';
import { useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Asked } from './Asked.tsx';
import { BatchBar } from './BatchBar.tsx';
import { Empty } from './Empty.tsx';
import { FilterBar } from './FilterBar.tsx';
import { PaperList } from './PaperList.tsx';

function Foot() {
  const handle = useRows((state) => state.handle);
  const chosen = useSelection((state) => state.chosen);
  const words = useSelection((state) => state.query.text !== '');
  if (handle === null) return null;
  const total = handle.total;
  const picked = chosen.all ? total - chosen.except.size : chosen.ids.size;
  return (
    <footer className="list-foot" role="status">
      {picked === 1 ? <strong>{t('list.chosen', { count: picked, total })}</strong> : <span>{t('list.total', { count: total })}</span>}
      {handle.indexing && words ? <span>{t('list.indexing')}</span> : null}
    </footer>
  );
}

function Failed({ error }: { error: { code: string; message: string } }) {
  return (
    <div className="empty" role="alert">
      <AlertTriangle size={26} strokeWidth={1.4} aria-hidden /><h2>{t('failed.list')}</h2><p>{tError(error)}</p>
      <Button onPress={() => void runQuery()}>{t('failed.again')}</Button>
    </div>
  );
}

/** Said where a library takes its time to open; the empty list stands in most starts for less than a second. */
function Opening() {
  const words = t('start.opening');
  return <div className="list-opening"><p role="status">{words}</p><Progress label={words} done={0} total={null} /></div>;
}

/** The list with its filter; `stream` shows it as abstracts where that is asked for. */
export function LibraryView({ narrow, stream }: { narrow: boolean; stream: ReactNode }) {
  const streams = useSettings((state) => state.settings.layout === 'stream');
  const total = useRows((state) => state.handle?.total);
  const error = useSelection((state) => state.error);
  const opening = useLibrary(({ state }) => state === 'opening');
  return (
    <>
      <FilterBar narrow={narrow} />
      <Asked />
      {opening ? <Opening /> : null}
      {error !== null ? <Failed error={error} /> : total === 0 ? <Empty /> : streams ? stream : <PaperList />}
      <BatchBar />
      <Foot />
    </>
  );
}
