import { memo, useEffect, useState } from 'react';
import type { PaperDetail, PaperRow } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { paperAtHand, usePaperOf } from '../../stores/paper.ts';
import { AbstractBody, PaperHeading } from '../abstract/index.ts';

/** Milliseconds before an abstract that came into reach is fetched: what is scrolled past is never asked for. */
const PASSING = 45;

interface Props { row: PaperRow | undefined; place: number; total: number; top: number; at: number; current: boolean; chosen: boolean; measure: (element: Element | null) => void }

/** One abstract of the stream; measured, for no two are of one height. */
export const StreamBlock = memo(function StreamBlock({ row, place, total, top, at, current, chosen, measure }: Props) {
  return (
    <article ref={measure} className={`stream-block${current ? ' stream-current' : ''}${chosen ? ' stream-chosen' : ''}`} data-index={at} data-place={place} aria-posinset={place + 1} aria-setsize={total}
      {...(row === undefined ? { 'aria-busy': true, 'aria-label': t('list.waiting') } : { 'aria-label': row.title, 'data-paper': row.id, 'aria-current': current })} style={{ transform: `translateY(${String(top)}px)` }}>
      {row === undefined ? <div className="row-wait" /> : <Inside row={row} current={current} />}
    </article>
  );
});

function Inside({ row, current }: { row: PaperRow; current: boolean }) {
  const stays = useStays(row.id);
  const { detail } = usePaperOf(stays ? row.id : null);
  return detail === null ? <Waiting row={row} /> : <Page detail={detail} current={current} />;
}

/** Whether a paper has been within reach long enough to be fetched. */
function useStays(id: string): boolean {
  const [stays, setStays] = useState(() => paperAtHand(id) !== null);
  useEffect(() => {
    const timer = setTimeout(() => { setStays(true); }, PASSING);
    return () => { clearTimeout(timer); };
  }, [id]);
  return stays;
}

function Waiting({ row }: { row: PaperRow }) {
  return <div className="abstract-page stream-page stream-waiting"><p className="paper-title" dir="auto">{row.title}</p><p className="paper-authors">{row.authors}</p><p className="stream-snippet" dir="auto">{row.snippet}</p></div>;
}

function Page({ detail, current }: { detail: PaperDetail; current: boolean }) {
  return (
    <div className="abstract-page stream-page">
      <p className="stream-status"><span>{t(`status.${detail.paper.status}`)}</span></p>
      <PaperHeading paper={detail.paper} level={2} />
      <AbstractBody detail={detail} active={current} />
      {detail.notes.length > 0 ? <p className="stream-has"><span>{t('stream.hasNotes', { count: detail.notes.length })}</span></p> : null}
    </div>
  );
}
