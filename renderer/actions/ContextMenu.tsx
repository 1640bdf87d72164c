import { t } from '../messages/messages.ts';
import { close, useView } from '../stores/view.ts';
import { PointMenu } from '../ui/PointMenu.tsx';
import { actionContext } from './context.ts';
import { shortcutsOf } from './keys.ts';
import { allActions, MENU_PARTS } from './registry.ts';
import { runAction } from './run.ts';

/** What can be done with the selected papers, where the pointer is. */
export function ContextMenu() {
  const at = useView((state) => state.at);
  const ctx = actionContext();
  const possible = allActions().filter((action) => action.menu !== undefined && action.when(ctx));
  const sections = MENU_PARTS.map((part) => ({
    id: t(`context.${part}`),
    items: possible.filter((action) => action.menu === part).map((action) => ({ id: action.name, label: t(action.label), icon: action.icon, keys: shortcutsOf(action)[0], danger: action.name === 'paper.trash' })),
  })).filter((section) => section.items.length > 0);
  const choose = (name: string): void => {
    close();
    setTimeout(() => runAction(name), 0);
  };
  return <PointMenu at={at} label={t('context.title')} sections={sections} onChoose={choose} onClose={close} />;
}
