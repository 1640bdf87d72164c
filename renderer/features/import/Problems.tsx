import type { ImportProblem, ImportReport } from '../../../src/contract/imports.ts';
import { t } from '../../messages/messages.ts';

const place = ({ file, line }: ImportProblem): string => [file, line === undefined ? undefined : t('import.line', { line })].filter(Boolean).join(', ');

/** What was broken or doubtful: where, why, and the text itself. */
export const Problems = ({ problems }: { problems: readonly ImportProblem[] }) => (
  <details className="import-more" open={problems.some((one) => one.severity !== 'note')}>
    <summary>{t('import.problems', { count: problems.length })}</summary>
    <ul>
      {problems.map((one, index) => (
        <li key={`${String(one.line)} ${String(index)}`} className={`import-${one.severity}`}>
          <span className="import-line">{place(one)}</span>
          <span className="import-what">{one.message}{one.text === undefined || one.text === '' ? null : <details className="import-text"><summary>{t('import.showText')}</summary><pre tabIndex={0}>{one.text}</pre></details>}</span>
        </li>
      ))}
    </ul>
  </details>
);

export const LeftOut = ({ leftOut }: Pick<ImportReport, 'leftOut'>) => (
  <details className="import-more">
    <summary>{t('import.leftOut', { count: leftOut.length })}</summary>
    <ul>{leftOut.map((one) => <li key={one.line}><span className="import-line">{t('import.line', { line: one.line })}</span><q>{one.text}</q><span className="import-hint">{one.reason}</span></li>)}</ul>
  </details>
);
