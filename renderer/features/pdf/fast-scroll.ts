import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** Screens a second beyond which nobody reads what goes by; how long a hand must rest until pages are drawn again, ms. */
const FAST = 4;
const REST = 70;
/** The time over which speed is measured, ms. */
const SPAN = 120;

/** Draws no pages while they are only scrolled past, so that the scrolling itself stays smooth; once it is slower, what is in view is drawn. Returns how to stop it. */
export function restWhileFast(container: HTMLElement, pages: PDFViewer): () => void {
  const draw = pages.forceRendering.bind(pages);
  let steps: { at: number; top: number }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isFast = (): boolean => {
    const [first] = steps;
    return first !== undefined && Math.abs(container.scrollTop - first.top) > (FAST * container.clientHeight * SPAN) / 1000;
  };
  const scrolled = (): void => {
    const now = performance.now();
    steps = [...steps.filter(({ at }) => now - at < SPAN), { at: now, top: container.scrollTop }];
    clearTimeout(timer);
    timer = setTimeout(() => { steps = []; pages.update(); }, REST);
  };
  pages.forceRendering = (visible) => (isFast() ? true : draw(visible));
  container.addEventListener('scroll', scrolled, { passive: true, capture: true });
  return () => {
    clearTimeout(timer);
    container.removeEventListener('scroll', scrolled, { capture: true });
    pages.forceRendering = draw;
  };
}
