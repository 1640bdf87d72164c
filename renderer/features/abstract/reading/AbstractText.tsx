import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { Paper } from '../../../../src/model/paper.ts';
import { t } from '../../../messages/messages.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { useReading } from '../../../stores/reading.ts';
import { MarkPopover, MarkToolbar, useColourName, useToolbarKeys } from '../../marks/index.ts';
import { openLink } from '../open-link.ts';
import type { SetText } from '../text/read.ts';
import { drawMarks } from './marks.ts';
import type { PlacedMarks } from './marks.ts';
import { quoteInNote } from './quote-in-note.ts';
import { spotOf } from './spot.ts';
import type { Spot } from './spot.ts';
import type { DrawnMark } from './SetText.tsx';
import { SetBlocks } from './SetText.tsx';
import { useMarking } from './useMarking.ts';

interface Props { paper: Paper; read: SetText; placed: PlacedMarks; open: string | null; setOpen: (id: string | null) => void; active?: boolean; also?: readonly DrawnMark[] }

const NOTHING: readonly DrawnMark[] = [];

/** The abstract, set, with its marks: select words for a toolbar, click a mark to open it, arrows step through sentences. */
export function AbstractText({ paper, read, placed, open, setOpen, active = true, also = NOTHING }: Props) {
  const page = useRef<HTMLDivElement>(null);
  const colour = useReading((state) => state.colour);
  const nameOf = useColourName();
  const [part, setPart] = useState<'comment' | 'tags'>('comment');
  const openAt = useCallback((id: string, at: 'comment' | 'tags') => { setPart(at); setOpen(id); }, [setOpen]);
  const marking = useMarking(page, paper, read, placed, openAt, active);
  const { words, sentence } = marking;
  const opened = placed.here.find(({ mark }) => mark.id === open) ?? null;
  const drawn = useMemo(() => {
    const marks = [...also, ...drawMarks(placed, open)];
    return sentence === null ? marks : [...marks, { id: 'sentence', ...sentence, look: 'sentence-focus' }];
  }, [placed, open, sentence, also]);
  const toolbar = useSpot(page, words === null ? null : words.start, words?.end ?? 0);
  const popover = useSpot(page, opened === null ? null : opened.start, opened?.end ?? 0);

  useLayoutEffect(() => { page.current?.querySelector('.sentence-focus')?.scrollIntoView({ block: 'nearest' }); }, [sentence]);
  useLayoutEffect(() => { if (open !== null) page.current?.querySelector(`[data-marks~="${open}"]`)?.scrollIntoView({ block: 'nearest' }); }, [open]);
  useToolbarKeys(words !== null, (chosen) => void marking.mark('highlight', chosen));

  const click = (event: MouseEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest('mark') : null;
    if (mark === null || words !== null || document.getSelection()?.isCollapsed === false) return;
    const ids = mark.dataset['marks']?.split(' ') ?? [];
    // A second click on overlapping marks opens the next of them.
    setOpen(ids[(ids.indexOf(open ?? '') + 1) % ids.length] ?? null);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.target !== page.current || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : null;
    if (by !== null) marking.step(by);
    else if (event.key === 'Enter' && sentence !== null) setOpen(placed.here.find((mark) => mark.start < sentence.end && mark.end > sentence.start)?.mark.id ?? null);
    else if (event.key === 'Escape' && sentence !== null) marking.leaveSentence();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="abstract-place">
      <div
        ref={page} className="abstract-text" tabIndex={0} role="document" aria-label={t('abstract.tab.abstract')} onClick={click} onKeyDown={keys}
        onCopy={(event) => { if (words !== null) { event.preventDefault(); event.clipboardData.setData('text/plain', read.text.slice(words.start, words.end)); } }}
      >
        <SetBlocks read={read} marks={drawn} onLink={openLink} />
      </div>
      <p className="hidden-text" aria-live="polite">{sentence === null ? '' : read.text.slice(sentence.start, sentence.end)}</p>
      {toolbar !== null && opened === null && <MarkToolbar {...toolbar} last={colour} nameOf={nameOf} mark={(chosen) => void marking.mark('highlight', chosen)} underline={() => void marking.mark('underline', colour)} comment={() => void marking.comment()} copy={() => void marking.copy()} tag={() => void marking.tag()} quote={() => void marking.quote()} />}
      {popover !== null && opened !== null && (
        <MarkPopover key={opened.mark.id} mark={opened.mark} {...popover} nameOf={nameOf} begin={part} onQuote={() => void quoteInNote(paper.id, opened.mark.id)} onClose={() => { setPart('comment'); setOpen(null); page.current?.focus({ preventScroll: true }); }}
          onEdit={(set) => void carryOut('annotation.edit', { annotation: opened.mark.id, ...set })} onDelete={() => { setOpen(null); void carryOut('annotation.delete', { annotation: opened.mark.id }); }} />
      )}
    </div>
  );
}

/** Where something about the words [start, end) floats; measured after each layout of the page. */
function useSpot(page: { current: HTMLElement | null }, start: number | null, end: number): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null);
  useLayoutEffect(() => {
    const element = page.current;
    if (start === null || element === null) return setSpot(null);
    const measure = (): void => { setSpot(spotOf(element, start, end)); };
    measure();
    const sized = new ResizeObserver(measure);
    sized.observe(element);
    return () => { sized.disconnect(); };
  }, [page, start, end]);
  return spot;
}
