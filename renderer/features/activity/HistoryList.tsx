import { Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import type { HistoryEntry } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { takeBack } from '../../stores/act.ts';
import { useLibrary } from '../../stores/library.ts';
import { goToPaper } from '../../stores/query.ts';
import { show } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { canTakeBack, fieldWords, wordsOf } from './history-words.ts';
import type { NameOf } from './history-words.ts';

/** So many fields of a change are told. */
const MOST = 4;

function useNames(): NameOf {
  const tags = useLibrary((state) => state.overview?.tags);
  const collections = useLibrary((state) => state.overview?.collections);
  return useMemo(() => {
    const names = new Map([...(tags ?? []), ...(collections ?? [])].map(({ id, name }) => [id, name]));
    return (id) => names.get(id);
  }, [tags, collections]);
}

function Fields({ entry, nameOf }: { entry: HistoryEntry; nameOf: NameOf }) {
  const fields = entry.fields.slice(0, MOST).map((field) => fieldWords(field, nameOf));
  return (
    <>
      {fields.map(({ name, before, after }, at) => (
        <span key={at} className="history-field">
          <span className="history-name">{name}</span>
          {before === '' ? null : <del><span className="hidden-text">{t('history.before')} </span>{before}</del>}
          {before !== '' && after !== '' ? ' → ' : ''}
          {after === '' ? null : <ins><span className="hidden-text">{t('history.after')} </span>{after}</ins>}
        </span>
      ))}
      {entry.fields.length > MOST ? <span className="history-field">{t('history.more', { count: entry.fields.length - MOST })}</span> : null}
    </>
  );
}

/** Which paper it was, and the way to it. */
function Named({ paper: { id, title } }: { paper: NonNullable<HistoryEntry['paper']> }) {
  return <button type="button" className="quiet-button history-paper" onClick={() => { show('papers'); goToPaper(id); }}>{title === '' ? t('list.untitled') : title}</button>;
}

function Line({ entry, paper, nameOf }: { entry: HistoryEntry; paper: string | undefined; nameOf: NameOf }) {
  const what = wordsOf(entry);
  return (
    <li className={`line history-line${entry.undone ? ' line-undone' : ''}`} data-testid="history-line">
      <div className="history-words">
        <span className="line-name">{what}
          {entry.undone ? <span className="line-tag">{t('activity.undone')}</span> : null}
          {entry.by === 'command-line' ? <span className="line-tag">{t('history.commandLine')}</span> : null}
          {entry.here ? null : <span className="line-tag">{t('history.otherMachine', { machine: entry.machine })}</span>}
        </span>
        {paper === undefined && entry.paper !== undefined ? <Named paper={entry.paper} /> : null}
        {paper === undefined && entry.papers !== 1 ? null : <Fields entry={entry} nameOf={nameOf} />}
        <span className="line-fact">{paper === undefined && entry.paper === undefined && entry.papers > 0 ? `${t('activity.papers', { count: entry.papers })} · ` : ''}<time dateTime={entry.at}>{t('activity.when', { at: new Date(entry.at) })}</time></span>
      </div>
      {canTakeBack(entry) ? <Button kind="quiet" icon={Undo2} label={t('history.takeBackOf', { what })} action="history.takeBack" onPress={() => void takeBack(entry.id, paper)} /> : null}
    </li>
  );
}

/** Commands as they happened, newest first: what changed, when, by whom, each with its way back. `paper`: they are of one paper. */
export function HistoryList({ entries, paper }: { entries: readonly HistoryEntry[]; paper?: string }) {
  const nameOf = useNames();
  return <ol className="lines">{entries.map((entry) => <Line key={entry.id} entry={entry} paper={paper} nameOf={nameOf} />)}</ol>;
}
