import { t } from '../messages/messages.ts';
import { close, useView } from '../stores/view.ts';
import { PointMenu } from '../ui/PointMenu.tsx';
import { actionContext } from './context.ts';
import { shortcutsOf } from './keys.ts';
import { allActions, MENU_PARTS } from './registry.ts';
import type { Action } from './registry.ts';
import { runAction } from './run.ts';

const DANGER = new Set(['paper.trash', 'note.delete']);

/** What the menu offers at this moment: of several that answer to one key, the one that the key would run. */
function possibleActions(): Action[] {
  const ctx = actionContext();
  const about = ctx.place === 'notes' ? 'note' : undefined;
  const applying = allActions().filter((action) => action.when(ctx));
  const answers = (action: Action, keys: string): boolean => applying.find((one) => shortcutsOf(one).includes(keys)) === action;
  const meant = (action: Action): boolean => action.shortcut === undefined || shortcutsOf(action).some((keys) => answers(action, keys));
  return applying.filter((action) => action.menu !== undefined && action.about === about && meant(action));
}

/** What can be done with the selected papers, or with a note, where the pointer is. */
export function ContextMenu() {
  const at = useView((state) => state.at);
  const note = useView((state) => state.place === 'notes');
  const possible = possibleActions();
  const sections = MENU_PARTS.map((part) => ({
    id: t(`context.${part}`),
    items: possible.filter((action) => action.menu === part).map((action) => ({ id: action.name, label: t(action.label), icon: action.icon, keys: shortcutsOf(action)[0], danger: DANGER.has(action.name) })),
  })).filter((section) => section.items.length > 0);
  const choose = (name: string): void => {
    close();
    setTimeout(() => runAction(name), 0);
  };
  return <PointMenu at={at} label={t(note ? 'context.note' : 'context.title')} sections={sections} onChoose={choose} onClose={close} />;
}
