import type { AppMenu, MenuEntry } from '../../src/contract/menu.ts';
import { call } from '../client/client.ts';
import type { MessageKey } from '../messages/messages.ts';
import { t } from '../messages/messages.ts';
import { useJobs } from '../stores/jobs.ts';
import { useLibrary } from '../stores/library.ts';
import { useSelection } from '../stores/selection.ts';
import { spaced } from '../stores/spaced.ts';
import { useView } from '../stores/view.ts';
import { actionContext } from './context.ts';
import { shortcutsOf } from './keys.ts';
import type { Action, ActionContext, Group } from './registry.ts';
import { allActions } from './registry.ts';

type Item = { role: Exclude<MenuEntry, 'line' | { action: string }>['role'] } | { named: string } | { group: Group } | 'line';

/** Each menu in order; a group stands for its actions that no menu names, so that every action is in some menu. */
const MENUS: readonly { label: MessageKey; items: readonly Item[] }[] = [
  { label: 'menu.file', items: [{ named: 'paper.new' }, { named: 'import.open' }, { named: 'export.open' }, 'line', { group: 'library' }, 'line', { named: 'app.settings' }, { role: 'close' }, { role: 'quit' }] },
  { label: 'menu.edit', items: [{ named: 'history.undo' }, { named: 'history.redo' }, 'line', { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }, 'line', { named: 'list.selectAll' }, { named: 'list.selectNone' }, { named: 'list.filter' }] },
  { label: 'menu.view', items: [{ group: 'app' }, 'line', { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
  { label: 'menu.paper', items: [{ group: 'status' }, 'line', { group: 'papers' }, 'line', { group: 'paper' }, 'line', { group: 'triage' }] },
  { label: 'menu.go', items: [{ group: 'move' }] },
  { label: 'menu.window', items: [{ role: 'minimize' }, { named: 'app.activity' }] },
  { label: 'menu.help', items: [{ named: 'app.palette' }, { named: 'app.shortcuts' }, { named: 'guide.start' }, 'line', { role: 'toggleDevTools' }] },
];
const PLACED = new Set(MENUS.flatMap(({ items }) => items.flatMap((item) => (item !== 'line' && 'named' in item ? [item.named] : []))));

/** A shortcut as Electron writes it. One without Mod or Alt is left out: a menu that owned single letters would take them from text fields. */
export function acceleratorOf(shortcut: string): string | undefined {
  if (!/^(?:Mod|Alt)\+/.test(shortcut)) return undefined;
  return shortcut.split('+').map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part.startsWith('Arrow') ? part.slice('Arrow'.length) : part.length === 1 ? part.toUpperCase() : part)).join('+');
}

function entryOf(action: Action, ctx: ActionContext): MenuEntry {
  const accelerator = shortcutsOf(action).map(acceleratorOf).find((keys) => keys !== undefined);
  return { action: action.name, label: t(action.label), enabled: action.when(ctx), ...(accelerator === undefined ? {} : { accelerator }) };
}

/** The native menu at this moment. */
export function menuOf(actions: readonly Action[], ctx: ActionContext): AppMenu {
  const shown = actions.filter(({ hidden }) => hidden !== true);
  return MENUS.map(({ label, items }) => ({
    label: t(label),
    entries: items.flatMap((item): MenuEntry[] => {
      if (item === 'line' || 'role' in item) return [item];
      const wanted = 'named' in item ? actions.filter(({ name }) => name === item.named) : shown.filter(({ name, group }) => group === item.group && !PLACED.has(name));
      return wanted.map((action) => entryOf(action, ctx));
    }),
  }));
}

/** Keeps the native menu current from now on. */
export function followMenu(): void {
  let told = '';
  const tell = spaced(() => {
    const menu = menuOf(allActions(), actionContext());
    const text = JSON.stringify(menu);
    if (text === told) return;
    told = text;
    void call('menu.set', { menu });
  }, 400);
  for (const store of [useSelection, useLibrary, useView, useJobs]) store.subscribe(tell);
  tell();
}
