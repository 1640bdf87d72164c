import { describe, expect, it } from 'vitest';
import { hasStroke, strokeOf } from '../../../../renderer/actions/keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('a key stroke as shortcuts are written', () => {
  it('names the keys held in a fixed order', () => {
    expect(strokeOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+z');
  });
  it('leaves Shift out where the key already shows it', () => {
    expect(strokeOf(press('?', { shiftKey: true }), false)).toBe('?');
  });
  it('takes Cmd for Mod on a Mac, where Ctrl is another key', () => {
    expect(strokeOf(press('k', { metaKey: true }), true)).toBe('Mod+k');
    expect(strokeOf(press('k', { ctrlKey: true }), true)).toBe('k');
  });
  it('fits a shortcut written with a capital', () => {
    expect(hasStroke({ shortcut: 'Shift+K' }, strokeOf(press('K', { shiftKey: true }), false))).toBe(true);
    expect(hasStroke({ shortcut: ['j', 'ArrowDown'] }, 'k')).toBe(false);
  });
});
