import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { shortcutsOf } from '../../../../renderer/actions/keys.ts';
import type { Action, ActionContext } from '../../../../renderer/actions/registry.ts';

// What draws is left out: the actions are asked, not shown.
vi.mock('react-aria-components', () => ({}));
vi.mock('pdfjs-dist', () => ({}));
vi.mock('pdfjs-dist/web/pdf_viewer.mjs', () => ({}));
vi.hoisted(() => { Object.assign(globalThis, { navigator: { platform: 'Linux', userAgent: '', language: 'en' }, document: { compatMode: 'CSS1Compat', documentElement: { dataset: {}, style: {} }, head: {}, body: { style: {} }, createElement: () => ({ style: {} }), addEventListener: () => undefined, querySelector: () => null }, window: { addEventListener: () => undefined, matchMedia: () => ({ matches: false, addEventListener: () => undefined }), sheaf: { call: () => Promise.resolve({ ok: true, value: null }), on: () => () => undefined } } }); });

// Loaded by its address: the types of what the window's bundler alone reads (style sheets as text) are not known here.
const loaded: unknown = await import(new URL('../../../../renderer/actions/actions.ts', import.meta.url).href);
const { actions } = z.object({ actions: z.array(z.custom<Action>((one) => typeof one === 'object')) }).parse(loaded);

const twice = (things: readonly string[]): string[] => [...new Set(things.filter((thing, at) => things.indexOf(thing) !== at))];
const keysIn = (ctx: ActionContext): string[] => actions.filter((action: Action) => action.when(ctx)).flatMap((action) => shortcutsOf(action).map((keys) => `${keys.toLowerCase()}`));
const list: ActionContext = { place: 'papers', overview: null, selection: { ids: ['0'] }, selected: 1, focused: '0', paper: null, trash: false };

describe('the actions of the window', () => {
  it('have a name each: two of one name, and a menu does the wrong one', () => { expect(twice(actions.map(({ name }) => name))).toEqual([]); });
  it('have no key twice while a paper is chosen in the list', () => { expect(twice(keysIn(list))).toEqual([]); });
  it('have no key twice in the trash', () => { expect(twice(keysIn({ ...list, trash: true }))).toEqual([]); });
});
