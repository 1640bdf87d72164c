import { useRef } from 'react';
import './splitter.css';

interface Props { label: string; width: number; from: number; to: number; onWidth: (width: number) => void; onEnd: (width: number) => void }

/** The line between two panes: drag it, or move it with the arrow keys. `width` is that of the pane on its left, in px. */
export function Splitter({ label, width, from, to, onWidth, onEnd }: Props) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const within = (next: number): number => Math.round(Math.min(to, Math.max(from, next)));
  const at = (x: number): number => within((start.current?.width ?? width) + x - (start.current?.x ?? x));
  return (
    <div className="splitter" role="separator" aria-orientation="vertical" aria-label={label} aria-valuenow={width} aria-valuemin={from} aria-valuemax={to} tabIndex={0}
      onPointerDown={(event) => { start.current = { x: event.clientX, width }; event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerMove={(event) => { if (start.current !== null) onWidth(at(event.clientX)); }}
      onPointerUp={(event) => { if (start.current !== null) onEnd(at(event.clientX)); start.current = null; }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -24, ArrowRight: 24 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onEnd(within(width + step));
      }} />
  );
}
