import MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import { imageName } from '../../../src/library/notes/images.ts';
import { t } from '../../messages/messages.ts';
import { keysOfGroup, soleKey } from './cite-group.ts';
import { CITE_GROUP, DISPLAY_MATH, INLINE_MATH, WIKI_CITE } from './inline.ts';

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
  if (state.src[state.pos] !== '[') return false;
  const rest = state.src.slice(state.pos, state.pos + 1000);
  const wiki = WIKI_CITE.exec(rest);
  const match = wiki ?? CITE_GROUP.exec(rest);
  if (match === null) return false;
  if (!silent) {
    const token = state.push(wiki === null ? 'citegroup' : 'citation', 'a', 0);
    token.content = wiki === null ? match[0] : match[2] ?? match[1] ?? '';
    token.info = (match[1] ?? '').trim();
  }
  state.pos += match[0].length;
  return true;
}

/** `[@key, p. 4; @other]`: its words, and each key a link. */
function groupHtml(group: string): string {
  const sole = soleKey(group);
  if (sole !== null) return citeHtml(sole.key, sole.key + group.slice(sole.end, -1));
  let made = '';
  let at = 0;
  for (const one of keysOfGroup(group)) {
    made += escape(group.slice(at, one.at)) + citeHtml(one.key, one.key);
    at = one.end;
  }
  return made + escape(group.slice(at));
}

const citeHtml = (key: string, label: string): string => `<a class="cite-link" data-key="${escape(key)}" href="#">${escape(label)}</a>`;

/** Items that begin with `[ ]` or `[x]` are tasks: a box each, which knows its line. */
function tasks({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'list_item_open') continue;
    const inline = tokens[index + 2];
    const text = inline?.children?.[0];
    const box = text?.type === 'text' ? /^\[([ xX])\](?:\s|$)/.exec(text.content) : null;
    if (inline?.type !== 'inline' || text === undefined || box === null) continue;
    token.attrJoin('class', 'task');
    token.meta = { line: token.map?.[0] ?? 0, done: box[1] !== ' ' } satisfies Task;
    text.content = text.content.slice(box[0].length);
  }
}

/** Headings of a note stand below those of the window around it: two levels down. */
const DOWN = 2;

/** Every block goes the way its own words go; columns keep their side, as a class. */
function blocks({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.type.startsWith('heading_')) token.tag = `h${String(Math.min(6, Number(token.tag.slice(1)) + DOWN))}`;
    if (token.nesting === 1 && token.level === 0) token.attrSet('dir', 'auto');
    const side = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
    if (side !== undefined) token.attrJoin('class', `align-${side}`);
  }
}
interface Task { line: number; done: boolean }

/** Only images that the library keeps are shown; others are named, as links where they are on the web. */
function imageHtml(source: string, alt: string): string {
  const name = imageName(source);
  if (name !== null) return `<img src="app://sheaf/image/${name}" alt="${escape(alt)}">`;
  return /^https?:/i.test(source) ? `<a href="${escape(source)}">${escape(alt === '' ? source : alt)}</a>` : escape(alt);
}

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false });
const escape = markdown.utils.escapeHtml;
markdown.inline.ruler.before('escape', 'math', math);
markdown.inline.ruler.before('link', 'citation', citation);
markdown.block.ruler.before('paragraph', 'math', mathBlock, { alt: ['paragraph'] });
markdown.renderer.rules['math'] = (tokens, at) => `<span class="formula" data-tex="${escape(tokens[at]?.content ?? '')}" data-display="${String(tokens[at]?.markup === '$$')}"></span>`;
markdown.renderer.rules['citation'] = (tokens, at) => citeHtml(tokens[at]?.info ?? '', tokens[at]?.content ?? '');
markdown.renderer.rules['citegroup'] = (tokens, at) => groupHtml(tokens[at]?.content ?? '');
markdown.core.ruler.push('tasks', tasks);
markdown.core.ruler.push('blocks', blocks);
markdown.renderer.rules['list_item_open'] = (tokens, at, options, _env, self) => {
  const task = tokens[at]?.meta as Task | null | undefined;
  return self.renderToken(tokens, at, options) + (task ? `<input type="checkbox" data-line="${String(task.line)}"${task.done ? ' checked' : ''} aria-label="${escape(t('notes.task'))}"> ` : '');
};
markdown.renderer.rules['image'] = (tokens, at) => imageHtml(String(tokens[at]?.attrGet('src') ?? ''), tokens[at]?.content ?? '');
/** Addresses that a note may hold: of the web, and of passages in this library. */
markdown.validateLink = (url) => /^(?:https?:|sheaf:\/\/open\/|files\/images\/)/i.test(url);

/** A note as HTML: Markdown without raw HTML, formulas and `[[citekey]]` left as placeholders. Still to be sanitised before it is shown. */
export const noteHtml = (text: string): string => markdown.render(text);
