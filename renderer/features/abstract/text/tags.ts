/** How a stretch of text is set. */
export type Style = 'italic' | 'bold' | 'sup' | 'sub' | 'code' | 'smallcaps' | 'underline' | 'inline';

/** What an element means here: how its text is set, which block it opens, or that it is dropped with all it holds. */
export type Meaning = { style: Style } | { block: 'paragraph' | 'heading' | 'item' | 'break' } | { link: true } | { alternatives: true } | { drop: true } | { plain: true };

const STYLES: Record<string, Style> = {
  i: 'italic', em: 'italic', italic: 'italic', cite: 'italic', var: 'italic', b: 'bold', strong: 'bold', bold: 'bold', sup: 'sup', sub: 'sub',
  sc: 'smallcaps', code: 'code', tt: 'code', kbd: 'code', monospace: 'code', u: 'underline', underline: 'underline', 'inline-formula': 'inline',
};
const BLOCKS: Record<string, 'paragraph' | 'heading' | 'item' | 'break'> = {
  p: 'paragraph', div: 'paragraph', sec: 'paragraph', section: 'paragraph', abstract: 'paragraph', blockquote: 'paragraph', pre: 'paragraph', 'disp-formula': 'paragraph', 'disp-quote': 'paragraph',
  ul: 'paragraph', ol: 'paragraph', list: 'paragraph', table: 'paragraph', tr: 'paragraph', li: 'item', 'list-item': 'item', br: 'break', break: 'break',
  title: 'heading', label: 'heading', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading',
};
const LINKS = new Set(['a', 'ext-link', 'uri']);
const DROPPED = new Set(['script', 'style', 'svg', 'iframe', 'object', 'embed', 'template', 'noscript', 'head', 'applet', 'audio', 'video', 'canvas', 'form', 'select', 'textarea']);
const PLAIN = new Set([
  'span', 'font', 'small', 'big', 'html', 'body', 'article', 'center', 'strike', 's', 'del', 'ins', 'mark', 'q', 'abbr', 'styled-content', 'named-content', 'math',
  'tex-math', 'inline-graphic', 'graphic', 'img', 'xref', 'td', 'th', 'tbody', 'thead', 'input', 'button', 'link', 'meta', 'base', 'hr', 'def', 'def-list', 'email', 'roman', 'sans-serif',
]);

/** The meaning of a tag, with or without a namespace (`jats:p`); null for a name that is no element here (`<y` of "x<y"). */
export function meaning(name: string): Meaning | null {
  if (/^mml:(?!math)/i.test(name)) return { plain: true };
  const local = name.toLowerCase().replace(/^[\w-]+:/, '');
  const style = STYLES[local];
  if (style !== undefined) return { style };
  const block = BLOCKS[local];
  if (block !== undefined) return { block };
  if (local === 'alternatives') return { alternatives: true };
  if (LINKS.has(local)) return { link: true };
  if (DROPPED.has(local)) return { drop: true };
  return PLAIN.has(local) ? { plain: true } : null;
}
