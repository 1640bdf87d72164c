import { useEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { Annotation } from '../../../src/model/annotation.ts';
import { useReading } from '../../stores/reading.ts';
import { drawMarks } from './mark-layer.ts';
import { spotOf } from './mark-spot.ts';
import type { Spot } from './mark-spot.ts';
import { hideTaken } from './taken.ts';
import type { Viewer } from './viewer.ts';

/** The mark that is open, and where. */
export type OpenMark = Spot & { id: string };
/** How long a mark that was gone to stands out, ms. */
const FLASH = 2000;
type SetOpen = (open: OpenMark | null) => void;

/** Draws the marks on every page that is drawn, now and later. */
export function useDrawn(viewer: Viewer, container: RefObject<HTMLDivElement | null>, marks: readonly Annotation[], open: string | null, flash: string | null): void {
  useEffect(() => {
    const draw = (): void => container.current?.querySelectorAll<HTMLElement>('.page[data-loaded]').forEach((page) => { drawMarks(viewer, page, marks, open, flash); });
    draw();
    viewer.bus.on('pagerendered', draw);
    return () => { viewer.bus.off('pagerendered', draw); };
  }, [viewer, container, marks, open, flash]);
}

/** Goes to a mark that was asked for elsewhere, and says which it is for a moment: it flashes. */
export function useWanted(viewer: Viewer, marks: readonly Annotation[], setOpen: SetOpen): string | null {
  const [flash, setFlash] = useState<string | null>(null);
  const wanted = useReading((state) => state.wanted);
  useEffect(() => {
    const target = marks.find(({ id }) => id === wanted)?.target;
    if (wanted === null || target?.type !== 'pdf') return;
    const go = (): void => {
      useReading.setState({ wanted: null });
      viewer.goTo(target.page);
      viewer.pages.scrollPageIntoView({ pageNumber: target.page, destArray: [null, { name: 'XYZ' }, null, (target.quads[0]?.[1] ?? 0) + 90, null], allowNegativeOffset: true });
      setOpen(null);
      setFlash(wanted);
    };
    if (viewer.pages.pagesCount > 0) go();
    else viewer.bus.on('pagesloaded', go, { once: true });
    return () => { viewer.bus.off('pagesloaded', go); };
  }, [wanted, viewer, marks, setOpen]);
  useEffect(() => {
    const timer = flash === null ? undefined : setTimeout(() => { setFlash(null); }, FLASH);
    return () => { clearTimeout(timer); };
  }, [flash]);
  return flash;
}

/** Opens the mark that is clicked: it lies under the words, so it is looked for through them. */
export function useOpening(container: RefObject<HTMLDivElement | null>, setOpen: SetOpen): void {
  useEffect(() => {
    const pages = container.current;
    const click = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false || (event.target instanceof Element && event.target.closest('a') !== null)) return;
      const mark = document.elementsFromPoint(event.clientX, event.clientY).find((element): element is HTMLElement => element instanceof HTMLElement && element.dataset['mark'] !== undefined);
      const id = mark?.dataset['mark'];
      const spot = spotOf(pages, mark?.getBoundingClientRect() ?? null);
      setOpen(id === undefined || spot === null ? null : { id, ...spot });
    };
    pages?.addEventListener('click', click);
    return () => { pages?.removeEventListener('click', click); };
  }, [container, setOpen]);
}

/** Keeps annotations of the file that are marks of the library too from being shown twice. */
export function useTaken(viewer: Viewer, marks: readonly Annotation[]): void {
  const taken = useMemo(() => hideTaken(viewer), [viewer]);
  useEffect(() => () => { taken.end(); }, [taken]);
  // A file that is left meanwhile answers no more, and then nothing is shown twice either.
  useEffect(() => { taken.follow(marks).catch(() => undefined); }, [taken, marks]);
}

/** Opens a mark that was just placed, once it is drawn: its comment is what comes next. */
export function useMade(container: RefObject<HTMLDivElement | null>, marks: readonly Annotation[], made: string | null, setMade: (id: string | null) => void, setOpen: SetOpen): void {
  useEffect(() => {
    if (made === null || !marks.some(({ id }) => id === made)) return;
    const box = container.current?.querySelector(`[data-mark="${made}"]`)?.getBoundingClientRect() ?? null;
    const spot = spotOf(container.current, box);
    setMade(null);
    if (spot !== null) setOpen({ id: made, ...spot });
  }, [container, marks, made, setMade, setOpen]);
}
