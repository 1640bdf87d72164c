import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import type { Column, ColumnName } from '../../../../src/contract/list-form.ts';
import { COLUMNS, COLUMN_WIDTHS } from '../../../../src/contract/list-form.ts';
import { t } from '../../../messages/messages.ts';
import { ask } from '../../../stores/query.ts';
import { useSelection } from '../../../stores/selection.ts';
import { PointMenu } from '../../../ui/PointMenu.tsx';
import type { Section } from '../../../ui/Menu.tsx';
import { SORTS } from '../actions/sort.ts';
import { isColumn, keepColumns, moved, NARROWEST, sized, SORT_OF, turned, WIDEST } from './columns.ts';

const COLUMN = 'application/x-sheaf-column';
const STEP = 16;

/** Sorts by a column; once more turns the order round. */
function sortBy(id: ColumnName): void {
  const sort = SORT_OF[id];
  if (sort === undefined) return;
  const { query } = useSelection.getState();
  ask(query.sort === sort ? { descending: !query.descending } : { sort, descending: SORTS.find((one) => one.sort === sort)?.descending ?? true });
}

/** The columns that can be shown, for a menu. */
export const columnItems = (columns: readonly Column[]): Section['items'] => COLUMNS.map((id) => ({ id: `column.${id}`, label: t(`column.${id}`), checked: columns.some((one) => one.id === id) }));
export function turnColumn(columns: readonly Column[], item: string): void {
  const id = item.replace(/^column\./, '');
  if (isColumn(id)) keepColumns(turned(columns, id));
}

interface Props { columns: readonly Column[]; onSize: (columns: Column[] | null) => void }

/** The names of the columns: press to sort, drag to move, drag the edge to size; Shift and Alt with the arrows do the same. */
export function Head({ columns, onSize }: Props) {
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const [stop, setStop] = useState(0);
  return (
    <div className="table-head" role="rowgroup" data-keys="head" onContextMenu={(event) => { event.preventDefault(); event.stopPropagation(); setMenu({ x: event.clientX, y: event.clientY }); }} onClick={(event) => { event.stopPropagation(); }} onDoubleClick={(event) => { event.stopPropagation(); }}>
      <div role="row" aria-rowindex={1} className="table-row">
        {columns.map((column, at) => <HeadCell key={column.id} column={column} at={at} stop={at === Math.min(stop, columns.length - 1)} onStop={setStop} columns={columns} onSize={onSize} onMenu={setMenu} />)}
      </div>
      {menu === null ? null : <PointMenu at={menu} label={t('column.choose')} sections={[{ id: t('column.choose'), title: t('column.choose'), items: columnItems(columns) }]} onChoose={(item) => { turnColumn(columns, item); }} onClose={() => { setMenu(null); }} />}
    </div>
  );
}

interface CellProps extends Props { column: Column; at: number; /** Whether it is the one in the tab order. */ stop: boolean; onStop: (at: number) => void; onMenu: (at: { x: number; y: number }) => void }

function HeadCell({ column, at, stop, onStop, columns, onSize, onMenu }: CellProps) {
  const { id, width } = column;
  const [over, setOver] = useState(false);
  const { sort, descending } = useSelection((state) => state.query);
  const sorted = SORT_OF[id] === sort;
  const keys = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    if (by !== undefined && event.shiftKey) keepColumns(sized(columns, id, width + by * STEP));
    else if (by !== undefined && event.altKey) keepColumns(moved(columns, id, at + by));
    else if (by !== undefined) cellBeside(event.currentTarget, by)?.focus();
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) onMenu({ x: left, y: bottom });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    const from = event.dataTransfer.getData(COLUMN);
    if (isColumn(from)) keepColumns(moved(columns, from, at));
  };
  return (
    <div role="columnheader" aria-colindex={at + 1} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'} className={`head-cell${over ? ' head-over' : ''}`} onFocus={() => { onStop(at); }}
      onDragOver={(event) => { if (event.dataTransfer.types.includes(COLUMN)) { event.preventDefault(); setOver(true); } }} onDragLeave={() => { setOver(false); }} onDrop={drop}>
      <button type="button" className="head-name" draggable tabIndex={stop ? 0 : -1} title={t('column.hint')} onKeyDown={keys} onClick={() => { sortBy(id); }} onDragStart={(event) => { event.dataTransfer.setData(COLUMN, id); }}>
        <span>{t(`column.${id}`)}</span>{sorted ? descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden /> : null}
      </button>
      <Edge name={t(`column.${id}`)} width={width} usual={COLUMN_WIDTHS[id]} stop={stop} onSize={(next) => { onSize(sized(columns, id, next)); }} onEnd={(next) => { onSize(null); keepColumns(sized(columns, id, next)); }} />
    </div>
  );
}

function cellBeside(cell: HTMLElement, by: number): HTMLElement | null {
  const names = [...(cell.closest('[role="row"]')?.querySelectorAll<HTMLElement>('.head-name') ?? [])];
  return names[names.indexOf(cell) + by] ?? null;
}

interface EdgeProps { name: string; width: number; usual: number; stop: boolean; onSize: (width: number) => void; onEnd: (width: number) => void }

/** The line at a column's right: dragged, moved by the arrows (Home and End: narrowest and widest), or pressed twice for the usual width. */
function Edge({ name, width, usual, stop, onSize, onEnd }: EdgeProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const at = (x: number): number => (start.current === null ? width : start.current.width + x - start.current.x);
  const keys = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: NARROWEST, End: WIDEST, Enter: usual }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onEnd(to);
  };
  return (
    <span className="head-edge" role="separator" aria-orientation="vertical" aria-label={t('column.edge', { name })} aria-valuenow={width} aria-valuemin={NARROWEST} aria-valuemax={WIDEST} tabIndex={stop ? 0 : -1}
      onKeyDown={keys} onDoubleClick={() => { onEnd(usual); }}
      onPointerDown={(event) => { start.current = { x: event.clientX, width }; event.currentTarget.setPointerCapture(event.pointerId); event.preventDefault(); }}
      onPointerMove={(event) => { if (start.current !== null) onSize(at(event.clientX)); }}
      onPointerUp={(event) => { const end = at(event.clientX); if (start.current !== null && end !== start.current.width) onEnd(end); start.current = null; }} />
  );
}
