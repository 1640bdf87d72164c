import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { askWhatToDo } from '../../actions/ask-what-to-do.ts';
import { t } from '../../messages/messages.ts';
import { focusAt } from '../../stores/query.ts';
import { rowIn, see, useRows } from '../../stores/rows.ts';
import { isChosen, useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { StreamBlock } from './StreamBlock.tsx';
import { chunkOf, inSightAfterScroll, STRETCH } from './stretch.ts';
import './stream.css';

/** Milliseconds of rest after which the abstract in sight is the one that keys are for. */
const REST = 90;

/** Pages by the height of what is seen, as a document does; the list's own keys would jump over papers. */
function scrollKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = event.key === 'PageDown' || (event.key === ' ' && !event.shiftKey) ? 1 : event.key === 'PageUp' || event.key === ' ' ? -1 : null;
  if (by === null) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.scrollBy({ top: by * event.currentTarget.clientHeight * 0.88 });
}

/** The abstracts of the list one below another, to read and to mark. The one in sight is the focused paper: every key of the list is for it. */
export function Stream() {
  const scroller = useRef<HTMLDivElement>(null);
  /** A place that was come to by scrolling or pointing: nothing has to move for it. */
  const followed = useRef(-1);
  const total = useRows((state) => state.handle?.total ?? 0);
  const listed = useRows((state) => state.handle?.query);
  const pages = useRows((state) => state.pages);
  const { focused, index, chosen } = useSelection();
  const { abstractSize, abstractMeasure } = useSettings((state) => state.settings);
  const base = chunkOf(Math.max(0, index));
  const count = Math.max(0, Math.min(STRETCH, total - base));
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => Math.round(abstractSize * 25), overscan: 2, useFlushSync: false, getItemKey: (at) => rowIn(pages, base + at)?.id ?? base + at });
  const items = virtual.getVirtualItems();
  const from = base + (items[0]?.index ?? 0);
  const to = base + (items.at(-1)?.index ?? 0);

  useEffect(() => { see(from, to); }, [from, to, listed, pages]);
  useEffect(() => { virtual.measure(); }, [virtual, abstractSize, abstractMeasure]);
  useEffect(() => {
    if (index < 0 || followed.current === index) return;
    followed.current = index;
    virtual.scrollToIndex(index - base, { align: 'start' });
  }, [virtual, index, base, listed]);
  useEffect(() => { scroller.current?.focus({ preventScroll: true }); }, []);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rested = (): void => {
      const now = useSelection.getState().index;
      const next = inSightAfterScroll(virtual.getVirtualItems().map((item) => ({ index: base + item.index, start: item.start, end: item.end })), element.scrollTop, element.clientHeight, now);
      if (next === now) return;
      followed.current = next;
      void focusAt(next);
    };
    const scrolled = (): void => { clearTimeout(timer); timer = setTimeout(rested, REST); };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => { clearTimeout(timer); element.removeEventListener('scroll', scrolled); };
  }, [virtual, base]);

  const point = async (event: { target: EventTarget }): Promise<void> => {
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
    const place = block === null ? -1 : Number(block.dataset['place']);
    if (place < 0 || place === useSelection.getState().index) return;
    followed.current = place;
    await focusAt(place);
  };
  return (
    <div ref={scroller} className="stream" role="feed" aria-label={t('stream.label')} tabIndex={0} data-keys="list" data-listed={listed} onPointerDownCapture={(event) => void point(event)} onContextMenu={(event) => void askWhatToDo(event, () => point(event))} onKeyDown={scrollKeys}>
      {base > 0 ? <div className="stream-more"><Button onPress={() => void focusAt(base - 1)}>{t('stream.before', { count: base })}</Button></div> : null}
      <div className="stream-space" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rowIn(pages, base + item.index);
          return (
            <StreamBlock key={item.key} row={row} place={base + item.index} total={total} top={item.start} measure={virtual.measureElement} at={item.index}
              current={row !== undefined && row.id === focused} chosen={row !== undefined && isChosen(chosen, row.id)} />
          );
        })}
      </div>
      {base + count < total ? <div className="stream-more"><Button onPress={() => void focusAt(base + count)}>{t('stream.after', { count: total - base - count })}</Button></div> : null}
    </div>
  );
}
