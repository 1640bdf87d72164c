import type { Command, EditorView, KeyBinding } from '@codemirror/view';
import { EditorSelection } from '@codemirror/state';
import { turnTask } from './widgets.ts';

/** Puts a mark around what is selected, or takes it away where it is. */
const around = (mark: string): Command => (view) => {
  const wide = mark.length;
  view.dispatch(view.state.changeByRange(({ from, to }) => {
    const inside = view.state.sliceDoc(from - wide, from) === mark && view.state.sliceDoc(to, to + wide) === mark;
    return inside
      ? { changes: [{ from: from - wide, to: from }, { from: to, to: to + wide }], range: EditorSelection.range(from - wide, to - wide) }
      : { changes: [{ from, insert: mark }, { from: to, insert: mark }], range: EditorSelection.range(from + wide, to + wide) };
  }), { userEvent: 'input.format' });
  return true;
};

export interface Follow { cite: (key: string) => void; link: (address: string) => void }

/** Follows the chip or link that stands at a place. */
export function followAt(view: EditorView, at: number, follow: Follow): boolean {
  const { node } = view.domAtPos(at);
  const element = node instanceof Element ? node : node.parentElement;
  return followElement(element, follow);
}

/** Follows the chip or link that an element is, or lies in. */
export function followElement(element: Element | null, { cite, link }: Follow): boolean {
  const found = element?.closest<HTMLElement>('[data-key], [data-href]') ?? null;
  if (found === null) return false;
  const { key, href } = found.dataset;
  if (key !== undefined) cite(key);
  else if (href !== undefined) link(href);
  return true;
}

/** Keys of the note's editor beyond those that every editor has. */
export const noteKeys = (follow: Follow, leave: () => void): KeyBinding[] => [
  { key: 'Escape', run: () => { leave(); return true; } },
  { key: 'Mod-b', run: around('**') },
  { key: 'Mod-i', run: around('*') },
  { key: 'Mod-e', run: around('`') },
  { key: 'Mod-Enter', run: (view) => turnTask(view, view.state.selection.main.head) || followAt(view, view.state.selection.main.head, follow) },
];
