import { memo } from 'react';
import type { ImportPreview } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';

interface Props { entry: ImportPreview['entries'][number]; taken: boolean; locked: boolean; onTurn: (index: number) => void }

/** One paper that may come in: unticked, it stays out. */
export const Entry = memo(function Entry({ entry, taken, locked, onTurn }: Props) {
  const facts = [entry.authors, entry.year].filter((fact) => fact !== '').join(' · ');
  return (
    <li className={`entry${taken ? '' : ' entry-out'}`}>
      <label>
        <input type="checkbox" checked={taken} disabled={locked} aria-label={t('import.include', { title: entry.title })} onChange={() => { onTurn(entry.index); }} />
        <span className="entry-words">
          <span className="entry-title">{entry.title}{entry.verdict === 'new' ? null : <span className={`entry-verdict entry-${entry.verdict}`}>{t(`import.${entry.verdict}`)}</span>}</span>
          {facts === '' ? null : <span className="entry-facts">{facts}</span>}
          {entry.abstract === '' ? null : <span className="entry-abstract">{entry.abstract}</span>}
          {entry.doubts.map((doubt) => <span key={doubt} className="entry-doubt">{t('import.doubt')}: {doubt}</span>)}
        </span>
      </label>
    </li>
  );
});
