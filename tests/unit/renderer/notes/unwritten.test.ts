import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../src/contract/errors.ts';
import { makeAutosave, type Autosave } from '../../../../renderer/features/notes/autosave.ts';
import { attend, takeUnwritten } from '../../../../renderer/features/notes/unwritten.ts';
import { useToasts } from '../../../../renderer/stores/toasts.ts';

let works: boolean;
let written: string[];
let closed: number;
let reopen: () => void;

const saver = (): Autosave => makeAutosave({ write: (text) => { if (works) written.push(text); return Promise.resolve(works ? ok(null) : fail('no-space', 'The disk is full.')); }, delay: 60_000, onState: () => undefined });
/** A note whose editor holds a text that was not written yet. */
const typed = (text: string) => {
  const one = saver();
  const leave = attend(one, () => 'The disk is full.');
  one.change(() => text);
  return { one, leave };
};
const close = async (): Promise<boolean> => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  await vi.waitFor(() => undefined);
  return !event.defaultPrevented;
};
const toasts = () => useToasts.getState().toasts;

beforeEach(() => {
  [works, written, closed] = [true, [], 0];
  useToasts.setState({ toasts: [] });
  const listeners = new Set<(payload: unknown) => void>();
  reopen = () => { for (const listener of listeners) listener({ state: 'open', same: true }); };
  const sheaf = { on: (_name: string, listener: (payload: unknown) => void) => { listeners.add(listener); return () => listeners.delete(listener); } };
  vi.stubGlobal('window', Object.assign(new EventTarget(), { sheaf, close: () => { closed++; } }));
});
afterEach(() => { vi.unstubAllGlobals(); });

describe('a text whose editor goes', () => {
  it('is written, and nothing is left of it', async () => {
    const { one, leave } = typed('words');
    leave('note', 'words');
    await vi.waitFor(() => { expect([written, one.pending()]).toEqual([['words'], false]); });
    expect([takeUnwritten('note'), await close(), toasts()]).toEqual([null, true, []]);
  });

  it('stays, where it cannot be written, for the next editor of its note', async () => {
    works = false;
    const { leave } = typed('words');
    leave('note', 'words');
    await vi.waitFor(() => { expect(toasts()).toMatchObject([{ tone: 'error', text: 'Not saved: The disk is full.' }]); });
    expect(takeUnwritten('another')).toBeNull();
    expect(takeUnwritten('note')).toBe('words');
    expect(takeUnwritten('note')).toBeNull();
    // It is the next editor's matter now: an old message must not write an old text.
    works = true;
    toasts()[0]?.action?.run();
    reopen();
    expect([await close(), written]).toEqual([true, []]);
  });

  it('is written when the person tries again, or the library is back', async () => {
    for (const again of [() => { toasts()[0]?.action?.run(); }, () => { reopen(); }]) {
      [works, written] = [false, []];
      const { leave } = typed('words');
      leave('note', 'words');
      await vi.waitFor(() => { expect(toasts()).toHaveLength(1); });
      works = true;
      again();
      await vi.waitFor(() => { expect(written).toEqual(['words']); });
      expect(takeUnwritten('note')).toBeNull();
      useToasts.setState({ toasts: [] });
    }
  });
});

describe('a window with words that are not written', () => {
  it('stays open until they are, and then closes by itself', async () => {
    typed('words');
    expect(await close()).toBe(false);
    await vi.waitFor(() => { expect([written, closed]).toEqual([['words'], 1]); });
    expect(await close()).toBe(true);
  });

  it('says that they cannot be, and is closed without them only when it is asked once more', async () => {
    works = false;
    const { one } = typed('words');
    expect(await close()).toBe(false);
    await vi.waitFor(() => { expect(toasts()).toMatchObject([{ text: expect.stringContaining('once more') }]); });
    expect(closed).toBe(0);
    one.change(() => 'more words');
    expect(await close()).toBe(false);
    await vi.waitFor(() => { expect(one.failing()).toBe(true); });
    expect(await close()).toBe(true);
  });
});
