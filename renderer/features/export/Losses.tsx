import { Check, TriangleAlert } from 'lucide-react';
import { choicesOf, EXPORTS, type ExportFormat } from '../../../src/contract/exports.ts';
import { t } from '../../messages/messages.ts';
import { useExport } from './store.ts';
import { variableLabel } from './words.ts';

/** What the format cannot hold of these papers, before anything is written. */
export function Losses({ format }: { format: ExportFormat }) {
  const check = useExport((state) => state.check);
  const { name } = EXPORTS[format];
  if (choicesOf(format).includes('style')) return <p className="export-losses export-hint">{t('export.styled')}</p>;
  if (check === null) return <p className="export-losses export-hint" role="status">{t('export.looking')}</p>;
  if (check.losses.length === 0) return <p className="export-losses export-whole" role="status"><Check size={15} strokeWidth={2} aria-hidden />{t('export.whole', { format: name, count: check.checked })}</p>;
  return (
    <section className="export-losses" aria-labelledby="export-losses">
      <h3 id="export-losses" role="status"><TriangleAlert size={15} strokeWidth={1.8} aria-hidden />{t('export.losses', { format: name })}</h3>
      <ul>{check.losses.map(({ variable, papers, changed }) => <li key={`${variable} ${String(changed)}`}><span>{variableLabel(variable)}</span><span className="export-hint">{t(changed ? 'export.changed' : 'export.lost', { count: papers })}</span></li>)}</ul>
      {check.checked < check.count ? <p className="export-hint">{t('export.first', { checked: check.checked, count: check.count })}</p> : null}
    </section>
  );
}
