import { X } from 'lucide-react';
import type { RelationView } from '../../../../src/contract/views.ts';
import { runAction } from '../../../actions/run.ts';
import { t } from '../../../messages/messages.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { goToPaper } from '../../../stores/query.ts';

/** How a paper stands to others of the library: each leads there, and can be removed. */
export function Relations({ relations }: { relations: readonly RelationView[] }) {
  return (
    <section aria-labelledby="side-relations" className="side-about">
      <h2 id="side-relations" className="side-heading">{t('relation.title')}{relations.length > 0 && <span className="side-count">{relations.length}</span>}</h2>
      <ul className="relations">{relations.map((one) => <Line key={one.id} relation={one} />)}</ul>
      <button type="button" className="quiet-button" data-action="paper.relate" onClick={() => { runAction('paper.relate'); }}>{t('relation.add')}</button>
    </section>
  );
}

function Line({ relation: { id, kind, out, paper, title, authors, year, trashed } }: { relation: RelationView }) {
  const name = title === '' ? t('list.untitled') : title;
  return (
    <li className="relation">
      <span className="relation-kind">{t(`relation.${kind}.${out ? 'out' : 'in'}`)}</span>
      <button type="button" className="relation-paper" disabled={trashed} onClick={() => { goToPaper(paper); }}>{name}<span className="relation-by">{[authors, year, trashed ? t('relation.trashed') : ''].filter((part) => part !== '').join(', ')}</span></button>
      <button type="button" className="paper-chip-remove relation-remove" aria-label={t('relation.remove', { title: name })} onClick={() => void carryOut('relation.remove', { relation: id })}><X size={12} aria-hidden /></button>
    </li>
  );
}
