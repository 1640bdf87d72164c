import { useEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import type { DragEvent, MouseEvent } from 'react';
import type { Column } from '../../../src/contract/list-form.ts';
import { byKey, menuPlace } from '../../actions/ask-what-to-do.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { pick, reach, toggle } from '../../stores/choose.ts';
import { fillDrag, readyDrag } from '../cite/index.ts';
import { draggedPapers, dragPapers, PAPERS } from '../../stores/drag.ts';
import { useTagById } from '../../stores/library.ts';
import { seeHits } from '../../stores/pdf-hits.ts';
import { rowIn, see, useRows } from '../../stores/rows.ts';
import { chosenCount, currentSelection, isChosen, useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { useView } from '../../stores/view.ts';
import { openAtHit } from '../pdf/index.ts';
import { setPageSize } from './page-size.ts';
import { Row } from './Row.tsx';
import { Head } from './table/Head.tsx';
import './list.css';
import './table/table.css';

/** Heights of a row in px: one for each form, so that no row ever has to be measured. */
const HEIGHT = { table: 32, compact: 48, roomy: 76, abstract: 128 } as const;
const HEAD = 30;

const placeOf = (event: { target: EventTarget }): number => {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? -1 : Number(row.dataset['index']);
};

/** The paper whose passage in a PDF was clicked. */
const hitOf = ({ target }: { target: EventTarget }): string | null => (target instanceof Element ? target.closest<HTMLElement>('[data-pdf-hit]')?.dataset['pdfHit'] ?? null : null);

function click(event: MouseEvent): void {
  const place = placeOf(event);
  if (place < 0) return;
  if (event.shiftKey) void reach(place);
  else if (event.ctrlKey || event.metaKey) void toggle(place);
  else void pick(place).then(() => { const hit = hitOf(event); if (hit !== null) openAtHit(hit); });
}

const idAt = (place: number): string | undefined => rowIn(useRows.getState().pages, place)?.id;

async function contextMenu(event: MouseEvent): Promise<void> {
  event.preventDefault();
  const { index, focused } = useSelection.getState();
  // The key asks for the current row's menu: the list has the focus, its rows never do.
  const place = byKey(event) ? index : placeOf(event);
  if (place < 0) return;
  const id = idAt(place);
  const at = menuPlace(event, focused === null ? null : document.getElementById(`row-${focused}`));
  if (id !== undefined && !isChosen(useSelection.getState().chosen, id)) await pick(place);
  useView.setState({ overlay: 'context', at });
}

/** What a drag that may begin here would carry: the mouse is down on a row. */
function ready(event: MouseEvent): void {
  const id = event.button === 0 ? idAt(placeOf(event)) : undefined;
  if (id === undefined) return;
  const many = isChosen(useSelection.getState().chosen, id);
  void readyDrag(many ? currentSelection() : { ids: [id] }, many ? chosenCount() : 1);
}

/** What is dragged is what is picked out, where the row is one of these, else the row alone. */
function dragStart(event: DragEvent): void {
  const place = placeOf(event);
  const id = idAt(place);
  if (id === undefined) return;
  const many = isChosen(useSelection.getState().chosen, id);
  if (!many) void pick(place);
  dragPapers(many ? currentSelection() : { ids: [id] });
  event.dataTransfer.setData(PAPERS, id);
  fillDrag(event.dataTransfer, draggedPapers());
  event.dataTransfer.effectAllowed = 'copyMove';
}

/** Scrolling makes the browser lay out the page at once, so where nothing has to move none is asked for. */
function isInSight({ scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>, top: number, height: number, head: number): boolean {
  return scrollOffset !== null && scrollRect !== null && top >= scrollOffset && top + height <= scrollOffset + scrollRect.height - head;
}

/** A new list begins at its top: it is drawn there at once, not first where the old one stood. Where nothing has to scroll, none is asked for. */
function useTop(virtual: Virtualizer<HTMLDivElement, Element>, listed: string | undefined): void {
  const seen = useRef(listed);
  const scrolled = useRef(false);
  if (seen.current !== listed) {
    seen.current = listed;
    scrolled.current = virtual.scrollOffset !== 0;
    virtual.scrollOffset = 0;
  }
  useEffect(() => {
    if (scrolled.current) virtual.scrollElement?.scrollTo({ top: 0 });
    scrolled.current = false;
  }, [virtual, listed]);
}

/** The papers of the list in sight, as lines or as a table: rows come as they scroll into view. */
export function PaperList() {
  const scroller = useRef<HTMLDivElement>(null);
  const form = useSettings((state) => state.settings.density);
  const kept = useSettings((state) => state.settings.columns);
  const [sizing, setSizing] = useState<Column[] | null>(null);
  const columns = sizing ?? kept;
  const total = useRows((state) => state.handle?.total ?? 0);
  const listed = useRows((state) => state.handle?.query);
  const pages = useRows((state) => state.pages);
  const { focused, index, chosen, query } = useSelection();
  const tagById = useTagById();
  const table = form === 'table';
  const [height, head] = [HEIGHT[form], table ? HEAD : 0];
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 3, useFlushSync: false, paddingStart: head, scrollPaddingStart: head });
  useTop(virtual, listed);
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;

  useEffect(() => { see(from, to); }, [from, to, listed, pages]);
  useEffect(() => { seeHits(query, Array.from({ length: to - from + 1 }, (_, at) => rowIn(pages, from + at)?.id ?? '').filter((id) => id !== '')); }, [query, from, to, pages]);
  useEffect(() => { virtual.measure(); setPageSize(Math.max(1, Math.floor(((scroller.current?.clientHeight ?? height) - head) / height) - 1)); }, [virtual, height, head]);
  useEffect(() => { if (index >= 0 && !isInSight(virtual, index * height, height, head)) virtual.scrollToIndex(index, { align: 'auto' }); }, [virtual, index, listed, height, head]);

  const width = columns.reduce((sum, column) => sum + column.width, 0) + 28;
  const as = table ? { role: 'grid', 'aria-rowcount': total + 1, 'aria-colcount': columns.length, style: { '--columns': columns.map(({ id, width: px }) => (id === 'title' ? `minmax(${String(px)}px, 1fr)` : `${String(px)}px`)).join(' '), '--table-width': `${String(width)}px` } as React.CSSProperties } : { role: 'listbox' };
  return (
    <div ref={scroller} className={`list list-${form}`} {...as} aria-label={t('list.label')} aria-multiselectable tabIndex={0} data-keys="list" data-listed={listed}
      {...(focused === null || index < from || index > to ? {} : { 'aria-activedescendant': `row-${focused}` })}
      onClick={click} onContextMenu={(event) => void contextMenu(event)} onDoubleClick={() => runAction('paper.open')} onMouseDown={ready} onDragStart={dragStart} onDragEnd={() => { dragPapers(null); }}>
      {table ? <Head columns={columns} onSize={setSizing} /> : null}
      <div className="list-space" role={table ? 'rowgroup' : 'presentation'} style={{ height: virtual.getTotalSize(), marginTop: -head }}>
        {items.map((item) => {
          const row = rowIn(pages, item.index);
          return (
            <Row key={item.index} row={row} index={item.index} total={total} top={item.start} tagById={tagById} form={form} columns={columns}
              current={row !== undefined && row.id === focused} chosen={row !== undefined && isChosen(chosen, row.id)} />
          );
        })}
      </div>
    </div>
  );
}
