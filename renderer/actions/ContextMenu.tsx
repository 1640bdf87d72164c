import { t } from '../messages/messages.ts';
import { close, useView } from '../stores/view.ts';
import { PointMenu } from '../ui/PointMenu.tsx';
import { actionContext } from './context.ts';
import { shortcutsOf } from './keys.ts';
import { allActions } from './registry.ts';
import type { Group } from './registry.ts';
import { runAction } from './run.ts';

const GROUPS: readonly Group[] = ['status', 'paper', 'papers', 'library'];

/** What can be done with the selected papers, where the pointer is. */
export function ContextMenu() {
  const at = useView((state) => state.at);
  const ctx = actionContext();
  const possible = allActions().filter((action) => action.menu === true && action.when(ctx));
  const sections = GROUPS.map((group) => ({
    id: t(`group.${group}`),
    items: possible.filter((action) => action.group === group).map((action) => ({ id: action.name, label: t(action.label), icon: action.icon, keys: shortcutsOf(action)[0], danger: action.name === 'paper.trash' })),
  })).filter((section) => section.items.length > 0);
  const choose = (name: string): void => {
    close();
    setTimeout(() => runAction(name), 0);
  };
  return <PointMenu at={at} label={t('context.title')} sections={sections} onChoose={choose} onClose={close} />;
}
