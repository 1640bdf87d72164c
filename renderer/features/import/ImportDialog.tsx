import { AlertTriangle } from 'lucide-react';
import { t, tError } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { commit, expected, giveUp, useImport } from './import-store.ts';
import { Preview } from './Preview.tsx';
import { Report } from './Report.tsx';
import './import.css';

function Failed() {
  const error = useImport((state) => state.error);
  return (
    <div className="import-state" role="alert">
      <AlertTriangle size={26} strokeWidth={1.4} aria-hidden /><h3>{t('import.failed')}</h3>
      <p>{error === null ? '' : tError(error)}</p><p className="import-hint">{t('import.nothingHint')}</p>
    </div>
  );
}

function Working({ words }: { words: string }) {
  const { done, total } = useImport((state) => state.progress);
  return <div className="import-state" role="status"><p>{words}</p><div className="import-bar"><Progress label={words} done={done} total={total} /></div></div>;
}

function Foot() {
  const state = useImport();
  const { papers, joins } = expected(state);
  if (state.phase === 'report') return <Button kind="main" onPress={giveUp}>{t('close')}</Button>;
  // What is here already can still be put where it was dropped.
  const places = papers + joins === 0 && Object.keys(state.into).length > 0 && (state.preview?.duplicates ?? 0) > 0;
  const ready = state.phase === 'preview' && (papers + joins > 0 || places);
  return (
    <>
      <Button onPress={giveUp}>{t('cancel')}</Button>
      <Button kind="main" action="import.commit" disabled={!ready} onPress={() => void commit()}>{places ? t('import.doPlace') : papers === 0 && joins > 0 ? t('import.doJoin') : t('import.do', { count: papers })}</Button>
    </>
  );
}

/** What an import would bring, before anything changes. */
export function ImportDialog() {
  const { phase, preview, report } = useImport();
  return (
    <Dialog title={phase === 'report' ? t('import.reportTitle') : t('import.title')} size="large" closeLabel={t('close')} onClose={giveUp} foot={<Foot />}>
      {phase === 'report' ? report && <Report report={report} /> : phase === 'failed' ? <Failed /> : phase === 'reading' ? <Working words={t('import.reading')} /> : phase === 'committing' ? <Working words={t('import.committing')} /> : preview === null ? null : <Preview preview={preview} />}
    </Dialog>
  );
}
