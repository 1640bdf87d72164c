import { syntaxTree } from '@codemirror/language';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, ViewUpdate , EditorView} from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';
import { t } from '../../../messages/messages.ts';
import { keysOfGroup } from '../cite-group.ts';
import { WIKI_CITE } from '../inline.ts';
import { SetWidget, SignWidget, TaskWidget } from './widgets.ts';

type Decorations = Range<Decoration>[];
interface Drawing { state: EditorState; out: Decorations; isActive: (from: number, to: number) => boolean }

const hidden = Decoration.replace({});
const MARKS = new Set(['HeaderMark', 'EmphasisMark', 'StrikethroughMark', 'CodeMark', 'QuoteMark']);
const rule = Decoration.replace({ widget: new SignWidget('cm-rule', '') });
const bullet = Decoration.replace({ widget: new SignWidget('cm-bullet', '•') });

/** Gives each line from `from` to `to` a class. */
function lines({ state, out }: Drawing, from: number, to: number, look: string): void {
  for (let at = state.doc.lineAt(from); ; at = state.doc.line(at.number + 1)) {
    out.push(Decoration.line({ class: look }).range(at.from));
    if (at.to >= to || at.number === state.doc.lines) return;
  }
}

/** Takes a mark out of sight, and the space after it where it begins a line. */
function hide({ state, out }: Drawing, { name, from, to }: SyntaxNodeRef): void {
  const spaced = (name === 'HeaderMark' || name === 'QuoteMark') && state.sliceDoc(to, to + 1) === ' ';
  if (to > from) out.push(hidden.range(from, spaced ? to + 1 : to));
}

function link(drawing: Drawing, node: SyntaxNodeRef): void {
  const { state, out } = drawing;
  const url = node.node.getChild('URL');
  const [open, close] = node.node.getChildren('LinkMark');
  if (url === null || open === undefined || close === undefined || close.from <= open.to) return;
  const address = state.sliceDoc(url.from, url.to);
  out.push(Decoration.mark({ class: 'cm-link', attributes: { 'data-href': address } }).range(open.to, close.from));
  if (!drawing.isActive(node.from, node.to)) out.push(hidden.range(node.from, open.to), hidden.range(close.from, node.to));
}

function wikiCite(drawing: Drawing, { from, to }: SyntaxNodeRef): void {
  const found = WIKI_CITE.exec(drawing.state.sliceDoc(from, to));
  const key = found?.[1] ?? '';
  const label = found?.[2];
  const begin = label === undefined ? from + 2 : to - 2 - label.length;
  drawing.out.push(Decoration.mark({ class: 'note-cite', attributes: { 'data-key': key.trim() } }).range(begin, to - 2));
  if (!drawing.isActive(from, to)) drawing.out.push(hidden.range(from, begin), hidden.range(to - 2, to));
}

function citeGroup(drawing: Drawing, { from, to }: SyntaxNodeRef): void {
  const active = drawing.isActive(from, to);
  for (const one of keysOfGroup(drawing.state.sliceDoc(from, to))) {
    drawing.out.push(Decoration.mark({ class: 'note-cite', attributes: { 'data-key': one.key } }).range(from + one.from, from + one.to));
    if (!active) drawing.out.push(hidden.range(from + one.at, from + one.from), ...(one.end > one.to ? [hidden.range(from + one.to, from + one.end)] : []));
  }
}

function listMark(drawing: Drawing, node: SyntaxNodeRef): void {
  const { state, out, isActive } = drawing;
  const item = node.node.parent;
  if (item?.parent?.name !== 'BulletList') return;
  const task = item.getChild('Task') !== null;
  if (!isActive(node.from, node.to)) out.push((task ? hidden : bullet).range(node.from, task ? Math.min(node.to + 1, state.doc.lineAt(node.to).to) : node.to));
}

/** Draws one node; false where its children are not to be drawn. */
function draw(drawing: Drawing, node: SyntaxNodeRef): boolean {
  const { state, out, isActive } = drawing;
  const { name, from, to } = node;
  const source = (): string => state.sliceDoc(from, to);
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name);
  if (heading !== null) lines(drawing, from, to, `cm-heading cm-heading-${heading[1] ?? ''}`);
  else if (name === 'Blockquote') lines(drawing, from, to, 'cm-quote');
  else if (name === 'FencedCode' || name === 'CodeBlock') lines(drawing, from, to, 'cm-code');
  else if (name === 'InlineCode') out.push(Decoration.mark({ class: 'cm-inline-code' }).range(from, to));
  else if (name === 'TaskMarker' && !isActive(from, to)) out.push(Decoration.replace({ widget: new TaskWidget(/x/i.test(source()), t('notes.task')) }).range(from, to));
  else if (name === 'HorizontalRule' && !isActive(from, to)) out.push(rule.range(from, to));
  else if (name === 'InlineMath' && !isActive(from, to) && state.doc.lineAt(from).to >= to) out.push(Decoration.replace({ widget: new SetWidget(source(), false) }).range(from, to));
  else if (name === 'Image' && !isActive(from, to) && state.doc.lineAt(from).to >= to) { out.push(Decoration.replace({ widget: new SetWidget(source(), false) }).range(from, to)); return false; }
  else if (name === 'Link') link(drawing, node);
  else if (name === 'URL' && node.node.parent?.name !== 'Link') out.push(Decoration.mark({ class: 'cm-link', attributes: { 'data-href': source() } }).range(from, to));
  else if (name === 'WikiCite') wikiCite(drawing, node);
  else if (name === 'CiteGroup') citeGroup(drawing, node);
  else if (name === 'ListMark') listMark(drawing, node);
  else if (MARKS.has(name) && !isActive(from, to) && state.sliceDoc(from, to).trim() !== '') hide(drawing, node);
  return true;
}

/** The lines of the cursors, when somebody writes: they show their source. */
export function activeLines(state: EditorState, focused: boolean): (from: number, to: number) => boolean {
  const spans = focused ? state.selection.ranges.map(({ from, to }) => ({ from: state.doc.lineAt(from).from, to: state.doc.lineAt(to).to })) : [];
  return (from, to) => spans.some((span) => from <= span.to && to >= span.from);
}

/** Only what is in sight is drawn, so that a long note costs what a short one does. */
function drawn(view: EditorView): DecorationSet {
  const out: Decorations = [];
  const drawing = { state: view.state, out, isActive: activeLines(view.state, view.hasFocus) };
  for (const { from, to } of view.visibleRanges) syntaxTree(view.state).iterate({ from, to, enter: (node) => draw(drawing, node) });
  return Decoration.set(out, true);
}

class Preview {
  decorations: DecorationSet;
  constructor(view: EditorView) { this.decorations = drawn(view); }
  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) this.decorations = drawn(update.view);
  }
}

/** Markdown as it will read, but for the lines of the cursor. */
export const livePreview = ViewPlugin.fromClass(Preview, { decorations: (plugin) => plugin.decorations });
