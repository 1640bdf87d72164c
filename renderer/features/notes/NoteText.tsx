import { useEffect, useRef } from 'react';
import { followElement } from './editor/keys.ts';
import type { Follow } from './editor/keys.ts';
import { setNote } from './set-note.ts';

/** A note, set: Markdown with formulas; links and boxes of tasks answer through the given functions only. */
export function NoteText({ markdown, follow, onTask }: { markdown: string; follow: Follow; onTask: (line: number) => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { place.current?.replaceChildren(setNote(markdown)); }, [markdown]);
  useEffect(() => {
    const root = place.current;
    const click = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const line = target instanceof HTMLInputElement ? target.dataset['line'] : undefined;
      const link = target?.closest('a') ?? null;
      if (line === undefined && link === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (line !== undefined) onTask(Number(line));
      else if (!followElement(link, follow)) follow.link(link?.getAttribute('href') ?? '');
    };
    root?.addEventListener('click', click);
    return () => { root?.removeEventListener('click', click); };
  }, [follow, onTask]);
  return <div ref={place} dir="auto" className="note-text" />;
}
