import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown';
import { tags } from '@lezer/highlight';
import { CITE_GROUP, DISPLAY_MATH, INLINE_MATH, WIKI_CITE } from '../inline.ts';

const DOLLAR = 36;
const BRACKET = 91;

/** Adds one node for what an expression finds at `pos`; -1 where it finds nothing. */
function take(cx: InlineContext, name: string, expression: RegExp, pos: number): number {
  const found = expression.exec(cx.slice(pos, cx.end));
  return found === null ? -1 : cx.addElement(cx.elt(name, pos, pos + found[0].length));
}

/** Lines from `$$` to the line that ends with it; without an end, all that follows, as with a fence. */
function blockMath(cx: BlockContext, line: Line): boolean {
  if (line.next !== DOLLAR || !line.text.startsWith('$$', line.pos)) return false;
  const from = cx.lineStart + line.pos;
  const first = line.text.slice(line.pos + 2).trimEnd();
  // Words after the closing dollars belong to a paragraph.
  if (first.includes('$$') && !first.endsWith('$$')) return false;
  let closed = first.endsWith('$$') && first.length > 2;
  let to = cx.lineStart + line.text.length;
  while (!closed && cx.nextLine()) {
    closed = line.text.trimEnd().endsWith('$$');
    to = cx.lineStart + line.text.length;
  }
  if (closed) cx.nextLine();
  cx.addElement(cx.elt(closed ? 'BlockMath' : 'OpenMath', from, to));
  return true;
}

/** What notes have beyond GitHub's Markdown: formulas, `[[citekey]]` and `[@citekey, p. 4]`. */
export const noteSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'WikiCite', style: tags.link }, { name: 'CiteGroup' }, { name: 'InlineMath', style: tags.monospace },
    { name: 'BlockMath', block: true, style: tags.monospace }, { name: 'OpenMath', block: true, style: tags.monospace },
  ],
  parseInline: [
    { name: 'InlineMath', before: 'Escape', parse: (cx, next, pos) => (next !== DOLLAR ? -1 : Math.max(take(cx, 'InlineMath', DISPLAY_MATH, pos), cx.char(pos + 1) === DOLLAR ? -1 : take(cx, 'InlineMath', INLINE_MATH, pos))) },
    { name: 'Cite', before: 'Link', parse: (cx, next, pos) => (next !== BRACKET ? -1 : cx.char(pos + 1) === BRACKET ? take(cx, 'WikiCite', WIKI_CITE, pos) : take(cx, 'CiteGroup', CITE_GROUP, pos)) },
  ],
  parseBlock: [{ name: 'BlockMath', before: 'FencedCode', parse: blockMath }],
};
