import type { EditorView} from '@codemirror/view';
import { WidgetType } from '@codemirror/view';
import { setNote } from '../set-note.ts';

/** A piece of Markdown, set: a formula, a table, an image. Equal source is drawn once. */
export class SetWidget extends WidgetType {
  constructor(readonly source: string, readonly block: boolean) { super(); }
  override eq(other: SetWidget): boolean { return other.source === this.source && other.block === this.block; }
  override toDOM(): HTMLElement {
    const place = document.createElement(this.block ? 'div' : 'span');
    place.className = this.block ? 'note-text cm-set-block' : 'cm-set';
    const set = setNote(this.source);
    const only = set.firstElementChild;
    place.append(...(!this.block && only !== null && only.tagName === 'P' ? only.childNodes : set.childNodes));
    return place;
  }
  /** A click goes to its source. */
  override ignoreEvent(): boolean { return false; }
}

/** A task's box. */
export class TaskWidget extends WidgetType {
  constructor(readonly done: boolean, readonly label: string) { super(); }
  override eq(other: TaskWidget): boolean { return other.done === this.done; }
  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = this.done;
    box.className = 'cm-task';
    box.tabIndex = -1;
    box.setAttribute('aria-label', this.label);
    box.addEventListener('mousedown', (event) => { event.preventDefault(); });
    box.addEventListener('click', (event) => { event.preventDefault(); turnTask(view, view.posAtDOM(box)); });
    return box;
  }
}

/** Ticks the task of the line at a place, or takes the tick away; false where there is none. */
export function turnTask(view: EditorView, at: number): boolean {
  const line = view.state.doc.lineAt(at);
  const found = /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)([ xX])\]/.exec(line.text);
  if (found === null) return false;
  const from = line.from + (found[1]?.length ?? 0);
  view.dispatch({ changes: { from, to: from + 1, insert: found[2] === ' ' ? 'x' : ' ' }, userEvent: 'input.task' });
  return true;
}

/** A sign that stands for its source: a bullet, a rule. */
export class SignWidget extends WidgetType {
  constructor(readonly look: string, readonly text: string) { super(); }
  override eq(other: SignWidget): boolean { return other.look === this.look && other.text === this.text; }
  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = this.look;
    sign.textContent = this.text;
    return sign;
  }
  override ignoreEvent(): boolean { return false; }
}
