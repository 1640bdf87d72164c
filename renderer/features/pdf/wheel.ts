import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** Pixels of turning the wheel that double the size; a pinch on a touchpad comes as a wheel with Ctrl, in small steps. */
const DOUBLING = 400;
/** The picture follows at once by scaling; it is drawn sharp when the hand rests. */
const SHARP_AFTER = 250;
const LINE = 16;

/** Ctrl and wheel, or a pinch, zoom about the pointer. Returns how to stop it. */
export function zoomByWheel(container: HTMLElement, pages: PDFViewer): () => void {
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const by = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE : event.deltaY;
    pages.updateScale({ scaleFactor: 2 ** (-by / DOUBLING), drawingDelay: SHARP_AFTER, origin: [event.clientX, event.clientY] });
  };
  container.addEventListener('wheel', turn, { passive: false });
  return () => { container.removeEventListener('wheel', turn); };
}
