import { AnnotationEditorType, AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, PDFFindController, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { PdfPlace } from '../../../src/contract/pdf-place.ts';
import { restWhileFast } from './fast-scroll.ts';
import { findIn } from './find.ts';
import type { FindCall } from './find.ts';
import { Links } from './links.ts';
import { placeOf, showPlace } from './place.ts';
import { trail } from './trail.ts';
import { zoomByWheel } from './wheel.ts';

export type Fit = 'page-width' | 'page-fit' | 'auto';
/** What of a document is on screen; `labels` are the page numbers as printed, where the file names them. */
export interface Shown { page: number; pages: number; scale: number; fit: Fit | null; labels: readonly string[] | null; rotation: number; two: boolean; canBack: boolean; canForward: boolean }
/** How many hits of the words looked for there are, and which is shown (from 1; 0 none yet). */
export interface Found { current: number; total: number; searching: boolean }
/** The handle of one viewer on the page. */
export interface Viewer {
  document: PDFDocumentProxy;
  pages: PDFViewer;
  bus: EventBus;
  goTo: (page: number) => void;
  /** The page of a label as printed, else of a number. */
  goToLabel: (label: string) => void;
  goToDest: (dest: string | unknown[]) => void;
  zoom: (factor: number) => void;
  fit: (fit: Fit) => void;
  rotate: (by: 90 | -90) => void;
  twoPages: (two: boolean) => void;
  back: () => void;
  forward: () => void;
  find: (what: FindCall | null) => void;
  place: () => PdfPlace | null;
  close: () => void;
}
export interface Watch { shown: (shown: Shown) => void; found: (found: Found) => void; moved: (place: PdfPlace) => void }

const SPREAD_ODD = 1;
/** Milliseconds after which the layout of a file that was opened moves no more. */
const SETTLED = 300;

/** Puts pdf.js's own viewer into `container` (which must be positioned absolutely): pages, text layer, links; no forms, no scripts. */
export function showPdf(container: HTMLDivElement, document: PDFDocumentProxy, start: PdfPlace | null, watch: Watch): Viewer {
  const bus = new EventBus();
  const linkService = new Links(bus, ({ page, dest }) => { release(); pages.scrollPageIntoView({ pageNumber: page, destArray: [...dest], ignoreDestinationZoom: true }); pages.update(); say(); });
  const findController = new PDFFindController({ linkService, eventBus: bus });
  const pages = new PDFViewer({ container, eventBus: bus, linkService, findController, annotationMode: AnnotationMode.ENABLE_STORAGE, annotationEditorMode: AnnotationEditorType.DISABLE, removePageBorders: false });
  linkService.setViewer(pages);
  let labels: readonly string[] | null = null;
  const went = trail(() => placeOf(pages), (place) => { showPlace(pages, place); });
  const fitNow = (): Fit | null => fitOf(pages.currentScaleValue);
  const say = (): void => {
    watch.shown({ page: pages.currentPageNumber, pages: document.numPages, scale: pages.currentScale, fit: fitNow(), labels, rotation: pages.pagesRotation, two: pages.spreadMode === SPREAD_ODD, canBack: went.canBack(), canForward: went.canForward() });
  };
  let staying: { page: number; timer: ReturnType<typeof setTimeout> } | null = null;
  // What is in view is known to pdf.js only with the next frame, unless it is told: the next step would begin at the place before this one.
  const jump = (move: () => void): void => { release(); went.leave(); move(); pages.update(); say(); };
  // Pages that are turned or laid anew have other heights: without this another one would be in view.
  // It takes a moment until the layout moves no more, and a second turn may come before.
  const stay = (change: () => void): void => {
    const page = staying?.page ?? pages.currentPageNumber;
    clearTimeout(staying?.timer);
    held = null;
    change();
    const put = (): void => { pages.currentPageNumber = page; pages.update(); };
    put();
    staying = { page, timer: setTimeout(() => { staying = null; if (pages.currentPageNumber !== page) put(); }, SETTLED) };
  };
  // Pages get their true sizes one by one, and the pane its width, after the first layout: until then the place is held, unless the reader moves.
  let held = start;
  const hold = (): void => { if (held !== null && placeOf(pages)?.page !== held.page) showPlace(pages, held); };
  const release = (): void => { held = null; clearTimeout(staying?.timer); staying = null; };
  for (const name of ['wheel', 'pointerdown']) container.addEventListener(name, release, { capture: true, passive: true });
  bus.on('pagesinit', () => {
    if (start === null) pages.currentScaleValue = 'page-width';
    else showPlace(pages, start);
    say();
  });
  bus.on('pagesloaded', () => {
    hold();
    setTimeout(() => { hold(); release(); }, SETTLED);
  });
  for (const name of ['pagechanging', 'scalechanging', 'rotationchanging', 'spreadmodechanged']) bus.on(name, say);
  bus.on('updateviewarea', () => { const place = placeOf(pages); if (place !== null && (held === null || place.page === held.page)) watch.moved(place); });
  findIn(bus, watch.found);
  pages.setDocument(document);
  linkService.setDocument(document, null);
  void document.getPageLabels().then((found) => {
    labels = worthShowing(found);
    pages.setPageLabels(labels === null ? null : [...labels]);
    say();
  }, () => undefined);
  const sized = new ResizeObserver(() => { const fit = fitNow(); if (fit !== null && pages.pagesCount > 0) pages.currentScaleValue = fit; });
  sized.observe(container);
  const follow = (event: MouseEvent): void => { if (event.target instanceof Element && event.target.closest('a.internalLink, a[href^="#"]') !== null) { went.leave(); say(); } };
  container.addEventListener('click', follow, true);
  const stopWheel = zoomByWheel(container, pages);
  const stopResting = restWhileFast(container, pages);
  const goTo = (page: number): void => { jump(() => { pages.currentPageNumber = Math.min(document.numPages, Math.max(1, page)); }); };
  return {
    document, pages, bus, goTo,
    goToLabel: (label) => { const page = pages.pageLabelToPageNumber(label) ?? Number.parseInt(label, 10); if (Number.isFinite(page)) goTo(page); },
    goToDest: (dest) => { jump(() => { void linkService.goToDestination(dest); }); },
    zoom: (factor) => { pages.updateScale({ scaleFactor: factor, drawingDelay: 0 }); },
    fit: (next) => { pages.currentScaleValue = next; },
    rotate: (by) => { stay(() => { pages.pagesRotation = (pages.pagesRotation + by + 360) % 360; }); },
    twoPages: (two) => { stay(() => { pages.spreadMode = two ? SPREAD_ODD : 0; }); },
    back: () => { went.back(); say(); },
    forward: () => { went.forward(); say(); },
    find: (what) => { if (what === null) bus.dispatch('findbarclose', { source: pages }); else bus.dispatch('find', { source: pages, type: what.again ? 'again' : '', query: what.query, caseSensitive: what.matchCase, entireWord: what.wholeWords, highlightAll: true, findPrevious: what.previous, matchDiacritics: false }); },
    place: () => placeOf(pages),
    close: () => {
      release();
      sized.disconnect();
      stopWheel();
      stopResting();
      container.removeEventListener('click', follow, true);
      linkService.setDocument(null);
      pages.cleanup();
    },
  };
}

const fitOf = (value: string): Fit | null => (value === 'page-width' || value === 'page-fit' || value === 'auto' ? value : null);

/** Labels that only count from 1 say nothing that the page's number does not. */
const worthShowing = (labels: string[] | null): string[] | null => (labels === null || labels.every((label, index) => label === String(index + 1) || label === '') ? null : labels);
