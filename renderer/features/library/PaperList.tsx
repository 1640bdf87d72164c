import { useEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import type { MouseEvent } from 'react';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { pick, reach, toggle } from '../../stores/choose.ts';
import { useTagById } from '../../stores/library.ts';
import { rowIn, see, useRows } from '../../stores/rows.ts';
import { isChosen, useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { useView } from '../../stores/view.ts';
import { setPageSize } from './page-size.ts';
import { Row } from './Row.tsx';
import './list.css';

/** Heights of a row in px: one for each density, so that no row ever has to be measured. */
const HEIGHT = { compact: 48, roomy: 84 } as const;

const placeOf = (event: MouseEvent): number => {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? -1 : Number(row.dataset['index']);
};

function click(event: MouseEvent): void {
  const place = placeOf(event);
  if (place < 0) return;
  if (event.shiftKey) void reach(place);
  else if (event.ctrlKey || event.metaKey) void toggle(place);
  else void pick(place);
}

async function contextMenu(event: MouseEvent): Promise<void> {
  event.preventDefault();
  const place = placeOf(event);
  if (place < 0) return;
  const id = rowIn(useRows.getState().pages, place)?.id;
  const at = { x: event.clientX, y: event.clientY };
  if (id !== undefined && !isChosen(useSelection.getState().chosen, id)) await pick(place);
  useView.setState({ overlay: 'context', at });
}

/** Scrolling makes the browser lay out the page at once, so where nothing has to move none is asked for. */
function isInSight({ scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>, top: number, height: number): boolean {
  return scrollOffset !== null && scrollRect !== null && top >= scrollOffset && top + height <= scrollOffset + scrollRect.height;
}

/** The papers of the list in sight: rows come as they scroll into view. */
export function PaperList() {
  const scroller = useRef<HTMLDivElement>(null);
  const density = useSettings((state) => state.settings.density);
  const total = useRows((state) => state.handle?.total ?? 0);
  const listed = useRows((state) => state.handle?.query);
  const pages = useRows((state) => state.pages);
  const { focused, index, chosen } = useSelection();
  const tagById = useTagById();
  const height = HEIGHT[density];
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 6, useFlushSync: false });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;

  useEffect(() => { see(from, to); }, [from, to, listed, pages]);
  useEffect(() => { virtual.measure(); setPageSize(Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1)); }, [virtual, height]);
  useEffect(() => { if (virtual.scrollOffset !== 0) scroller.current?.scrollTo({ top: 0 }); }, [virtual, listed]);
  useEffect(() => { if (index >= 0 && !isInSight(virtual, index * height, height)) virtual.scrollToIndex(index, { align: 'auto' }); }, [virtual, index, listed, height]);

  return (
    <div ref={scroller} className={`list list-${density}`} role="listbox" aria-label={t('list.label')} aria-multiselectable tabIndex={0} data-keys="list" data-listed={listed}
      {...(focused === null ? {} : { 'aria-activedescendant': `row-${focused}` })}
      onClick={click} onContextMenu={(event) => void contextMenu(event)} onDoubleClick={() => runAction('pdf.open')}>
      <div className="list-space" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rowIn(pages, item.index);
          return (
            <Row key={item.index} row={row} index={item.index} total={total} top={item.start} tagById={tagById}
              current={row !== undefined && row.id === focused} chosen={row !== undefined && isChosen(chosen, row.id)} />
          );
        })}
      </div>
    </div>
  );
}
