import { memo } from 'react';
import type { PreviewEntry } from '../../../src/contract/imports.ts';
import { t } from '../../messages/messages.ts';
import { SetTitle } from '../abstract/index.ts';
import { Copy } from './Copy.tsx';
import type { Choice } from './import-store.ts';

interface Props { entry: PreviewEntry; taken: boolean; locked: boolean; choice: Choice; onTurn: (index: number) => void }

/** One paper that may come in: unticked, it stays out. A copy shows what it is a copy of. */
export const Entry = memo(function Entry({ entry, taken, locked, choice, onTurn }: Props) {
  const facts = [entry.authors, entry.year].filter((fact) => fact !== '').join(' · ');
  return (
    <li className={`entry${taken ? '' : ' entry-out'}`}>
      <label>
        <input type="checkbox" checked={taken} disabled={locked} aria-label={t('import.include', { title: entry.title })} onChange={() => { onTurn(entry.index); }} />
        <span className="entry-words">
          <span className="entry-title">{entry.title === '' ? t('import.untitled') : <SetTitle title={entry.title} />}{entry.verdict === 'new' ? null : <span className={`entry-verdict entry-${entry.verdict}`}>{t(`import.${entry.verdict}`)}</span>}</span>
          {facts === '' ? null : <span className="entry-facts">{facts}</span>}
          {entry.abstract === '' || entry.here ? null : <span className="entry-abstract">{entry.abstract}</span>}
          {entry.doubts.map((doubt) => <span key={doubt} className="entry-doubt">{t('import.doubt')}: {doubt}</span>)}
        </span>
      </label>
      {entry.here ? <Copy entry={entry} here={entry.here} choice={choice} /> : null}
    </li>
  );
});
