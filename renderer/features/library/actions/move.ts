import { Filter } from 'lucide-react';
import type { PaperQuery } from '../../../../src/contract/views.ts';
import type { Action, ActionContext } from '../../../actions/registry.ts';
import type { MessageKey } from '../../../messages/messages.ts';
import { pick, pickAll, pickNone, reach, toggle } from '../../../stores/choose.ts';
import { filter, go } from '../../../stores/query.ts';
import { useRows } from '../../../stores/rows.ts';
import { useSelection } from '../../../stores/selection.ts';
import { show } from '../../../stores/view.ts';
import { focusFilter } from '../focus.ts';
import { pageSize } from '../page-size.ts';

const inList = (ctx: ActionContext): boolean => ctx.place === 'papers' && (useRows.getState().handle?.total ?? 0) > 0;
const here = (): number => useSelection.getState().index;
const last = (): number => (useRows.getState().handle?.total ?? 1) - 1;

const step = (name: string, label: MessageKey, shortcut: string | readonly string[], to: () => number): Action => ({
  name, label, shortcut, group: 'move', hidden: true, when: inList, run: () => pick(to()),
});

const place = (name: string, label: MessageKey, shortcut: string | undefined, scope: PaperQuery['scope']): Action => ({
  name, label, group: 'move', ...(shortcut === undefined ? {} : { shortcut, inFields: true }), when: (ctx) => ctx.overview !== null,
  run: () => { show('papers'); go(scope); },
});

/** Esc gives up what was picked out first, then the filter. */
function letGo(): void {
  const { chosen, query } = useSelection.getState();
  if (chosen.all || chosen.ids.size > 0) pickNone();
  else if (query.text !== '') filter('');
}

export const moveActions: readonly Action[] = [
  step('list.next', 'action.next', ['j', 'ArrowDown'], () => here() + 1),
  step('list.previous', 'action.previous', ['k', 'ArrowUp'], () => Math.max(0, here() - 1)),
  step('list.first', 'action.first', 'Home', () => 0),
  step('list.last', 'action.last', 'End', last),
  step('list.pageDown', 'action.pageDown', 'PageDown', () => here() + pageSize()),
  step('list.pageUp', 'action.pageUp', 'PageUp', () => Math.max(0, here() - pageSize())),
  { name: 'list.extendDown', label: 'action.extendDown', shortcut: ['Shift+ArrowDown', 'Shift+j'], group: 'papers', hidden: true, when: inList, run: () => reach(here() + 1) },
  { name: 'list.extendUp', label: 'action.extendUp', shortcut: ['Shift+ArrowUp', 'Shift+k'], group: 'papers', hidden: true, when: inList, run: () => reach(Math.max(0, here() - 1)) },
  { name: 'list.toggle', label: 'action.toggle', shortcut: 'x', group: 'papers', hidden: true, when: inList, run: () => toggle(here()) },
  { name: 'list.selectAll', label: 'action.selectAll', shortcut: 'Mod+a', group: 'papers', when: inList, run: pickAll },
  { name: 'list.selectNone', label: 'action.selectNone', shortcut: 'Escape', group: 'papers', hidden: true, when: inList, run: letGo },
  { name: 'list.filter', label: 'action.filter', shortcut: ['/', 'Mod+f'], icon: Filter, group: 'move', when: (ctx) => ctx.place === 'papers', run: focusFilter },
  place('go.inbox', 'action.goInbox', 'Mod+1', { in: 'status', status: 'inbox' }),
  place('go.all', 'action.goAll', 'Mod+2', { in: 'all' }),
  place('go.reading', 'action.goReading', 'Mod+3', { in: 'status', status: 'reading' }),
  place('go.later', 'action.goLater', 'Mod+4', { in: 'status', status: 'later' }),
  place('go.read', 'action.goRead', 'Mod+5', { in: 'status', status: 'read' }),
  place('go.archived', 'action.goArchived', 'Mod+6', { in: 'status', status: 'archived' }),
  place('go.trash', 'action.goTrash', undefined, { in: 'trash' }),
];
