import MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';

const INLINE_MATH = /^\$(?![\s$])((?:\\.|[^$\\])*?(?:\\.|[^$\\\s]))\$(?!\d)/;
const DISPLAY_MATH = /^\$\$([\s\S]+?)\$\$/;
const CITE = /^\[\[([^[\]\n|]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/;

function math(state: StateInline, silent: boolean): boolean {
  const rest = state.src.slice(state.pos);
  const display = DISPLAY_MATH.exec(rest);
  const match = display ?? INLINE_MATH.exec(rest);
  if (match === null) return false;
  if (!silent) state.push('math', 'span', 0).content = match[1] ?? '';
  const token = state.tokens.at(-1);
  if (!silent && token !== undefined) token.markup = display === null ? '$' : '$$';
  state.pos += match[0].length;
  return true;
}

function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const begin = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const match = /^\$\$([\s\S]+?)\$\$[ \t]*(?:\n|$)/.exec(state.src.slice(begin, state.eMarks[endLine - 1]));
  if (match === null) return false;
  if (silent) return true;
  const token = state.push('math', 'div', 0);
  token.content = match[1] ?? '';
  token.markup = '$$';
  state.line = startLine + match[0].replace(/\n$/, '').split('\n').length;
  return true;
}

function citation(state: StateInline, silent: boolean): boolean {
  const match = CITE.exec(state.src.slice(state.pos));
  if (match === null) return false;
  if (!silent) {
    const token = state.push('citation', 'a', 0);
    token.content = match[2] ?? match[1] ?? '';
    token.info = (match[1] ?? '').trim();
  }
  state.pos += match[0].length;
  return true;
}

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false });
const escape = markdown.utils.escapeHtml;
markdown.inline.ruler.before('escape', 'math', math);
markdown.inline.ruler.before('link', 'citation', citation);
markdown.block.ruler.before('paragraph', 'math', mathBlock, { alt: ['paragraph'] });
markdown.renderer.rules['math'] = (tokens, at) => `<span class="formula" data-tex="${escape(tokens[at]?.content ?? '')}" data-display="${String(tokens[at]?.markup === '$$')}"></span>`;
markdown.renderer.rules['citation'] = (tokens, at) => `<a class="cite-link" data-key="${escape(tokens[at]?.info ?? '')}" href="#">${escape(tokens[at]?.content ?? '')}</a>`;
markdown.renderer.rules['image'] = (tokens, at) => escape(tokens[at]?.content ?? '');

/** A note as HTML: Markdown without raw HTML, formulas and `[[citekey]]` left as placeholders. Still to be sanitised before it is shown. */
export const noteHtml = (text: string): string => markdown.render(text);
