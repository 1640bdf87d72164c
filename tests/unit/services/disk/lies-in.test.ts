import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { liesIn } from '../../../../src/services/disk/lies-in.ts';

describe('a path', () => {
  it.each(['/library', '/library/', '/library/files/a.pdf', '/library/..a/b', '/library/a/../b'])('lies in its folder: %s', (path) => { expect(liesIn('/library', path, posix)).toBe(true); });
  it.each(['/', '/library2', '/library/../a', '/elsewhere'])('lies outside: %s', (path) => { expect(liesIn('/library', path, posix)).toBe(false); });
  it('on another drive lies outside', () => {
    expect(liesIn('C:\\Papers', 'D:\\Papers\\a.pdf', win32)).toBe(false);
    expect(liesIn('C:\\Papers', 'c:\\papers\\a.pdf', win32)).toBe(true);
    expect(liesIn('C:\\Papers', 'C:\\', win32)).toBe(false);
  });
});
