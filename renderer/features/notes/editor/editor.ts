import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Annotation, EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { blockPreview } from './blocks.ts';
import { completePapers } from './complete.ts';
import type { FindPapers } from './complete.ts';
import { takeImages } from './images.ts';
import { followElement, noteKeys } from './keys.ts';
import type { Follow } from './keys.ts';
import { livePreview } from './preview.ts';
import { noteSyntax } from './syntax.ts';

export interface EditorOptions { text: string; label: string; hint: string; onChange: (text: () => string) => void; onLeave: () => void; find: FindPapers; follow: Follow }

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], class: 'cm-link-text' },
  { tag: [tags.processingInstruction, tags.meta], class: 'cm-quiet' },
  { tag: tags.monospace, class: 'cm-mono' },
]);

/** A click on a chip or a link follows it, unless its line is being written: then only with Ctrl or Cmd. */
const clicks = (follow: Follow) => EditorView.domEventHandlers({
  mousedown(event, view) {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('[data-key], [data-href]') === null) return false;
    const at = view.state.doc.lineAt(view.posAtDOM(event.target)).number;
    const writing = view.hasFocus && view.state.selection.ranges.some(({ head }) => view.state.doc.lineAt(head).number === at);
    if (writing && !event.ctrlKey && !event.metaKey) return false;
    event.preventDefault();
    return followElement(event.target, follow);
  },
});

/** A Markdown editor that shows what is written as it will read, with its own undo. Escape leaves it. */
export function makeEditor(parent: HTMLElement, options: EditorOptions): EditorView {
  const state = EditorState.create({
    doc: options.text,
    selection: { anchor: options.text.length },
    extensions: [
      history(), drawSelection(), keymap.of(noteKeys(options.follow, options.onLeave)), markdown({ base: markdownLanguage, extensions: [noteSyntax], completeHTMLTags: false }), syntaxHighlighting(look),
      livePreview, blockPreview, EditorView.lineWrapping, EditorView.perLineTextDirection.of(true), placeholder(options.hint), completePapers(options.find), clicks(options.follow), takeImages,
      EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'true', dir: 'auto' }),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.updateListener.of((update) => { if (update.docChanged && !update.transactions.some((one) => one.annotation(fromOutside))) options.onChange(() => update.state.doc.toString()); }),
    ],
  });
  return new EditorView({ state, parent });
}

const fromOutside = Annotation.define<boolean>();

/** Shows a text that was written elsewhere; only what differs is replaced, so that the cursor stays with its words. */
export function replaceText(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  if (now === text) return;
  const shortest = Math.min(now.length, text.length);
  let head = 0;
  while (head < shortest && now[head] === text[head]) head++;
  let tail = 0;
  while (tail < shortest - head && now[now.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  view.dispatch({ changes: { from: head, to: now.length - tail, insert: text.slice(head, text.length - tail) }, annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)] });
}
