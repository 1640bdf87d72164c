import { acceptCompletion, autocompletion, closeCompletion, completionStatus, moveCompletionSelection, startCompletion } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';

export interface Found { key: string; title: string; by: string }
/** Papers whose citation key, authors or title begin like what was typed. */
export type FindPapers = (text: string) => Promise<Found[]>;

/** Puts the key in, and what closes it where that is not there yet. */
function applied(key: string, close: string): NonNullable<Completion['apply']> {
  return (view, _completion, from, to) => {
    const there = view.state.sliceDoc(to, to + close.length) === close;
    const insert = there ? key : key + close;
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + key.length + close.length }, userEvent: 'input.complete' });
  };
}

const source = (find: FindPapers) => async (context: CompletionContext): Promise<CompletionResult | null> => {
  const wiki = context.matchBefore(/\[\[[^[\]\n|]*/);
  const cite = wiki === null ? context.matchBefore(/\[(?:[^[\]\n]*[\s;-])?@[^\s[\]@;,]*/) : null;
  const open = wiki ?? cite;
  if (open === null) return null;
  const begin = wiki === null ? open.text.lastIndexOf('@') + 1 : 2;
  const papers = await find(open.text.slice(begin));
  if (context.aborted) return null;
  const close = wiki === null ? ']' : ']]';
  const options = papers.map(({ key, title, by }): Completion => ({ label: key, detail: [by, title].filter((part) => part !== '').join(' · '), apply: applied(key, close) }));
  return { from: open.from + begin, options, filter: false };
};

/** Offers papers after `[[` and `[@`. */
export const completePapers = (find: FindPapers): Extension => [autocompletion({ override: [source(find)], icons: false, activateOnTyping: true, defaultKeymap: false }), keys];

/** Escape closes what is shown. What is only being looked for is given up, and Escape goes on to whom it was meant for. */
function escape(view: EditorView): boolean {
  const shown = completionStatus(view.state) === 'active';
  closeCompletion(view);
  return shown;
}

const keys = Prec.highest(keymap.of([
  { key: 'Ctrl-Space', run: startCompletion }, { mac: 'Alt-`', run: startCompletion }, { key: 'Escape', run: escape }, { key: 'Enter', run: acceptCompletion },
  { key: 'ArrowDown', run: moveCompletionSelection(true) }, { key: 'ArrowUp', run: moveCompletionSelection(false) }, { key: 'PageDown', run: moveCompletionSelection(true, 'page') }, { key: 'PageUp', run: moveCompletionSelection(false, 'page') },
]));
