import { Code2, FileText, Highlighter, NotebookPen } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { PaperRow } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';

/** A sign of something a paper has, named for the pointer and for a reader of the screen. */
const Has = ({ icon: Icon, name, count }: { icon: LucideIcon; name: string; count?: number }) => (
  <span className="row-sign" role="img" aria-label={name} title={name}><Icon size={12} strokeWidth={1.8} aria-hidden />{count === undefined ? null : <span aria-hidden>{t('count', { count })}</span>}</span>
);

/** Who, when and where, and what there is of it; in the trash, since when. Where it is narrow the venue gives way first, the year never. */
export function RowFacts({ row }: { row: PaperRow }) {
  const gone = row.deleted === undefined ? '' : t('list.deleted', { at: new Date(row.deleted) });
  const words = [['gone', gone], ['by', row.authors], ['year', row.year], ['venue', row.venue]].filter(([, text]) => text !== '');
  const signs = row.hasPdf || row.hasCode || row.hasNote || row.marks > 0;
  return (
    <>
      {words.length === 0 ? null : <span className="row-words">{words.map(([name, text], at) => <span key={name} className={`row-${name ?? ''}`}>{at === 0 ? '' : ' · '}<bdi>{text}</bdi></span>)}</span>}
      {!signs ? null : (
        <span className="row-signs">
          {row.hasPdf ? <Has icon={FileText} name={t('list.pdf')} /> : null}
          {row.hasCode ? <Has icon={Code2} name={t('list.code')} /> : null}
          {row.hasNote ? <Has icon={NotebookPen} name={t('list.note')} /> : null}
          {row.marks > 0 ? <Has icon={Highlighter} name={t('list.marks', { count: row.marks })} count={row.marks} /> : null}
        </span>
      )}
    </>
  );
}
