import { syntaxTree } from '@codemirror/language';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension, Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { activeLines } from './preview.ts';
import { SetWidget } from './widgets.ts';

const focusMoved = StateEffect.define<boolean>();
interface Blocks { focused: boolean; set: DecorationSet }

/** Tables and formulas of several lines, where the cursor is not in them. Only the outermost blocks are looked at. */
function setBlocks(state: EditorState, focused: boolean): DecorationSet {
  const isActive = activeLines(state, focused);
  const found: Range<Decoration>[] = [];
  for (let node = syntaxTree(state).topNode.firstChild; node !== null; node = node.nextSibling) {
    if ((node.name !== 'Table' && node.name !== 'BlockMath') || isActive(node.from, node.to)) continue;
    const [from, to] = [state.doc.lineAt(node.from).from, state.doc.lineAt(node.to).to];
    found.push(Decoration.replace({ widget: new SetWidget(state.sliceDoc(from, to), true), block: true }).range(from, to));
  }
  return Decoration.set(found);
}

const field = StateField.define<Blocks>({
  create: (state) => ({ focused: false, set: setBlocks(state, false) }),
  update(value, transaction) {
    const focused = transaction.effects.reduce((now, effect) => (effect.is(focusMoved) ? effect.value : now), value.focused);
    const same = !transaction.docChanged && transaction.selection === undefined && focused === value.focused && syntaxTree(transaction.startState) === syntaxTree(transaction.state);
    return same ? value : { focused, set: setBlocks(transaction.state, focused) };
  },
  provide: (of) => EditorView.decorations.from(of, ({ set }) => set),
});

/** Blocks as they will read; they change the height of lines, so that they must be known before anything is drawn. */
export const blockPreview: Extension = [field, EditorView.focusChangeEffect.of((_state, focusing) => focusMoved.of(focusing))];
