import { memo } from 'react';
import type { Overview, PaperRow } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { Chip } from '../../ui/Chip.tsx';

type Tags = ReadonlyMap<string, Overview['tags'][number]>;
interface Props { row: PaperRow | undefined; index: number; total: number; top: number; tagById: Tags; current: boolean; chosen: boolean }

/** Authors, where and when it appeared, and what there is of it. */
function facts(row: PaperRow): string {
  const where = [row.venue, row.year].filter((part) => part !== '').join(' ');
  const has = [row.hasPdf && t('list.pdf'), row.hasCode && t('list.code'), row.hasNote && t('list.note'), row.marks > 0 && t('list.marks', { count: row.marks })];
  return [row.authors, where, ...has].filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

function Filled({ row, tagById }: { row: PaperRow; tagById: Tags }) {
  const words = facts(row);
  return (
    <>
      <div className="row-title">{row.title === '' ? t('list.untitled') : row.title}</div>
      <div className="row-facts">
        {words === '' ? null : <span className="row-words">{words}</span>}
        {row.doubtful ? <span className="row-doubt">{t('list.doubtful')}</span> : null}
        {row.tags.length === 0 ? null : <span className="row-tags">{row.tags.map((id) => tagById.get(id)).map((tag) => (tag === undefined ? null : <Chip key={tag.id} name={tag.name} colour={tag.colour} />))}</span>}
      </div>
    </>
  );
}

/** One paper of the list. It is drawn again only when something of it changes. */
export const Row = memo(function Row({ row, index, total, top, tagById, current, chosen }: Props) {
  const state = `${current ? ' row-current' : ''}${chosen ? ' row-chosen' : ''}${row?.status === 'inbox' ? ' row-new' : ''}`;
  return (
    <div className={`row${state}`} role="option" data-index={index} aria-posinset={index + 1} aria-setsize={total} aria-selected={chosen || current}
      {...(row === undefined ? { 'aria-label': t('list.waiting'), 'aria-busy': true } : { id: `row-${row.id}` })} style={{ transform: `translateY(${String(top)}px)` }}>
      {row === undefined ? <div className="row-wait" /> : <Filled row={row} tagById={tagById} />}
    </div>
  );
});
