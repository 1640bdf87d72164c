import { memo } from 'react';
import type { Column, RowStyle } from '../../../src/contract/list-form.ts';
import type { Overview, PaperRow } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { usePdfHits } from '../../stores/pdf-hits.ts';
import { SetTitle } from '../abstract/index.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Marked } from './Marked.tsx';
import { PdfPassage } from './PdfPassage.tsx';
import { RowFacts } from './RowFacts.tsx';
import { Stars } from './Stars.tsx';
import { DownloadLine, DownloadWords } from './UnderWay.tsx';
import { Cells } from './table/Cells.tsx';

export type Tags = ReadonlyMap<string, Overview['tags'][number]>;
interface Props { row: PaperRow | undefined; index: number; total: number; top: number; tagById: Tags; current: boolean; chosen: boolean; form: RowStyle; columns: readonly Column[] }

/** More tags than these are counted, so that each that shows can be read. */
const TAGS_SHOWN = 3;

function RowTags({ tags }: { tags: readonly Overview['tags'][number][] }) {
  if (tags.length === 0) return null;
  const rest = tags.slice(TAGS_SHOWN).map(({ name }) => name).join(', ');
  return (
    <span className="row-tags">
      {tags.slice(0, TAGS_SHOWN).map((tag) => <Chip key={tag.id} name={tag.name} colour={tag.colour} />)}
      {rest === '' ? null : <span className="row-more" title={rest}>{t('list.moreTags', { count: tags.length - TAGS_SHOWN })}</span>}
    </span>
  );
}

function Filled({ row, tagById, form }: { row: PaperRow; tagById: Tags; form: RowStyle }) {
  const hit = usePdfHits((state) => state.hits.get(row.id));
  const passage = row.passage === undefined ? (form === 'abstract' ? row.snippet : '') : <Marked passage={row.passage} />;
  return (
    <>
      <div className={`row-title${(row.passage !== undefined || hit !== undefined) && form === 'roomy' ? ' row-title-one' : ''}`}>{row.title === '' ? t('list.untitled') : <SetTitle title={row.title} />}</div>
      <div className="row-facts">
        <Stars rating={row.rating} />
        <RowFacts row={row} />
        <DownloadWords paper={row.id} />
        {row.doubtful ? <span className="row-doubt">{t('list.doubtful')}</span> : null}
        <RowTags tags={row.tags.flatMap((id) => tagById.get(id) ?? [])} />
      </div>
      {form === 'compact' ? null : hit !== undefined && row.passage === undefined ? <PdfPassage hit={hit} /> : passage === '' ? null : <div className="row-passage">{passage}</div>}
    </>
  );
}

/** One paper of the list. It is drawn again only when something of it changes. */
export const Row = memo(function Row({ row, index, total, top, tagById, current, chosen, form, columns }: Props) {
  const state = `${current ? ' row-current' : ''}${chosen ? ' row-chosen' : ''}${row?.status === 'inbox' ? ' row-new' : ''}`;
  const table = form === 'table';
  const place = table ? { role: 'row', 'aria-rowindex': index + 2 } : { role: 'option', 'aria-posinset': index + 1, 'aria-setsize': total };
  return (
    <div className={`row${state}`} {...place} data-index={index} aria-selected={chosen || current} draggable={row !== undefined}
      {...(row === undefined ? { 'aria-label': t('list.waiting'), 'aria-busy': true } : { id: `row-${row.id}`, 'data-drop': `paper:${row.id}`, 'data-drop-name': row.title })} style={{ transform: `translateY(${String(top)}px)` }}>
      {row === undefined ? <div className="row-wait" {...(table ? { role: 'gridcell' } : {})} /> : table ? <Cells row={row} columns={columns} tagById={tagById} /> : <Filled row={row} tagById={tagById} form={form} />}
      {row === undefined ? null : <DownloadLine paper={row.id} />}
    </div>
  );
});
