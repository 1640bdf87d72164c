export interface Offsets { start: number; end: number }

/** The plain-text offsets of what is selected inside `root`; null when nothing is. A formula is taken whole. */
export function selectedOffsets(root: HTMLElement): Offsets | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const touched = [...root.querySelectorAll<HTMLElement>('[data-start]')].filter((element) => range.intersectsNode(element));
  const places = touched.map((element) => within(element, range)).filter((place) => place.end > place.start);
  const first = places[0];
  const last = places.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function within(element: HTMLElement, range: Range): Offsets {
  const start = Number(element.dataset['start']);
  const end = Number(element.dataset['end']);
  if (element.dataset['whole'] !== undefined) return { start, end };
  const from = element.contains(range.startContainer) ? start + before(element, range.startContainer, range.startOffset) : start;
  const to = element.contains(range.endContainer) ? start + before(element, range.endContainer, range.endOffset) : end;
  return { start: from, end: to };
}

/** How many UTF-16 units of `element`'s text lie before a boundary point in it. */
function before(element: HTMLElement, node: Node, offset: number): number {
  const lead = document.createRange();
  lead.setStart(element, 0);
  lead.setEnd(node, offset);
  return lead.toString().length;
}

/** Leaves out white space at both ends; null when nothing else is there. */
export function trimmed(text: string, { start, end }: Offsets): Offsets | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return to > from ? { start: from, end: to } : null;
}
