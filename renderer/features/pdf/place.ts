import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { PdfPlace } from '../../../src/contract/pdf-place.ts';

const SPREAD_ODD = 1;

/** What is in view now; null before the first layout. */
export function placeOf(pages: PDFViewer): PdfPlace | null {
  const at = pages._location;
  if (at === null || at === undefined || pages.pagesCount === 0) return null;
  const value = pages.currentScaleValue;
  const named = value === 'page-width' || value === 'page-fit' || value === 'auto';
  const place = PdfPlace.safeParse({ page: at.pageNumber, left: at.left, top: at.top, scale: named ? value : pages.currentScale, rotation: pages.pagesRotation, two: pages.spreadMode === SPREAD_ODD });
  return place.success ? place.data : null;
}

/** Turns, lays and zooms the pages as they were, and scrolls there. */
export function showPlace(pages: PDFViewer, place: PdfPlace): void {
  if (pages.pagesRotation !== place.rotation) pages.pagesRotation = place.rotation;
  const spread = place.two ? SPREAD_ODD : 0;
  if (pages.spreadMode !== spread) pages.spreadMode = spread;
  pages.currentScaleValue = String(place.scale);
  pages.scrollPageIntoView({ pageNumber: Math.min(place.page, pages.pagesCount), destArray: [null, { name: 'XYZ' }, place.left, place.top, null], allowNegativeOffset: true });
  pages.update();
}
