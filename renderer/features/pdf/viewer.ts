import { AnnotationEditorType, AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, LinkTarget, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

export type Fit = 'page-width' | 'page-fit' | 'auto';
export interface Shown { page: number; pages: number; scale: number }
/** The handle of one viewer on the page. */
export interface Viewer { goTo: (page: number) => void; zoom: (factor: number) => void; fit: (fit: Fit) => void; close: () => void }

const LEAST = 0.25;
const MOST = 5;

/** Puts pdf.js's own viewer into `container` (which must be positioned absolutely): pages, text layer, links; no forms, no scripts. */
export function showPdf(container: HTMLDivElement, document: PDFDocumentProxy, onShown: (shown: Shown) => void): Viewer {
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer nofollow' });
  const viewer = new PDFViewer({ container, eventBus, linkService, annotationMode: AnnotationMode.ENABLE, annotationEditorMode: AnnotationEditorType.DISABLE, removePageBorders: false });
  linkService.setViewer(viewer);
  const say = (): void => { onShown({ page: viewer.currentPageNumber, pages: document.numPages, scale: viewer.currentScale }); };
  let fit: Fit | null = 'page-width';
  eventBus.on('pagesinit', () => { viewer.currentScaleValue = 'page-width'; });
  eventBus.on('pagechanging', say);
  eventBus.on('scalechanging', say);
  viewer.setDocument(document);
  linkService.setDocument(document, null);
  const sized = new ResizeObserver(() => { if (fit !== null && viewer.pagesCount > 0) viewer.currentScaleValue = fit; });
  sized.observe(container);
  return {
    goTo: (page) => { viewer.currentPageNumber = Math.min(document.numPages, Math.max(1, page)); },
    zoom: (factor) => { fit = null; viewer.currentScale = Math.min(MOST, Math.max(LEAST, viewer.currentScale * factor)); },
    fit: (next) => { fit = next; viewer.currentScaleValue = next; },
    close: () => { sized.disconnect(); linkService.setDocument(null); viewer.cleanup(); },
  };
}
