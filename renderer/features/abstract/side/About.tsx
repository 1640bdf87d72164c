import type { Paper } from '../../../../src/model/paper.ts';
import { formatName } from '../../../messages/format-name.ts';
import { t } from '../../../messages/messages.ts';
import { PaperHistory } from '../../activity/index.ts';
import { openLink } from '../open-link.ts';

/** Where a paper came from and when, and what was done to it since. */
export function About({ paper }: { paper: Paper }) {
  const { origin } = paper;
  const name = origin?.page ?? origin?.name ?? (origin?.format === undefined ? '' : formatName(origin.format));
  // A page that has no name but says by whom it is.
  const by = /^by\s/i.test(name);
  const line = origin?.date === undefined ? t(by ? 'abstract.originBy' : 'abstract.origin', { name }) : t(by ? 'abstract.originByDated' : 'abstract.originDated', { name, date: origin.date });
  const url = origin?.url;
  return (
    <section aria-labelledby="side-about" className="side-about">
      <h2 id="side-about" className="side-heading">{t('abstract.about')}</h2>
      {name !== '' && (url === undefined ? <p>{line}</p> : <p><button type="button" className="quiet-button" onClick={() => { openLink(url); }}>{line}</button></p>)}
      <p>{t('abstract.added', { date: new Date(paper.added) })}</p>
      <PaperHistory key={paper.id} paper={paper.id} />
    </section>
  );
}
