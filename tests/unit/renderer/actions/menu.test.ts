import { describe, expect, it, vi } from 'vitest';
import { acceleratorOf, menuOf } from '../../../../renderer/actions/menu.ts';
import type { Action, ActionContext } from '../../../../renderer/actions/registry.ts';
import { AppMenu } from '../../../../src/contract/menu.ts';

vi.hoisted(() => { Object.assign(globalThis, { window: { sheaf: { call: () => Promise.resolve({ ok: true, value: null }), on: () => () => undefined } } }); });

const context: ActionContext = { place: 'papers', overview: null, selection: null, selected: 0, focused: null, paper: null, trash: false };
const action = (name: string, group: Action['group'], more: Partial<Action> = {}): Action => ({ name, label: 'action.undo', group, when: () => true, run: () => undefined, ...more });
const entries = (actions: Action[]) => menuOf(actions, context).flatMap((menu) => menu.entries);
const named = (actions: Action[]): string[] => entries(actions).flatMap((entry) => (entry !== 'line' && 'action' in entry ? [entry.action] : []));

describe('the native menu', () => {
  it('holds every action once, whatever its group, but for those that make no sense there', () => {
    const actions = [action('history.undo', 'app'), action('paper.tag', 'papers'), action('paper.new', 'library'), action('go.inbox', 'move'), action('x', 'paper'), action('paper.later', 'status'), action('y', 'library'), action('z', 'app', { hidden: true })];
    expect(named(actions).sort()).toEqual(['go.inbox', 'history.undo', 'paper.later', 'paper.new', 'paper.tag', 'x', 'y']);
  });
  it('shows what does not apply as such', () => {
    expect(entries([action('x', 'paper', { when: () => false })])).toContainEqual({ action: 'x', label: 'Undo', enabled: false });
  });
  it('fits the contract', () => { expect(AppMenu.safeParse(menuOf([action('x', 'paper', { shortcut: ['j', 'Mod+Shift+x'] })], context)).success).toBe(true); });
  it.each([['Mod+Shift+z', 'CmdOrCtrl+Shift+Z'], ['Alt+5', 'Alt+5'], ['Mod+ArrowDown', 'CmdOrCtrl+Down'], ['Mod+,', 'CmdOrCtrl+,'], ['j', undefined], ['Delete', undefined]])('writes %s as %s', (shortcut, accelerator) => { expect(acceleratorOf(shortcut)).toBe(accelerator); });
});
