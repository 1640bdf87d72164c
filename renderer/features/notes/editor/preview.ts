import { syntaxTree } from '@codemirror/language';
import type { EditorState, Line, Range } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';
import { keysOfGroup, soleKey } from '../cite-group.ts';
import { WIKI_CITE } from '../inline.ts';
import { listItem, listMark } from './lists.ts';
import { SetWidget, SignWidget } from './widgets.ts';

type Decorations = Range<Decoration>[];
/** What is drawn of the lines from `from` to `to`; the cursor steps over what is in `passed` at once. */
export interface Drawing { state: EditorState; out: Decorations; passed: Decorations; from: number; to: number; isActive: (from: number, to: number) => boolean }

const hidden = Decoration.replace({});
const MARKS = new Set(['HeaderMark', 'EmphasisMark', 'StrikethroughMark', 'CodeMark', 'QuoteMark']);
const rule = Decoration.replace({ widget: new SignWidget('cm-rule', '') });
const ownDirection = Decoration.line({ attributes: { dir: 'auto' } });

/** The lines in sight of what goes from `from` to `to`. */
export function* linesIn(drawing: Drawing, from: number, to: number): Generator<Line> {
  const { state } = drawing;
  const end = Math.min(to, drawing.to);
  for (let line = state.doc.lineAt(Math.max(from, drawing.from)); line.from <= end; line = state.doc.line(line.number + 1)) {
    yield line;
    if (line.number === state.doc.lines) return;
  }
}

/** Gives each line from `from` to `to` a class. */
function lines(drawing: Drawing, from: number, to: number, look: string): void {
  const decoration = Decoration.line({ class: look });
  for (const line of linesIn(drawing, from, to)) drawing.out.push(decoration.range(line.from));
}

/** A block of code, whatever the direction of the words around it; the lines of its fences are small. */
function code(drawing: Drawing, { node, from, to }: SyntaxNodeRef): void {
  const { doc } = drawing.state;
  const fences = new Set(node.getChildren('CodeMark').map((mark) => doc.lineAt(mark.from).number));
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
  for (const line of linesIn(drawing, from, to)) {
    const look = ['cm-code', fences.has(line.number) ? 'cm-code-fence' : '', line.number === first ? 'cm-code-first' : '', line.number === last ? 'cm-code-last' : ''].filter(Boolean).join(' ');
    drawing.out.push(Decoration.line({ class: look, attributes: { dir: 'ltr' } }).range(line.from));
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
  const { out } = drawing;
  const group = drawing.state.sliceDoc(from, to);
  const active = drawing.isActive(from, to);
  const sole = active ? null : soleKey(group);
  if (sole !== null) {
    out.push(Decoration.mark({ class: 'note-cite', attributes: { 'data-key': sole.key } }).range(from + sole.from, to - 1), hidden.range(from, from + sole.from), hidden.range(to - 1, to));
    if (sole.end > sole.to) out.push(hidden.range(from + sole.to, from + sole.end));
    return;
  }
  for (const one of keysOfGroup(group)) {
    out.push(Decoration.mark({ class: 'note-cite', attributes: { 'data-key': one.key } }).range(from + one.from, from + one.to));
    if (!active) out.push(hidden.range(from + one.at, from + one.from), ...(one.end > one.to ? [hidden.range(from + one.to, from + one.end)] : []));
  }
}

/** Draws one node; false where its children are not to be drawn. */
function draw(drawing: Drawing, node: SyntaxNodeRef): boolean {
  const { state, out, isActive } = drawing;
  const { name, from, to } = node;
  const source = (): string => state.sliceDoc(from, to);
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name);
  if (heading !== null) lines(drawing, from, to, `cm-heading cm-heading-${heading[1] ?? ''}`);
  else if (name === 'Blockquote') lines(drawing, from, to, 'cm-quote');
  else if (name === 'FencedCode' || name === 'CodeBlock') code(drawing, node);
  else if (name === 'ListItem') listItem(drawing, node);
  else if (name === 'InlineCode') out.push(Decoration.mark({ class: 'cm-inline-code' }).range(from, to));
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
function drawn(view: EditorView): { decorations: DecorationSet; passed: DecorationSet } {
  const [out, passed]: [Decorations, Decorations] = [[], []];
  const isActive = activeLines(view.state, view.hasFocus);
  for (const { from, to } of view.visibleRanges) {
    const drawing = { state: view.state, out, passed, from, to, isActive };
    // A line without letters goes the way of the note.
    for (const line of linesIn(drawing, from, to)) if (/\p{L}/u.test(line.text)) out.push(ownDirection.range(line.from));
    syntaxTree(view.state).iterate({ from, to, enter: (node) => draw(drawing, node) });
  }
  return { decorations: Decoration.set(out, true), passed: Decoration.set(passed, true) };
}

class Preview {
  shown: ReturnType<typeof drawn>;
  constructor(view: EditorView) { this.shown = drawn(view); }
  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) this.shown = drawn(update.view);
  }
}

/** Markdown as it will read, but for the lines of the cursor. */
export const livePreview = ViewPlugin.fromClass(Preview, {
  decorations: ({ shown }) => shown.decorations,
  provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.shown.passed ?? Decoration.none),
});
