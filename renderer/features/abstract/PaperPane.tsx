import type { ReactNode } from 'react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PaperDetail } from '../../../src/contract/views.ts';
import { t, tError } from '../../messages/messages.ts';
import { usePaper } from '../../stores/paper.ts';
import { showTab, useReading } from '../../stores/reading.ts';
import { useRows } from '../../stores/rows.ts';
import { useSettings } from '../../stores/settings.ts';
import { askWhatToDo } from '../../actions/ask-what-to-do.ts';
import { runAction } from '../../actions/run.ts';
import { Button } from '../../ui/Button.tsx';
import { DetailsTab, toAbstractField } from '../details/index.ts';
import { PdfTab } from '../pdf/index.ts';
import { FootBar } from './FootBar.tsx';
import { HeadBar } from './header/HeadBar.tsx';
import { Heading } from './header/Heading.tsx';
import { AbstractText } from './reading/AbstractText.tsx';
import { SetBlocks } from './reading/SetText.tsx';
import { openLink } from './open-link.ts';
import { placeMarks } from './reading/marks.ts';
import { SidePane } from './side/SidePane.tsx';
import { readText } from './text/read.ts';
import './pane.css';
import './abstract.css';

/** Narrower than this, px, the side pane comes only when it is asked for. */
const ROOM_FOR_SIDE = 800;
/** Narrower than this, px, it lies over the text instead of beside it. */
const ROOM_BESIDE = 640;

/** The focused paper: its abstract or PDF, with marks, note and origin beside it. */
export function PaperPane() {
  const { id, detail, error } = usePaper();
  const total = useRows((state) => state.handle?.total ?? null);
  if (detail !== null) return <Pane key={detail.paper.id} detail={detail} />;
  return (
    <main className="paper-pane paper-pane-empty" aria-label={t('abstract.pane')} aria-busy={id !== null && error === null}>
      {id === null && total !== null && <><p className="empty-title">{t(total === 0 ? 'abstract.soon' : 'abstract.nothing')}</p><p>{t(total === 0 ? 'abstract.soonHint' : 'abstract.nothingHint')}</p></>}
      {error !== null && <><p className="empty-title">{t('abstract.unavailable')}</p><p>{tError(error)}</p></>}
    </main>
  );
}

function Pane({ detail }: { detail: PaperDetail }) {
  const { paper, annotations } = detail;
  const { tab, side } = useReading();
  const editingNote = useReading((state) => state.editingNote);
  const passage = useReading((state) => state.passage);
  const [openMark, setOpenMark] = useState<string | null>(null);
  const pane = useRef<HTMLElement>(null);
  const width = useWidth(pane);
  const wide = width >= ROOM_FOR_SIDE;
  const beside = width >= ROOM_BESIDE;
  const read = useMemo(() => readText(paper.item.abstract ?? ''), [paper.item.abstract]);
  const placed = useMemo(() => placeMarks(read.text, annotations), [read, annotations]);
  const shown = side === 'open' || (side === 'auto' && wide) || editingNote;
  const goTo = (id: string): void => {
    if (placed.inPdfs.some((mark) => mark.id === id)) return useReading.setState({ tab: 'pdf', wanted: id });
    useReading.setState({ tab: 'abstract', ...(beside ? {} : { side: 'auto' }) });
    setOpenMark(id);
  };
  useLayoutEffect(() => {
    if (passage === null || !annotations.some(({ id }) => id === passage)) return;
    useReading.setState({ passage: null });
    goTo(passage);
  });
  return (
    <main ref={pane} data-drop={`paper:${paper.id}`} data-drop-name={readText(paper.item.title ?? '').text} className={`paper-pane${beside ? '' : ' paper-pane-narrow'}${!wide && beside && shown ? ' paper-pane-tight' : ''}`} aria-label={t('abstract.pane')}>
      <HeadBar detail={detail} tab={tab} side={shown} onSide={() => { useReading.setState({ side: shown ? 'closed' : 'open', editingNote: false }); }} />
      <div className="paper-body">
        <div id="paper-view" role="tabpanel" aria-labelledby={`tab-${tab}`} className="paper-view">
          {tab === 'pdf' ? <><h1 className="hidden-text">{readText(paper.item.title ?? '').text}</h1><PdfTab paper={paper} name={readText(paper.item.title ?? '').text} attachments={detail.attachments} annotations={annotations} /></> : tab === 'details' ? <DetailsTab paper={detail.paper} shown={shownText} /> : <AbstractPage detail={detail} read={read} placed={placed} open={openMark} setOpen={setOpenMark} />}
        </div>
        {shown && <SidePane detail={detail} placed={placed} onGo={goTo} />}
      </div>
      <FootBar />
    </main>
  );
}

/** A text with markup as it will read: outside of the form, for it belongs to the reading view. */
function shownText(text: string): ReactNode {
  const read = readText(text);
  return read.text === text ? null : <SetBlocks read={read} marks={[]} onLink={openLink} />;
}

/** Where there is nothing to read yet: how it gets there. */
function NoAbstract({ hasFile }: { hasFile: boolean }) {
  const file = hasFile ? 'pdf.open' : 'files.add';
  return (
    <div className="abstract-missing">
      <p className="empty-title">{t('abstract.missing')}</p><p>{t('abstract.missingHint')}</p>
      <div className="abstract-ways">
        <Button action="details.abstract" onPress={() => { showTab('details'); toAbstractField(); }}>{t('abstract.write')}</Button>
        <Button action={file} onPress={() => runAction(file)}>{t(file)}</Button>
        <Button action="note.edit" onPress={() => runAction('note.edit')}>{t('notes.open')}</Button>
      </div>
    </div>
  );
}

type PageProps = Omit<Parameters<typeof AbstractText>[0], 'paper'> & { detail: PaperDetail };

function AbstractPage({ detail, read, placed, open, setOpen }: PageProps) {
  const size = useSettings((state) => state.settings.abstractSize);
  const measure = useSettings((state) => state.settings.abstractMeasure);
  return (
    <div className="abstract-scroll" onContextMenu={(event) => void askWhatToDo(event)}>
      <article className="abstract-page" style={{ '--abstract-size': `${String(size)}px`, '--abstract-measure': `${String(measure)}ch` }}>
        <Heading paper={detail.paper} />
        {read.text === ''
          ? <NoAbstract hasFile={detail.attachments.length > 0} />
          : <AbstractText paper={detail.paper} read={read} placed={placed} open={open} setOpen={setOpen} />}
      </article>
    </div>
  );
}

/** How wide the pane is, px; followed as the window is resized. */
function useWidth(pane: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(ROOM_FOR_SIDE);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const sized = new ResizeObserver(() => { setWidth(element.clientWidth); });
    sized.observe(element);
    return () => { sized.disconnect(); };
  }, [pane]);
  return width;
}
