import { mkdtempSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettings } from '../../../src/services/settings.ts';

const fresh = (text?: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'sheaf-settings-')), 'settings.json');
  if (text !== undefined) writeFileSync(file, text);
  return file;
};

describe('settings', () => {
  it('that were never made are the defaults, and no trouble', () => {
    expect(openSettings(fresh())).toMatchObject({ trouble: null });
  });
  it.each(['{"theme": "dark",', 'null', '[]', '\u0000\u0000'])('that cannot be understood are kept aside before anything replaces them: %j', async (text) => {
    const file = fresh(text);
    const settings = openSettings(file);
    const aside = settings.trouble?.keptAs ?? '';
    expect(readFileSync(aside, 'utf8')).toBe(text);
    await settings.set({ density: 'compact' });
    expect(readFileSync(aside, 'utf8')).toBe(text);
    const again = openSettings(file);
    expect(again.trouble).toBeNull();
    expect(again.get().density).toBe('compact');
  });
  it('keep what can be understood when one of them cannot', () => {
    const file = fresh('{"theme": "dark", "abstractSize": "huge", "recentLibraries": ["/papers"]}');
    const settings = openSettings(file);
    expect(settings.get()).toMatchObject({ theme: 'dark', abstractSize: 18, recentLibraries: ['/papers'] });
    expect(settings.trouble).not.toBeNull();
  });
  it('that cannot be written hold for the session, and it is said why', async () => {
    const folder = join(fresh(), '..', 'sheaf');
    const settings = openSettings(join(folder, 'settings.json'));
    writeFileSync(folder, 'a file where the folder should be');
    await expect(settings.set({ density: 'compact' })).rejects.toMatchObject({ error: { code: 'not-allowed', details: { reason: 'settings' } } });
    expect(settings.get().density).toBe('compact');
  });
  it('keep every damaged file, not only the last', async () => {
    const file = fresh('{one');
    await openSettings(file).set({});
    writeFileSync(file, '{two');
    await openSettings(file).set({});
    const kept = readdirSync(join(file, '..')).filter((name) => name.includes('unreadable'));
    expect(kept.map((name) => readFileSync(join(file, '..', name), 'utf8')).sort()).toEqual(['{one', '{two']);
  });
  it('that cannot even be copied are left alone', async () => {
    const file = fresh();
    mkdirSync(file);
    const settings = openSettings(file);
    expect(settings.trouble).toEqual({ keptAs: null });
    expect((await settings.set({ theme: 'dark' })).theme).toBe('dark');
    expect(readdirSync(join(file, '..'))).toEqual(['settings.json']);
  });
});
