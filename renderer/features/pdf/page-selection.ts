import { selectorFor } from '../../../src/library/anchor.ts';
import type { TextSelector } from '../../../src/model/annotation.ts';
import { offsetOf, pageText } from './page-text.ts';
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
  return { page: number, selector: selectorFor(words.text, start, end), quads: lines.map((line) => quadOf(line, page, number, viewer)), box: last };
}

/** The boxes of the letters alone: a range over whole lines has those of the elements around them too. */
function rectsOf(layer: Element, part: Range): DOMRect[] {
  const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const rects: DOMRect[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (!part.intersectsNode(node) || node.textContent?.trim() === '') continue;
    const one = document.createRange();
    one.selectNodeContents(node);
    if (node === part.startContainer) one.setStart(node, part.startOffset);
    if (node === part.endContainer) one.setEnd(node, part.endOffset);
    rects.push(...[...one.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5));
  }
  return rects;
}

/** Boxes that follow each other on one line, made one. */
function linesOf(rects: readonly DOMRect[]): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of rects) {
    const line = lines.at(-1);
    const middle = rect.top + rect.height / 2;
    if (line === undefined || middle < line.top || middle > line.bottom || rect.left < line.left || rect.left - line.right > 3 * rect.height) lines.push(rect);
    else lines[lines.length - 1] = new DOMRect(line.left, Math.min(line.top, rect.top), Math.max(line.right, rect.right) - line.left, Math.max(line.bottom, rect.bottom) - Math.min(line.top, rect.top));
  }
  return lines;
}

function quadOf(rect: DOMRect, page: HTMLElement, number: number, viewer: Viewer): number[] {
  const { viewport } = viewer.pages.getPageView(number - 1);
  const frame = page.getBoundingClientRect();
  const corners = [[rect.left, rect.top], [rect.right, rect.top], [rect.left, rect.bottom], [rect.right, rect.bottom]] as const;
  return corners.flatMap(([x, y]) => { const point: number[] = viewport.convertToPdfPoint(x - frame.left, y - frame.top); return point.map((value) => Math.round(value * 100) / 100); });
}
