import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { runAction } from '../../actions/run.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { goToPaper } from '../../stores/query.ts';

type Copy = Output<'papers.copies'>[number];

/** Says that a paper seems to be in the library already, and how to go on; two that are related are known to be two. */
export function Copies({ paper: { id, item } }: { paper: Paper }) {
  const [copies, setCopies] = useState<readonly Copy[]>([]);
  useEffect(() => {
    let gone = false;
    void call('papers.copies', { id }).then((answer) => { if (!gone) setCopies(answer.ok ? answer.value : []); });
    return () => { gone = true; };
  }, [id, item]);
  return (
    <div role="status">
      {copies.map((one) => (
        <p key={one.id} className="details-finding" data-testid="copy-hint">
          {t(`details.copy.${one.by}`, { title: one.title === '' ? t('list.untitled') : one.title, by: [one.authors, one.year].filter((part) => part !== '').join(', ') })}
          {' '}<button type="button" className="quiet-button" data-action="copy.show" onClick={() => { goToPaper(one.id); }}>{t('details.copy.show')}</button>
          {' · '}<button type="button" className="quiet-button" data-action="paper.relate" onClick={() => { runAction('paper.relate'); }}>{t('details.copy.relate')}</button>
          {' · '}<button type="button" className="quiet-button" data-action="paper.trash" onClick={() => { runAction('paper.trash'); }}>{t('details.copy.trash')}</button>
        </p>
      ))}
    </div>
  );
}
