import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const RUN = join(import.meta.dirname, '../../../src/cli/run-built.mjs');
const SOURCES = join(import.meta.dirname, '../../../src');
const OWN_CACHE = 'enableCompileCache' in (await import('node:module')).default;

describe('running a built program', () => {
  let folder = '';
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'sheaf-run-built-')); });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (code: string, minute: number): string => {
    const file = join(folder, 'program.cjs');
    writeFileSync(file, code);
    utimesSync(file, 60 * minute, 60 * minute);
    return file;
  };
  const run = (file: string): string => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', `(await import(${JSON.stringify(RUN)})).runBuilt(${JSON.stringify(file)})`], { encoding: 'utf8' });
    return stdout + stderr;
  };
  const program = (word: string): string => `const path = require('node:path'); process.stdout.write(['${word}', path.basename(__filename), typeof module.exports].join(' ') + '\\n');`;

  it('gives it what a CommonJS file has, the first time and from what was kept', () => {
    const file = write(program('one'), 1);
    expect([run(file), run(file)]).toEqual(['one program.cjs object\n', 'one program.cjs object\n']);
    if (!OWN_CACHE) expect(readdirSync(folder).sort()).toEqual(['program.cjs', 'program.cjs.code']);
  });

  it('never runs what was kept of another build, not even of one of the same length', () => {
    run(write(program('one'), 1));
    expect(run(write(program('two'), 2))).toBe('two program.cjs object\n');
    expect(run(join(folder, 'program.cjs'))).toBe('two program.cjs object\n');
  });

  it('is for programs whose parts are all in one file', () => {
    const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((name) => /\bimport\('(?:node:|electron)/.test(readFileSync(join(SOURCES, name), 'utf8')))).toEqual([]);
  });

  it.skipIf(OWN_CACHE)('takes a damaged one for none and writes it anew', () => {
    const file = write(program('one'), 1);
    run(file);
    const kept = `${file}.code`;
    expect(existsSync(kept)).toBe(true);
    for (const bytes of ['', 'x'.repeat(1000)]) {
      writeFileSync(kept, bytes);
      expect(run(file)).toBe('one program.cjs object\n');
    }
    expect(run(file)).toBe('one program.cjs object\n');
  });
});
