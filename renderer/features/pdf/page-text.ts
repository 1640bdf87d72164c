/** The words of a page as pdf.js lays them in its text layer: a line break for each of its breaks. */
export interface PageText { text: string; starts: Map<Node, number> }

export function pageText(layer: Element): PageText {
  const starts = new Map<Node, number>();
  let text = '';
  const walk = (node: Node): void => {
    starts.set(node, text.length);
    if (node instanceof Text) text += node.data;
    else if (node instanceof HTMLBRElement) text += '\n';
    else for (const child of node.childNodes) walk(child);
  };
  walk(layer);
  return { text, starts };
}

/** Where a boundary point of a range lies in the text; null when it is outside. */
export function offsetOf({ starts, text }: PageText, node: Node, offset: number): number | null {
  const start = starts.get(node);
  if (start === undefined) return null;
  if (node instanceof Text) return start + offset;
  const child = node.childNodes[offset];
  return child === undefined ? endOf(node, starts) ?? text.length : starts.get(child) ?? start;
}

const endOf = (node: Node, starts: Map<Node, number>): number | null => (node.nextSibling === null ? null : starts.get(node.nextSibling) ?? null);
