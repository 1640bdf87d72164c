import { ArrowLeft, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PaperDetail } from '../../../src/contract/views.ts';
import { sharedTerms } from '../../../src/search/shared-terms.ts';
import type { SharedTerm } from '../../../src/search/shared-terms.ts';
import { askWhatToDo } from '../../actions/ask-what-to-do.ts';
import { t, tError } from '../../messages/messages.ts';
import { compareAt, dropFromCompare, useCompare } from '../../stores/compare.ts';
import { usePaperOf } from '../../stores/paper.ts';
import { useReading } from '../../stores/reading.ts';
import { show } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { AbstractBody, PaperHeading, plainTitle, readText } from '../abstract/index.ts';
import { LooksButton } from '../looks/index.ts';
import { NoteEditor } from '../notes/index.ts';
import { useNoteOver } from './note.ts';
import './compare.css';

const NONE: readonly SharedTerm[] = [];
/** A text whose formulas and addresses are blank: what is in them is not words. Offsets stay. */
function wordsIn(source: string): string {
  const read = readText(source);
  return read.blocks.flatMap((block) => block.segments).reduce((text, { math, href, text: words, start, end }) => (math === null && (href === null || !/^(?:https?:|www\.)/i.test(words)) ? text : text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)), read.text);
}

const toPapers = (): void => { show('papers'); };

/** The abstracts of two to four papers, always as many hooks: a hook may not come and go with a column. */
function useDetails(ids: readonly string[]) {
  const [a, b, c, d] = [usePaperOf(ids[0] ?? null), usePaperOf(ids[1] ?? null), usePaperOf(ids[2] ?? null), usePaperOf(ids[3] ?? null)];
  return [a, b, c, d].slice(0, ids.length);
}

/** Two to four abstracts side by side: the terms they share are marked lightly, and one note is over all of them. */
export function CompareView() {
  const { ids, at } = useCompare();
  const columns = useDetails(ids);
  const texts = columns.map(({ detail }) => detail?.paper.item.abstract ?? '');
  const joined = JSON.stringify(texts);
  const terms = useMemo(() => sharedTerms(texts.map(wordsIn)), [joined]); // eslint-disable-line react-hooks/exhaustive-deps -- the texts by what they say, not by their array
  const place = useRef<HTMLElement>(null);
  useEffect(() => { place.current?.focus(); }, []);
  return (
    <main ref={place} className="compare" tabIndex={-1} data-keys="list" aria-label={t('compare.title')}>
      <header className="compare-head"><Button kind="quiet" icon={ArrowLeft} label={t('action.papers')} keys="Escape" action="app.papers" onPress={toPapers} /><h1>{t('compare.heading', { count: ids.length })}</h1><span className="compare-hint">{t('compare.hint')}</span><LooksButton /></header>
      <div className="compare-columns" style={{ '--columns': ids.length }}>
        {columns.map(({ id, detail, error }, index) => (
          <section key={id} className={`compare-column${index === at ? ' compare-current' : ''}`} tabIndex={0} aria-label={plainTitle(detail?.paper.item.title)} aria-current={index === at} onPointerDownCapture={() => { compareAt(index); }} onFocus={() => { compareAt(index); }} onContextMenu={(event) => { compareAt(index); void askWhatToDo(event); }}>
            {detail === null ? <p className="compare-waiting">{error === null ? t('list.waiting') : tError(error)}</p> : <Column detail={detail} terms={terms[index] ?? NONE} active={index === at} />}
          </section>
        ))}
      </div>
      <NoteOver details={columns.flatMap(({ detail }) => detail ?? [])} all={ids.length} />
    </main>
  );
}

function Column({ detail, terms, active }: { detail: PaperDetail; terms: readonly SharedTerm[]; active: boolean }) {
  const all = useCompare((state) => state.ids.length);
  const also = useMemo(() => terms.map((term) => ({ id: `term-${String(term.start)}`, start: term.start, end: term.end, look: term.in === all ? 'shared-term shared-by-all' : 'shared-term' })), [terms, all]);
  return (
    <div className="abstract-page compare-page">
      <div className="compare-drop"><Button kind="quiet" icon={X} label={t('compare.drop')} onPress={() => { dropFromCompare(detail.paper.id); }} /></div>
      <PaperHeading paper={detail.paper} level={2} />
      <AbstractBody detail={detail} active={active} also={also} />
    </div>
  );
}

function NoteOver({ details, all }: { details: readonly PaperDetail[]; all: number }) {
  const papers = useMemo(() => details.map((detail) => detail.paper), [details]);
  const { note, begin } = useNoteOver(papers);
  /** Who begins a note means to write in it. */
  const [begun, setBegun] = useState(false);
  const leave = useCallback(() => { setBegun(false); document.querySelector<HTMLElement>('.compare')?.focus(); }, []);
  const noted = note?.id ?? null;
  useEffect(() => { useReading.setState({ quotesTo: noted }); return () => { useReading.setState({ quotesTo: null }); }; }, [noted]);
  if (papers.length < all) return null;
  return (
    <aside className="compare-note" aria-label={t('compare.noteLabel')}>
      {note === null
        ? <button type="button" className="card note-empty" onClick={() => { setBegun(true); void begin(); }}>{t('compare.noteEmpty', { count: papers.length })}</button>
        : <NoteEditor key={note.id} paper={null} note={note} focus={begun} onLeave={leave} />}
    </aside>
  );
}
