import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { selectedWords } from './page-selection.ts';
import type { PageWords } from './page-selection.ts';
import type { Viewer } from './viewer.ts';

/** The selected words, looked at when the pointer is up or the keys rest. */
export function useSelected(container: RefObject<HTMLDivElement | null>, viewer: Viewer): [PageWords[], (words: PageWords[]) => void] {
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
