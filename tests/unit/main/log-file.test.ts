import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeLog } from '../../../electron/main/log-file.ts';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'sheaf-log-')); });
afterEach(async () => { await rm(folder, { recursive: true }); });

describe('the log', () => {
  it('keeps every line', async () => {
    for (const line of ['one\n', 'two\n']) writeLog(join(folder, 'logs'), line);
    expect(await readFile(join(folder, 'logs', 'sheaf.log'), 'utf8')).toBe('one\ntwo\n');
  });

  it('begins anew when it is long, and keeps the one before', async () => {
    for (const line of ['one\n', 'two\n', 'three\n', 'four\n']) writeLog(folder, line, 6);
    expect(await readFile(join(folder, 'sheaf.old.log'), 'utf8')).toBe('one\ntwo\n');
    expect(await readFile(join(folder, 'sheaf.log'), 'utf8')).toBe('three\nfour\n');
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('says a line on the terminal where it cannot be written, and throws nothing', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await writeFile(join(folder, 'logs'), 'a file where the folder should be');
    writeLog(join(folder, 'logs'), 'one\n');
    const lines = said.mock.calls.map(([line]) => line);
    said.mockRestore();
    expect(lines).toEqual(['one\n']);
  });
});
