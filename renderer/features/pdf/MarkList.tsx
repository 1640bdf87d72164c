import { useMemo, useState } from 'react';
import { imageName } from '../../../src/library/notes/images.ts';
import { inPlaceOrder } from '../../../src/library/notes/quotes.ts';
import { wordsOfMark } from '../../../src/library/words-of-mark.ts';
import { COLOURS } from '../../../src/model/annotation.ts';
import type { Annotation, Colour } from '../../../src/model/annotation.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { useReading } from '../../stores/reading.ts';
import { kindName, useColourName } from '../marks/index.ts';
import { fits, NO_FILTER } from './mark-filter.ts';

/** The marks of the PDF in the order of its pages, narrowed by colour, kind, tag and words. One that is chosen is shown where it stands. */
export function MarkList({ marks, labels }: { marks: readonly Annotation[]; labels: readonly string[] | null }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const tags = useLibrary((state) => state.overview?.tags) ?? [];
  const nameOf = useColourName();
  const ordered = useMemo(() => inPlaceOrder(marks), [marks]);
  const shown = ordered.filter((mark) => fits(mark, filter));
  const used = tags.filter(({ id }) => marks.some((mark) => mark.tags.includes(id)));
  const kinds = [...new Set(ordered.map(({ kind }) => kind))];
  if (marks.length === 0) return <p className="pdf-panel-empty">{t('marks.none')}</p>;
  return (
    <div className="pdf-mark-list">
      <div className="pdf-mark-filter">
        <input type="search" value={filter.words} placeholder={t('marks.words')} aria-label={t('marks.words')} onChange={(event) => { setFilter({ ...filter, words: event.target.value }); }} onKeyDown={(event) => { if (event.key !== 'Escape') event.stopPropagation(); }} />
        <Colours chosen={filter.colour} nameOf={nameOf} choose={(colour) => { setFilter({ ...filter, colour }); }} />
        {kinds.length > 1 && (
          <select aria-label={t('marks.kind')} value={filter.kind ?? ''} onChange={(event) => { setFilter({ ...filter, kind: kinds.find((kind) => kind === event.target.value) ?? null }); }}>
            <option value="">{t('marks.anyKind')}</option>
            {kinds.map((kind) => <option key={kind} value={kind}>{kindName(kind)}</option>)}
          </select>
        )}
        {used.length > 0 && (
          <select aria-label={t('marks.tag')} value={filter.tag ?? ''} onChange={(event) => { setFilter({ ...filter, tag: event.target.value || null }); }}>
            <option value="">{t('marks.anyTag')}</option>
            {used.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        )}
      </div>
      <span className="hidden-text" role="status">{t('marks.count', { count: shown.length })}</span>
      {shown.length === 0 && <p className="pdf-panel-empty">{t('marks.noneFound')}</p>}
      <ul className="pdf-mark-rows">{shown.map((mark) => <li key={mark.id}><Row mark={mark} labels={labels} names={mark.tags.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? [])} /></li>)}</ul>
    </div>
  );
}

function Colours({ chosen, nameOf, choose }: { chosen: Colour | null; nameOf: (colour: Colour) => string; choose: (colour: Colour | null) => void }) {
  return (
    <div className="pdf-mark-colours">
      {COLOURS.map((colour) => <button key={colour} type="button" className="mark-dot" data-colour={colour} aria-pressed={colour === chosen} aria-label={nameOf(colour)} title={nameOf(colour)} onClick={() => { choose(colour === chosen ? null : colour); }} />)}
    </div>
  );
}

function Row({ mark, labels, names }: { mark: Annotation; labels: readonly string[] | null; names: readonly string[] }) {
  const page = mark.target.type === 'pdf' ? mark.target.page : 0;
  const words = wordsOfMark(mark.selector.exact);
  const image = imageName(mark.image ?? '');
  return (
    <button type="button" className={`pdf-mark-row mark-${mark.colour}`} onClick={() => { useReading.setState({ wanted: mark.id }); }}>
      {image !== null && <img className="pdf-mark-row-image" src={`app://sheaf/image/${image}`} alt={t('marks.image')} loading="lazy" />}
      {words !== '' && <span className="pdf-mark-row-words" dir="auto">{words}</span>}
      {mark.comment !== '' && <span className={words === '' ? 'pdf-mark-row-words' : 'pdf-mark-row-comment'} dir="auto">{mark.comment}</span>}
      <span className="pdf-mark-row-facts">{[t('marks.page', { page: labels?.[page - 1] ?? String(page) }), kindName(mark.kind), ...names].join(' · ')}</span>
    </button>
  );
}
