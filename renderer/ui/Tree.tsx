import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { neighbour } from './tree-keys.ts';
import './tree.css';

/** A line of a tree: `open` is absent on a leaf; `marked` where it narrows what another line shows; `drop` names the place for files that are let go on it. */
export interface TreeLine { id: string; level: number; name: string; sign: ReactNode; end?: ReactNode; open?: boolean; current: boolean; marked?: boolean; drop?: string }
export interface Point { x: number; y: number }

interface Props {
  label: string;
  lines: readonly TreeLine[];
  /** The line whose name is being written. */
  renaming: string | null;
  renameLabel: string;
  onPress: (id: string, also: boolean) => void;
  onOpen: (id: string, open: boolean) => void;
  onMenu: (id: string, at: Point) => void;
  onRename: (id: string) => void;
  onRenamed: (id: string, name: string | null) => void;
  onDelete: (id: string) => void;
  /** A drag of such a line begins or ends. */
  onDrag: (id: string | null, event: DragEvent) => void;
  /** Whether what is dragged may be let go here. */
  takes: (id: string, event: DragEvent) => boolean;
  onDrop: (id: string) => void;
}

/** A tree with one place in the tab order: arrows walk, left and right fold, Enter goes, F2 renames, Delete deletes. */
export function Tree(props: Props) {
  const { lines } = props;
  const [at, setAt] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const stop = lines.find((line) => line.id === at) ?? lines.find((line) => line.current) ?? lines[0];
  const focus = (id: string): void => {
    setAt(id);
    list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus();
  };
  const keys = (event: KeyboardEvent, line: TreeLine): void => {
    if (props.renaming === line.id || (event.ctrlKey || event.metaKey || event.altKey) && event.key !== 'Enter') return;
    const to = neighbour(lines, line, event.key);
    if (to !== null) focus(to);
    else if (event.key === 'ArrowRight' && line.open === false) props.onOpen(line.id, true);
    else if (event.key === 'ArrowLeft' && line.open === true) props.onOpen(line.id, false);
    else if (event.key === 'Enter' || event.key === ' ') props.onPress(line.id, event.ctrlKey || event.metaKey);
    else if (event.key === 'F2') props.onRename(line.id);
    else if (event.key === 'Delete') props.onDelete(line.id);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) props.onMenu(line.id, below(event.currentTarget));
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={list} className="tree" role="tree" aria-label={props.label}>
      {lines.map((line) => <Line key={line.id} {...props} line={line} stop={line.id === stop?.id} onKeys={keys} onFocus={() => { setAt(line.id); }} />)}
    </div>
  );
}

function below(element: Element): Point {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 24, y: bottom };
}

type LineProps = Props & { line: TreeLine; stop: boolean; onKeys: (event: KeyboardEvent, line: TreeLine) => void; onFocus: () => void };

function Line({ line, stop, onKeys, onFocus, ...props }: LineProps) {
  const [over, setOver] = useState(false);
  const { id } = line;
  const menu = (event: MouseEvent): void => {
    event.preventDefault();
    props.onMenu(id, { x: event.clientX, y: event.clientY });
  };
  const drag = (event: DragEvent): void => {
    const may = props.takes(id, event);
    setOver(may);
    if (may) event.preventDefault();
  };
  return (
    <div className={`tree-line${over ? ' drop-here' : ''}${line.marked === true ? ' tree-marked' : ''}`} role="treeitem" data-line={id} data-drop={line.drop} data-drop-name={line.name} aria-level={line.level + 1}
      {...(line.open === undefined ? {} : { 'aria-expanded': line.open })} {...(line.current ? { 'aria-current': 'page' as const } : {})} aria-selected={line.current || line.marked === true}
      tabIndex={stop ? 0 : -1} style={{ paddingLeft: 20 + line.level * 14 }} draggable={props.renaming !== id}
      onClick={(event) => { props.onPress(id, event.ctrlKey || event.metaKey); }} onDoubleClick={() => { props.onRename(id); }} onContextMenu={menu} onFocus={onFocus} onKeyDown={(event) => { onKeys(event, line); }}
      onDragStart={(event) => { props.onDrag(id, event); }} onDragEnd={(event) => { props.onDrag(null, event); }}
      onDragOver={drag} onDragLeave={() => { setOver(false); }} onDrop={(event) => {
        setOver(false);
        if (!props.takes(id, event)) return;
        event.preventDefault();
        props.onDrop(id);
      }}>
      {line.open === undefined ? null : <span className={`tree-fold${line.open ? ' tree-open' : ''}`} style={{ left: 4 + line.level * 14 }} aria-hidden onClick={(event) => { event.stopPropagation(); props.onOpen(id, line.open !== true); }}><ChevronRight size={13} /></span>}
      {line.sign}
      {props.renaming === id ? <Rename name={line.name} label={props.renameLabel} onDone={(name) => { props.onRenamed(id, name); }} /> : <span className="place-name">{line.name}</span>}
      {line.end}
    </div>
  );
}

/** The name in a field, in its place: Enter or leaving keeps it, Escape does not. */
function Rename({ name, label, onDone }: { name: string; label: string; onDone: (name: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => { field.current?.focus(); field.current?.select(); }, []);
  const end = (kept: boolean): void => {
    if (done.current) return;
    done.current = true;
    const line = field.current?.closest<HTMLElement>('[role="treeitem"]');
    onDone(kept ? (field.current?.value.trim() ?? '') : null);
    line?.focus();
  };
  return (
    <input ref={field} className="tree-name" aria-label={label} defaultValue={name} maxLength={200} spellCheck={false} onClick={(event) => { event.stopPropagation(); }} onDoubleClick={(event) => { event.stopPropagation(); }}
      onBlur={() => { end(true); }} onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end(true);
        else if (event.key === 'Escape') end(false);
      }} />
  );
}
