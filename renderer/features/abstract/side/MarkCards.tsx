import { useState } from 'react';
import type { Annotation } from '../../../../src/model/annotation.ts';
import { imageName } from '../../../../src/library/notes/images.ts';
import { pageName, quoteOf } from '../../../../src/library/notes/quotes.ts';
import { wordsOfMark } from '../../../../src/library/words-of-mark.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { say, sayError } from '../../../stores/toasts.ts';
import { CommentBox, kindName } from '../../marks/index.ts';
import type { PlacedMarks } from '../reading/marks.ts';

/** The marks of a paper as cards: in the order of the words, those without a place at the end. */
export function MarkCards({ placed, citationKey, onGo }: { placed: PlacedMarks; citationKey: string; onGo: (id: string) => void }) {
  const count = placed.here.length + placed.orphans.length + placed.inPdfs.length;
  return (
    <section aria-labelledby="side-marks">
      <h2 id="side-marks" className="side-heading">{t('abstract.marks')}{count > 0 && <span className="side-count">{count}</span>}</h2>
      {count === 0 && <p className="side-hint">{t('abstract.noMarks')}</p>}
      <ul className="mark-cards">
        {placed.here.map(({ mark }) => <MarkCard key={mark.id} mark={mark} citationKey={citationKey} onGo={() => { onGo(mark.id); }} />)}
        {placed.inPdfs.map((mark) => <MarkCard key={mark.id} mark={mark} citationKey={citationKey} onGo={() => { onGo(mark.id); }} />)}
        {placed.orphans.map((mark) => <MarkCard key={mark.id} mark={mark} citationKey={citationKey} onGo={null} />)}
      </ul>
    </section>
  );
}

/** Copies a mark as a quotation for notes: its words, citation and link. */
async function copyQuote(mark: Annotation, citationKey: string): Promise<void> {
  const answer = await call('clipboard.write', { text: quoteOf(mark, citationKey) });
  if (answer.ok) say('abstract.quoteCopied');
  else sayError(answer.error);
}

/** One mark: its words, its comment, and what can be done with it; with `onGo` null it has no place. */
export function MarkCard({ mark, citationKey, onGo }: { mark: Annotation; citationKey: string; onGo: (() => void) | null }) {
  const [editing, setEditing] = useState(false);
  const image = imageName(mark.image ?? '');
  return (
    <li className="card mark-card">
      {image !== null && <img className="card-image" src={`app://sheaf/image/${image}`} alt={t('marks.image')} loading="lazy" />}
      <blockquote className={`card-quote card-${mark.colour}`} dir="auto">{mark.selector.exact === '' ? kindName(mark.kind) : mark.target.type === 'pdf' ? wordsOfMark(mark.selector.exact) : mark.selector.exact}</blockquote>
      {onGo === null && <p className="card-orphan">{t('abstract.orphan')}</p>}
      {editing
        ? <CommentBox comment={mark.comment} focus onSave={(comment) => void carryOut('annotation.edit', { annotation: mark.id, comment })} onDone={() => { setEditing(false); }} />
        : mark.comment !== '' && <p className="card-comment" dir="auto">{mark.comment}</p>}
      <div className="card-acts">
        {onGo !== null && <button type="button" onClick={onGo}>{mark.target.type === 'pdf' ? t('abstract.goToPage', { page: pageName(mark.target) }) : t('abstract.goToMark')}</button>}
        {!editing && <button type="button" onClick={() => { setEditing(true); }}>{t(mark.comment === '' ? 'abstract.comment' : 'abstract.editMark')}</button>}
        <button type="button" onClick={() => void copyQuote(mark, citationKey)}>{t('abstract.copyMark')}</button>
        <button type="button" onClick={() => void carryOut('annotation.delete', { annotation: mark.id })}>{t('abstract.deleteMark')}</button>
      </div>
    </li>
  );
}
