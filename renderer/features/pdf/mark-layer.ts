import type { Annotation } from '../../../src/model/annotation.ts';
import { turnOfQuad } from './text-lines.ts';
import type { Viewer } from './viewer.ts';

/** Draws the marks of one page under its words, in shares of the page so that zooming moves them along; made anew whenever pdf.js draws the page. */
export function drawMarks(viewer: Viewer, page: HTMLElement, marks: readonly Annotation[], open: string | null, flash: string | null): void {
  page.querySelector(':scope > .pdf-marks')?.remove();
  const number = Number(page.dataset['pageNumber']);
  const canvas = page.querySelector(':scope > .canvasWrapper');
  const here = marks.filter(({ target }) => target.type === 'pdf' && target.page === number);
  if (canvas === null || here.length === 0) return;
  const layer = document.createElement('div');
  layer.className = 'pdf-marks';
  for (const mark of here) for (const quad of mark.target.type === 'pdf' ? mark.target.quads : []) layer.append(stroke(viewer, number, mark, quad, mark.id === open ? ' pdf-mark-open' : mark.id === flash ? ' pdf-mark-flash' : ''));
  canvas.after(layer);
}

function stroke(viewer: Viewer, page: number, mark: Annotation, quad: readonly number[], state: string): HTMLElement {
  const { viewport } = viewer.pages.getPageView(page - 1);
  const points = [0, 2, 4, 6].map((at): [number, number] => viewport.convertToViewportPoint(quad[at] ?? 0, quad[at + 1] ?? 0));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const element = document.createElement('div');
  element.className = `pdf-mark mark-${mark.colour} pdf-mark-${mark.kind}${state}`;
  if (mark.kind === 'text') element.textContent = mark.comment;
  element.dataset['mark'] = mark.id;
  element.dataset['turn'] = String(turnOfQuad(points.flat()));
  Object.assign(element.style, { left: share(left, viewport.width), top: share(top, viewport.height), width: share(Math.max(...xs) - left, viewport.width), height: share(Math.max(...ys) - top, viewport.height) });
  return element;
}

const share = (part: number, whole: number): string => `${String((100 * part) / whole)}%`;
