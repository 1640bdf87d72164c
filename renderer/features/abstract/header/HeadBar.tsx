import { PanelRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { PaperDetail } from '../../../../src/contract/views.ts';
import { Status, STATUSES } from '../../../../src/model/paper.ts';
import { t } from '../../../messages/messages.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { showTab, useReading } from '../../../stores/reading.ts';
import type { Tab } from '../../../stores/reading.ts';
import { STATUS_ICONS } from '../../library/index.ts';
import { LooksButton } from '../../looks/index.ts';
import { DownloadButton, readKind } from '../../pdf/index.ts';

const TABS: readonly Tab[] = ['abstract', 'details', 'pdf'];

/** The bar over a paper: its views, its status, its PDF, the side pane. */
export function HeadBar({ detail, tab, side, onSide }: { detail: PaperDetail; tab: Tab; side: boolean; onSide: () => void }) {
  return (
    <div className="head-bar">
      <Tabs tab={tab} detail={detail} />
      <div className="head-acts">
        <StatusMenu detail={detail} />
        {tab === 'abstract' ? <LooksButton /> : null}
        <DownloadButton paper={detail.paper} attachments={detail.attachments} />
        <button type="button" className="icon-button" aria-pressed={side} aria-label={t('abstract.sideToggle')} title={`${t('abstract.sideToggle')} (\\)`} onClick={onSide}><PanelRight size={16} aria-hidden="true" /></button>
      </div>
    </div>
  );
}

function Tabs({ tab, detail }: { tab: Tab; detail: PaperDetail }) {
  const chosen = useReading((state) => state.file);
  const kind = readKind(detail.attachments, chosen);
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
    const next = TABS[(TABS.indexOf(tab) + (event.key === 'ArrowRight' ? 1 : TABS.length - 1)) % TABS.length] ?? 'abstract';
    showTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t('abstract.tabs')} className="tabs" onKeyDown={keys}>
      {TABS.map((name) => (
        <button key={name} id={`tab-${name}`} type="button" role="tab" aria-selected={name === tab} aria-controls="paper-view" tabIndex={name === tab ? 0 : -1} className="tab" onClick={() => { showTab(name); }}>{t(`abstract.tab.${name === 'pdf' ? kind : name}`)}</button>
      ))}
    </div>
  );
}

function StatusMenu({ detail }: { detail: PaperDetail }) {
  const { id, status } = detail.paper;
  const Icon = STATUS_ICONS[status];
  return (
    <span className="status-choice" title={t('abstract.status')}><Icon size={15} strokeWidth={1.7} aria-hidden="true" /><select className="status-menu" aria-label={t('abstract.status')} value={status} onChange={(event) => void carryOut('paper.status', { selection: { ids: [id] }, status: Status.parse(event.target.value) })}>
      {STATUSES.map((name) => <option key={name} value={name}>{t(`abstract.status.${name}`)}</option>)}
    </select></span>
  );
}
