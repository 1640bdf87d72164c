import { selectorFor } from '../../../src/library/anchor.ts';
import type { TextSelector } from '../../../src/model/annotation.ts';
import { offsetOf, pageText } from './page-text.ts';
import { cornersOf, linesOf, turnOf } from './text-lines.ts';
import type { Rect, Turn } from './text-lines.ts';
import type { Viewer } from './viewer.ts';

/** Selected words of one page: their selector, and a quad for each line in PDF points (upper left, upper right, lower left, lower right). */
export interface PageWords { page: number; selector: TextSelector; quads: number[][]; box: DOMRect }

/** What is selected on the pages in `container`, a part for each page. */
export function selectedWords(container: HTMLElement, viewer: Viewer): PageWords[] {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(container)) return [];
  return [...container.querySelectorAll<HTMLElement>('.page')].flatMap((page) => wordsOn(page, range, viewer) ?? []);
}

function wordsOn(page: HTMLElement, range: Range, viewer: Viewer): PageWords | null {
  const layer = page.querySelector('.textLayer');
  const number = Number(page.dataset['pageNumber']);
  if (layer === null || !range.intersectsNode(layer)) return null;
  const part = document.createRange();
  part.selectNodeContents(layer);
  if (layer.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (layer.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  const words = pageText(layer);
  const from = offsetOf(words, part.startContainer, part.startOffset) ?? 0;
  const to = offsetOf(words, part.endContainer, part.endOffset) ?? words.text.length;
  const exact = words.text.slice(from, to);
  const start = from + exact.length - exact.trimStart().length;
  const end = to - (exact.length - exact.trimEnd().length);
  const lines = linesOf(rectsOf(layer, part));
  const last = lines.at(-1);
  if (end <= start || last === undefined) return null;
  return { page: number, selector: selectorFor(words.text, start, end), quads: lines.map((line) => quadOf(line, page, number, viewer)), box: new DOMRect(last.left, last.top, last.right - last.left, last.bottom - last.top) };
}

/** The boxes of the letters alone: a range over whole lines has those of the elements around them too. */
function rectsOf(layer: Element, part: Range): (Rect & { turn: Turn })[] {
  const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const rects: (Rect & { turn: Turn })[] = [];
  const page = Number(layer.getAttribute('data-main-rotation') ?? 0);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (!part.intersectsNode(node) || node.textContent?.trim() === '') continue;
    const one = document.createRange();
    one.selectNodeContents(node);
    if (node === part.startContainer) one.setStart(node, part.startOffset);
    if (node === part.endContainer) one.setEnd(node, part.endOffset);
    const turn = turnOf(page + turnWithin(node.parentElement));
    rects.push(...[...one.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5).map(({ left, top, right, bottom }) => ({ left, top, right, bottom, turn })));
  }
  return rects;
}

/** How pdf.js has turned a piece of text against its page. */
function turnWithin(piece: HTMLElement | null): number {
  const degrees = Number.parseFloat(piece?.style.getPropertyValue('--rotate') ?? '');
  return Number.isFinite(degrees) ? degrees : 0;
}

function quadOf(rect: Rect & { turn: Turn }, page: HTMLElement, number: number, viewer: Viewer): number[] {
  const { viewport } = viewer.pages.getPageView(number - 1);
  const frame = page.getBoundingClientRect();
  return cornersOf(rect, rect.turn).flatMap(([x, y]) => { const point: number[] = viewport.convertToPdfPoint(x - frame.left, y - frame.top); return point.map((value) => Math.round(value * 100) / 100); });
}
