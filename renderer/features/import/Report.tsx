import { useEffect, useState } from 'react';
import type { ImportReport } from '../../../src/contract/imports.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { Button } from '../../ui/Button.tsx';
import { formatName } from '../../messages/format-name.ts';
import { showReport } from './import-store.ts';
import { LeftOut, Problems } from './Problems.tsx';

/** What an import did, in one line. */
const summary = ({ imported, joined, skipped }: ImportReport): string => [t('import.reportImported', { count: imported }), ...(joined > 0 ? [t('import.reportJoined', { count: joined })] : []), ...(skipped > 0 ? [t('import.reportSkipped', { count: skipped })] : [])].join(' · ');

const Renamed = ({ renamed }: Pick<ImportReport, 'renamed'>) => (
  <details className="import-more" open={renamed.length <= 10}>
    <summary>{t('import.renamed', { count: renamed.length })}</summary>
    <ul>{renamed.map(({ from, to, line }) => <li key={to}>{line === undefined ? null : <span className="import-line">{t('import.line', { line })}</span>}<span><code>{from}</code> → <code>{to}</code></span></li>)}</ul>
  </details>
);

/** What an import did and what it could not read, with its text; it can be opened again from Activity. */
export function Report({ report }: { report: ImportReport }) {
  return (
    <div data-testid="import-report">
      <header className="import-head"><h3>{summary(report)}</h3><p className="import-facts">{[report.name === '' ? t('import.pastedText') : report.name, t('import.format', { format: formatName(report.format) }), t('activity.when', { at: new Date(report.at) })].join(' · ')}</p></header>
      {report.problems.length > 0 ? <Problems problems={report.problems} /> : <p className="import-hint">{t('import.nothingBroken')}</p>}
      {report.renamed.length > 0 ? <Renamed renamed={report.renamed} /> : null}
      {report.leftOut.length > 0 ? <LeftOut leftOut={report.leftOut} /> : null}
    </div>
  );
}

/** The imports of this library, the newest first, each with its report. */
export function ImportReports() {
  const revision = useLibrary((state) => state.overview?.library.revision ?? 0);
  const [reports, setReports] = useState<readonly ImportReport[]>([]);
  useEffect(() => {
    let current = true;
    void call('import.reports', { limit: 20 }).then((answer) => { if (current && answer.ok) setReports(answer.value); });
    return () => { current = false; };
  }, [revision]);
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="activity-imports">
      <h2 id="activity-imports">{t('import.reports')}</h2>
      <ul className="lines">
        {reports.map((report) => (
          <li key={report.id} className="line">
            <span className="line-name">{report.name === '' ? t('import.pastedText') : report.name}</span>
            <span className="line-fact">{summary(report)}</span>
            <time className="line-fact" dateTime={report.at}>{t('activity.when', { at: new Date(report.at) })}</time>
            <Button kind="quiet" action="import.report" onPress={() => void showReport(report.id)}>{t('import.openReport')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
