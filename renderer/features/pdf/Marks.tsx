import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import { passageLink } from '../../../src/library/notes/quotes.ts';
import type { Annotation, Colour } from '../../../src/model/annotation.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useReading } from '../../stores/reading.ts';
import { say, sayError } from '../../stores/toasts.ts';

import { MarkPopover, MarkToolbar, shortReference, useColourName, useToolbarKeys } from '../marks/index.ts';
import { drawMarks } from './mark-layer.ts';
import { selectedWords } from './page-selection.ts';
import type { PageWords } from './page-selection.ts';
import type { Viewer } from './viewer.ts';

interface Props { viewer: Viewer; container: RefObject<HTMLDivElement | null>; paper: Paper; attachment: string; annotations: readonly Annotation[] }
type Kind = 'highlight' | 'underline' | 'strikeout';

const WIDTH = 330;

/** The marks on the pages: drawn, made from selected words, opened by a click. */
export function Marks({ viewer, container, paper, attachment, annotations }: Props) {
  const marks = useMemo(() => annotations.filter(({ target }) => target.type === 'pdf' && target.attachment === attachment), [annotations, attachment]);
  const [open, setOpen] = useState<{ id: string; left: number; top: number } | null>(null);
  const [words, setWords] = useSelected(container, viewer);
  const colour = useReading((state) => state.colour);
  const nameOf = useColourName();
  useDrawn(viewer, container, marks, open?.id ?? null);
  useWanted(viewer, container, marks, setOpen);
  useOpening(container, setOpen);

  const mark = useCallback(async (kind: Kind, chosen: Colour, selected = words): Promise<string | null> => {
    useReading.setState({ colour: chosen });
    let first: string | null = null;
    for (const { page, quads, selector } of selected) {
      const done = await carryOut('annotation.add', { paper: paper.id, target: { type: 'pdf', attachment, page, quads }, selector, kind, colour: chosen, comment: '' });
      first ??= done?.created[0] ?? null;
    }
    if (first !== null) { document.getSelection()?.removeAllRanges(); setWords([]); }
    return first;
  }, [words, paper.id, attachment, setWords]);
  const spot = spotOf(container.current, words.at(-1)?.box ?? null);
  const comment = useCallback(async () => {
    const place = spotOf(container.current, words.at(-1)?.box ?? null);
    const id = await mark('highlight', useReading.getState().colour);
    if (id !== null && place !== null) setOpen({ id, ...place });
  }, [mark, words, container]);
  const copy = useCallback(async () => {
    if (words.length === 0) return;
    const links = [paper.item.DOI === undefined ? paper.item.URL : `https://doi.org/${paper.item.DOI}`, passageLink(paper.citationKey)];
    const quote = t('abstract.quote', { words: words.map(({ selector }) => selector.exact.replace(/\s+/g, ' ')).join(' '), source: t('pdf.sourcePage', { source: shortReference(paper.item), page: words[0]?.page ?? 1 }) });
    const answer = await call('clipboard.write', { text: [quote, ...links].filter((part) => part !== undefined).join(' ') });
    if (answer.ok) say('abstract.quoteCopied');
    else sayError(answer.error);
  }, [words, paper]);

  useToolbarKeys(words.length > 0, (chosen) => void mark('highlight', chosen));
  useEffect(() => {
    const hands = { mark: (kind: 'highlight' | 'underline') => void mark(kind, useReading.getState().colour), comment: () => void comment(), copy: () => void copy() };
    useReading.setState({ hands });
    return () => { if (useReading.getState().hands === hands) useReading.setState({ hands: null }); };
  }, [mark, comment, copy]);

  const opened = marks.find(({ id }) => id === open?.id) ?? null;
  return (
    <div className="pdf-floating">
      {spot !== null && opened === null && <MarkToolbar {...spot} last={colour} nameOf={nameOf} mark={(chosen) => void mark('highlight', chosen)} underline={() => void mark('underline', colour)} strike={() => void mark('strikeout', colour)} comment={() => void comment()} copy={() => void copy()} />}
      {open !== null && opened !== null && (
        <MarkPopover key={opened.id} mark={opened} left={open.left} top={open.top} nameOf={nameOf} onClose={() => { setOpen(null); container.current?.focus({ preventScroll: true }); }}
          onEdit={(set) => void carryOut('annotation.edit', { annotation: opened.id, ...set })} onDelete={() => { setOpen(null); void carryOut('annotation.delete', { annotation: opened.id }); }} />
      )}
    </div>
  );
}

/** A spot under a box, in pixels from the frame of the pages. */
function spotOf(container: HTMLElement | null, box: DOMRect | null): { left: number; top: number } | null {
  if (container === null || box === null) return null;
  const frame = container.getBoundingClientRect();
  return { left: Math.min(Math.max(4, box.right - frame.left - WIDTH / 2), Math.max(4, frame.width - WIDTH - 16)), top: Math.min(box.bottom - frame.top + 8, Math.max(8, frame.height - 120)) };
}

/** The selected words, looked at when the pointer is up or the keys rest. */
function useSelected(container: RefObject<HTMLDivElement | null>, viewer: Viewer): [PageWords[], (words: PageWords[]) => void] {
  const [words, setWords] = useState<PageWords[]>([]);
  useEffect(() => {
    let held = false;
    const look = (): void => { if (!held && container.current !== null) setWords((before) => { const now = container.current === null ? [] : selectedWords(container.current, viewer); return now.length === 0 && before.length === 0 ? before : now; }); };
    const hold = (): void => { held = true; };
    const release = (): void => { held = false; requestAnimationFrame(look); };
    const pages = container.current;
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerdown', hold);
    document.addEventListener('pointerup', release);
    pages?.addEventListener('scroll', look, { passive: true });
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerdown', hold);
      document.removeEventListener('pointerup', release);
      pages?.removeEventListener('scroll', look);
    };
  }, [container, viewer]);
  return [words, setWords];
}

/** Draws the marks on every page that is drawn, now and later. */
function useDrawn(viewer: Viewer, container: RefObject<HTMLDivElement | null>, marks: readonly Annotation[], open: string | null): void {
  useEffect(() => {
    const draw = (): void => container.current?.querySelectorAll<HTMLElement>('.page[data-loaded]').forEach((page) => { drawMarks(viewer, page, marks, open); });
    draw();
    viewer.bus.on('pagerendered', draw);
    return () => { viewer.bus.off('pagerendered', draw); };
  }, [viewer, container, marks, open]);
}

/** Goes to a mark that was asked for elsewhere. */
function useWanted(viewer: Viewer, container: RefObject<HTMLDivElement | null>, marks: readonly Annotation[], setOpen: (open: { id: string; left: number; top: number } | null) => void): void {
  const wanted = useReading((state) => state.wanted);
  useEffect(() => {
    const target = marks.find(({ id }) => id === wanted)?.target;
    if (wanted === null || target?.type !== 'pdf') return;
    const go = (): void => {
      useReading.setState({ wanted: null });
      viewer.goTo(target.page);
      viewer.pages.scrollPageIntoView({ pageNumber: target.page, destArray: [null, { name: 'XYZ' }, null, (target.quads[0]?.[1] ?? 0) + 90, null], allowNegativeOffset: true });
      setOpen(null);
    };
    if (viewer.pages.pagesCount > 0) go();
    else viewer.bus.on('pagesloaded', go, { once: true });
    return () => { viewer.bus.off('pagesloaded', go); };
  }, [wanted, viewer, container, marks, setOpen]);
}

/** Opens the mark that is clicked: it lies under the words, so it is looked for through them. */
function useOpening(container: RefObject<HTMLDivElement | null>, setOpen: (open: { id: string; left: number; top: number } | null) => void): void {
  useEffect(() => {
    const pages = container.current;
    const click = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false || (event.target instanceof Element && event.target.closest('a') !== null)) return;
      const mark = document.elementsFromPoint(event.clientX, event.clientY).find((element): element is HTMLElement => element instanceof HTMLElement && element.dataset['mark'] !== undefined);
      const id = mark?.dataset['mark'];
      const spot = spotOf(pages, mark?.getBoundingClientRect() ?? null);
      setOpen(id === undefined || spot === null ? null : { id, ...spot });
    };
    pages?.addEventListener('click', click);
    return () => { pages?.removeEventListener('click', click); };
  }, [container, setOpen]);
}
