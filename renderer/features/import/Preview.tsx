import { t } from '../../messages/messages.ts';
import type { ImportPreview } from '../../../src/contract/views.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Entry } from './Entry.tsx';
import { turnEntry, useImport } from './import-store.ts';

function Head({ preview }: { preview: ImportPreview }) {
  const { page, date } = preview.origin;
  const facts = [
    t('import.from', { name: preview.name === '' ? t('import.pasted') : preview.name }), t('import.format', { format: preview.format }),
    page === undefined ? '' : t('import.page', { page }), date === undefined ? '' : t('import.date', { date }),
  ].filter((fact) => fact !== '');
  const fresh = preview.total - preview.duplicates;
  return (
    <header className="import-head">
      <h3>{t('import.summary', { fresh })}{preview.duplicates > 0 ? <span className="import-known">{t('import.duplicates', { count: preview.duplicates })}</span> : null}</h3>
      <p className="import-facts">{facts.join(' · ')}</p>
    </header>
  );
}

function Known() {
  const duplicates = useImport((state) => state.duplicates);
  return (
    <Segments label={t('import.duplicatesWhat')} value={duplicates} onChange={(value) => { useImport.setState({ duplicates: value }); }}
      options={[{ value: 'skip', label: t('import.skip') }, { value: 'keep', label: t('import.keep') }, { value: 'join', label: t('import.join') }]} />
  );
}

const LeftOut = ({ preview }: { preview: ImportPreview }) => (
  <details className="import-more">
    <summary>{t('import.leftOut', { count: preview.leftOut.length })}</summary>
    <ul>{preview.leftOut.map((one) => <li key={one.line}><span className="import-line">{t('import.line', { line: one.line })}</span><q>{one.text}</q><span className="import-hint">{one.reason}</span></li>)}</ul>
  </details>
);

const Problems = ({ preview }: { preview: ImportPreview }) => (
  <details className="import-more" open={preview.problems.some((one) => one.severity !== 'note')}>
    <summary>{t('import.problems', { count: preview.problems.length })}</summary>
    <ul>
      {preview.problems.map((one, index) => (
        <li key={`${String(one.line)} ${String(index)}`} className={`import-${one.severity}`}>{one.line === undefined ? null : <span className="import-line">{t('import.line', { line: one.line })}</span>}{one.message}</li>
      ))}
    </ul>
  </details>
);

/** What will come in, what is already here, what was left out, and what is in doubt. */
export function Preview({ preview }: { preview: ImportPreview }) {
  const { skip, duplicates } = useImport();
  if (preview.total === 0) return <div className="import-state"><h3>{t('import.nothing')}</h3><p className="import-hint">{t('import.nothingHint')}</p>{preview.leftOut.length > 0 ? <LeftOut preview={preview} /> : null}</div>;
  const hidden = preview.total - preview.entries.length;
  return (
    <>
      <Head preview={preview} />
      {preview.duplicates > 0 ? <Known /> : null}
      {preview.problems.length > 0 ? <Problems preview={preview} /> : null}
      {preview.leftOut.length > 0 ? <LeftOut preview={preview} /> : null}
      <ul className="entries" aria-label={t('import.entries')} data-testid="import-entries">
        {preview.entries.map((entry) => <Entry key={entry.index} entry={entry} taken={!skip.has(entry.index) && (entry.verdict !== 'duplicate' || duplicates !== 'skip')} locked={entry.verdict === 'duplicate' && duplicates === 'skip'} onTurn={turnEntry} />)}
      </ul>
      {hidden > 0 ? <p className="import-hint">{t('import.more', { count: hidden })}</p> : null}
    </>
  );
}
