import type { ReactNode } from 'react';
import type { Column, ColumnName } from '../../../../src/contract/list-form.ts';
import type { PaperRow } from '../../../../src/contract/views.ts';
import { t } from '../../../messages/messages.ts';
import { SetTitle } from '../../abstract/index.ts';
import { Chip } from '../../../ui/Chip.tsx';
import type { Tags } from '../Row.tsx';
import { Stars } from '../Stars.tsx';

const yes = (has: boolean, word: string): ReactNode => (has ? word : '');

function contentOf(id: ColumnName, row: PaperRow, tagById: Tags): ReactNode {
  switch (id) {
    case 'title': return row.title === '' ? t('list.untitled') : <SetTitle title={row.title} />;
    case 'rating': return <Stars rating={row.rating} />;
    case 'tags': return row.tags.map((tag) => tagById.get(tag)).map((tag) => (tag === undefined ? null : <Chip key={tag.id} name={tag.name} colour={tag.colour} />));
    case 'status': return row.deleted === undefined ? t(`status.${row.status}`) : t('list.deleted', { at: new Date(row.deleted) });
    case 'added': case 'changed': return t('list.day', { at: new Date(row[id]) });
    case 'pdf': return yes(row.hasPdf, t('list.pdf'));
    case 'note': return yes(row.hasNote, t('list.note'));
    case 'marks': return row.marks === 0 ? '' : t('count', { count: row.marks });
    default: return row[id];
  }
}

/** A paper as the cells of a table. */
export const Cells = ({ row, columns, tagById }: { row: PaperRow; columns: readonly Column[]; tagById: Tags }) => (
  <>
    {columns.map(({ id }, at) => {
      const content = contentOf(id, row, tagById);
      return <div key={id} role="gridcell" aria-colindex={at + 1} className={`cell cell-${id}`} title={id === 'title' ? row.title : typeof content === 'string' ? content : undefined}>{content}</div>;
    })}
  </>
);
