import { on } from '../client/client.ts';
import { useView } from '../stores/view.ts';
import { actionContext } from './context.ts';
import { hasStroke, strokeOf } from './keys.ts';
import { allActions } from './registry.ts';
import { runAction } from './run.ts';

/** Keys that any scrolling or pressable thing with the focus needs itself. */
const OWN = /^(Shift\+)?(ArrowUp|ArrowDown|ArrowLeft|ArrowRight|Home|End|PageUp|PageDown|Space|Enter)$/;

const EDITING: Readonly<Record<string, string>> = { 'history.undo': 'undo', 'history.redo': 'redo' };

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])') !== null);
const ownsKeys = (target: EventTarget | null): boolean => target instanceof Element && target !== document.body && target.closest<HTMLElement>('[data-keys]')?.dataset['keys'] !== 'list';
const isCovered = (): boolean => useView.getState().overlay !== null || document.querySelector('[role="dialog"], [role="menu"], [role="alertdialog"]') !== null;

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isCovered()) return;
  const stroke = strokeOf(event);
  if (OWN.test(stroke) && ownsKeys(event.target)) return;
  const ctx = actionContext();
  const field = isField(event.target);
  const action = allActions().find((one) => hasStroke(one, stroke) && (!field || one.inFields === true) && one.when(ctx));
  if (action === undefined) return;
  event.preventDefault();
  void Promise.resolve(action.run(ctx));
}

/** Listens to the keyboard and the application menu from now on. */
export function followKeys(): void {
  window.addEventListener('keydown', press);
  on('action', ({ name }) => {
    // Chosen in the menu, or on macOS by its key: a text field with the focus takes back its own words first.
    const own = isField(document.activeElement) ? EDITING[name] : undefined;
    if (own === undefined) runAction(name);
    else document.execCommand(own);
  });
}
