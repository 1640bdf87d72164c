import { useRef } from 'react';
import './splitter.css';

interface Props { label: string; width: number; from: number; to: number; onWidth: (width: number) => void; onEnd: (width: number) => void; lies?: boolean }

/** The line between two panes: drag it, or move it with the arrow keys. `width` is that of the pane on its left, in px; with `lies` it is the height of the one above. */
export function Splitter({ label, width, from, to, onWidth, onEnd, lies = false }: Props) {
  const start = useRef<{ at: number; width: number } | null>(null);
  const within = (next: number): number => Math.round(Math.min(to, Math.max(from, next)));
  const place = (event: { clientX: number; clientY: number }): number => (lies ? event.clientY : event.clientX);
  const at = (now: number): number => within((start.current?.width ?? width) + now - (start.current?.at ?? now));
  return (
    <div className={lies ? 'splitter splitter-lies' : 'splitter'} role="separator" aria-orientation={lies ? 'horizontal' : 'vertical'} aria-label={label} aria-valuenow={width} aria-valuemin={from} aria-valuemax={to} tabIndex={0}
      onPointerDown={(event) => { start.current = { at: place(event), width }; event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerMove={(event) => { if (start.current !== null) onWidth(at(place(event))); }}
      onPointerUp={(event) => { if (start.current !== null) onEnd(at(place(event))); start.current = null; }}
      onKeyDown={(event) => {
        const step = lies ? { ArrowUp: -24, ArrowDown: 24 }[event.key] : { ArrowLeft: -24, ArrowRight: 24 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onEnd(within(width + step));
      }} />
  );
}
