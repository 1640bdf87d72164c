import { quadOf } from '../../../src/library/quads.ts';
import type { Tool } from './reader.ts';
import { useReader } from './reader.ts';
import type { Viewer } from './viewer.ts';

/** A place on a page that was pointed at, as a quad in PDF points. */
export interface Placed { tool: Tool; page: number; quad: number[] }

const NOTE = 20;
/** A drag shorter than this, in px, was a click: the box then has this size, in points. */
const CLICK = 6;
const BOX: Readonly<Record<Tool, readonly [number, number]>> = { note: [NOTE, NOTE], text: [180, 48], area: [160, 120] };

/** Takes a tool in hand, or lays it down again. */
export function chooseTool(tool: Tool): void {
  useReader.setState((state) => ({ tool: state.tool === tool ? null : tool }));
  document.querySelector<HTMLElement>('.pdf-pages')?.focus();
}

interface Point { x: number; y: number }

/** While a tool is in hand: a click or a drag on a page places it; Enter does in the middle of what is in view; Escape lays it down. */
export function placing(container: HTMLElement, viewer: Viewer, tool: Tool, placed: (place: Placed) => void): () => void {
  let band: { page: HTMLElement; from: Point; element: HTMLElement } | null = null;
  const down = (event: PointerEvent): void => {
    const page = event.target instanceof Element ? event.target.closest<HTMLElement>('.page') : null;
    if (page === null || event.button !== 0) return;
    event.preventDefault();
    const element = document.createElement('div');
    element.className = 'pdf-band';
    page.append(element);
    band = { page, from: { x: event.clientX, y: event.clientY }, element };
    container.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (band === null || tool === 'note') return;
    const frame = band.page.getBoundingClientRect();
    Object.assign(band.element.style, { left: `${String(Math.min(band.from.x, event.clientX) - frame.left)}px`, top: `${String(Math.min(band.from.y, event.clientY) - frame.top)}px`, width: `${String(Math.abs(event.clientX - band.from.x))}px`, height: `${String(Math.abs(event.clientY - band.from.y))}px` });
  };
  const up = (event: PointerEvent): void => {
    if (band === null) return;
    const { page, from, element } = band;
    element.remove();
    band = null;
    placed(placeOn(viewer, page, tool, from, { x: event.clientX, y: event.clientY }));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const frame = container.getBoundingClientRect();
    const middle = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
    const page = viewer.pages.getPageView(viewer.pages.currentPageNumber - 1).div;
    if (event.key === 'Escape') useReader.setState({ tool: null });
    else placed(placeOn(viewer, page, tool, middle, middle));
  };
  container.addEventListener('pointerdown', down, true);
  container.addEventListener('pointermove', move);
  container.addEventListener('pointerup', up);
  container.addEventListener('keydown', press, true);
  return () => {
    band?.element.remove();
    container.removeEventListener('pointerdown', down, true);
    container.removeEventListener('pointermove', move);
    container.removeEventListener('pointerup', up);
    container.removeEventListener('keydown', press, true);
  };
}

function placeOn(viewer: Viewer, page: HTMLElement, tool: Tool, from: Point, to: Point): Placed {
  const number = Number(page.dataset['pageNumber']);
  const { viewport } = viewer.pages.getPageView(number - 1);
  const frame = page.getBoundingClientRect();
  const point = ({ x, y }: Point): [number, number] => { const [left = 0, top = 0]: number[] = viewport.convertToPdfPoint(x - frame.left, y - frame.top); return [left, top]; };
  const [[x1, y1], [x2, y2]] = [point(from), point(to)];
  const dragged = tool !== 'note' && (Math.abs(to.x - from.x) > CLICK || Math.abs(to.y - from.y) > CLICK);
  const [width, height] = BOX[tool];
  const box = dragged ? { left: Math.min(x1, x2), right: Math.max(x1, x2), bottom: Math.min(y1, y2), top: Math.max(y1, y2) } : { left: x1, right: x1 + width, bottom: y1 - height, top: y1 };
  return { tool, page: number, quad: quadOf(box).map((value) => Math.round(value * 100) / 100) };
}
