import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { create } from 'zustand';
import { t } from '../../messages/messages.ts';
import { useHistory } from './history.ts';
import { HistoryList } from './HistoryList.tsx';
import './activity.css';

const FEW = 4;

/** Whether histories of papers are unfolded. Folded at first: the whole journal is read for one, which nobody should wait for who only reads on. */
const useUnfolded = create<{ unfolded: boolean }>(() => ({ unfolded: false }));

function Entries({ paper }: { paper: string }) {
  const entries = useHistory(paper);
  const [all, setAll] = useState(false);
  if (entries === null) return null;
  if (entries.length === 0) return <p className="side-hint">{t('history.none')}</p>;
  return (
    <>
      <HistoryList entries={all ? entries : entries.slice(0, FEW)} paper={paper} />
      {entries.length > FEW ? <button type="button" className="quiet-button" aria-expanded={all} onClick={() => { setAll(!all); }}>{all ? t('history.fewer') : t('history.all', { count: entries.length })}</button> : null}
    </>
  );
}

/** What was done to one paper and what belongs to it, each step with its way back. */
export function PaperHistory({ paper }: { paper: string }) {
  const { unfolded } = useUnfolded();
  const Sign = unfolded ? ChevronDown : ChevronRight;
  return (
    <div className="paper-history" data-testid="paper-history">
      <button type="button" className="quiet-button paper-history-fold" data-action="paper.history" aria-expanded={unfolded} onClick={() => { useUnfolded.setState({ unfolded: !unfolded }); }}><Sign size={13} aria-hidden />{t('history.title')}</button>
      {unfolded ? <Entries paper={paper} /> : null}
    </div>
  );
}
