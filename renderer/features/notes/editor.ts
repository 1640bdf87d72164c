import { autocompletion } from '@codemirror/autocomplete';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Papers whose citation key or title begins like what was typed after `[[`. */
export type FindKeys = (text: string) => Promise<{ key: string; title: string }[]>;
export interface EditorOptions { text: string; label: string; hint: string; onChange: (text: string) => void; onLeave: () => void; findKeys: FindKeys }

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], class: 'cm-link-text' },
  { tag: [tags.processingInstruction, tags.meta], class: 'cm-quiet' },
  { tag: tags.monospace, class: 'cm-mono' },
]);

const completeKeys = (findKeys: FindKeys) => async (context: CompletionContext): Promise<CompletionResult | null> => {
  const open = context.matchBefore(/\[\[[^\]\n]*/);
  if (open === null) return null;
  const found = await findKeys(open.text.slice(2));
  return { from: open.from + 2, options: found.map(({ key, title }) => ({ label: key, detail: title, apply: `${key}]]` })), filter: false };
};

/** A Markdown editor with its own undo. Escape leaves it. */
export function makeEditor(parent: HTMLElement, options: EditorOptions): EditorView {
  const state = EditorState.create({
    doc: options.text,
    selection: { anchor: options.text.length },
    extensions: [
      history(), drawSelection(), markdown(), syntaxHighlighting(look), EditorView.lineWrapping, placeholder(options.hint),
      autocompletion({ override: [completeKeys(options.findKeys)], icons: false }),
      EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'true', dir: 'auto' }),
      keymap.of([{ key: 'Escape', run: () => { options.onLeave(); return true; } }, ...defaultKeymap, ...historyKeymap]),
      EditorView.updateListener.of((update) => { if (update.docChanged) options.onChange(update.state.doc.toString()); }),
    ],
  });
  return new EditorView({ state, parent });
}
