import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import type { Result } from '../../../src/contract/errors.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';
import type { MemoryDisk } from '../../helpers/memory-disk.ts';
import { memoryDisk } from '../../helpers/memory-disk.ts';

const [FOLDER, HOME] = ['/library', '/home'];
const PDF = Buffer.alloc(300_000, 'x');
const bibOf = (count: number): string => Array.from({ length: count }, (_, n) => `@article{key${String(n)}, title={Paper number ${String(n)}}, year={2000}, abstract={${'Words of it. '.repeat(40)}}}`).join('\n');

let disk: MemoryDisk;
let engine: Engine;
let time = Date.UTC(2026, 0, 1);
let turn = 0;

const opened = async (folder: string, more: object): Promise<Engine> => {
  const result = await openEngine({ folder, create: true, machine: 'desk', now: () => time++, random: (length) => new Uint8Array(length).map(() => ++turn % 256), index: 'asked', ...more });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const open = async (): Promise<void> => { engine = await opened(FOLDER, { disk }); };
const call = <N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>> => engine.call(name, input);
async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await call(name, input);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
const titles = async (): Promise<string[]> => (await ask('papers.query', { scope: { in: 'all' }, first: 500 })).rows.map(({ title }) => title).sort();
const bring = async (bib: string): Promise<Result<Output<'import.commit'>>> => {
  const { preview } = await ask('import.preview', { source: { text: bib, name: 'refs.bib' } });
  return call('import.commit', { preview });
};

beforeEach(async () => {
  disk = memoryDisk();
  await disk.mkdir(HOME);
  await disk.write(`${HOME}/a.pdf`, PDF);
  await open();
  await bring('@article{first, title={The first}, year={1999}}');
});

describe('a disk that is full', () => {
  it('refuses an import in words, wherever it runs out; what was there is there, and once there is room it comes in whole', async () => {
    for (const room of [0, 100, 5_000, 60_000]) {
      disk.room = room;
      const answer = await bring(bibOf(200));
      expect(answer).toMatchObject({ ok: false, error: { code: 'no-space' } });
      expect(await titles()).toEqual(['The first']);
      disk.room = Infinity;
      await engine.close();
      await open();
      expect(await titles()).toEqual(['The first']);
      expect((await ask('library.check', {})).findings).toEqual([]);
    }
    expect(await bring(bibOf(200))).toMatchObject({ ok: true, value: { imported: 200 } });
    expect(await titles()).toHaveLength(201);
  });

  it('refuses a file in words, leaves nothing half copied, and undo works on', async () => {
    const paper = (await ask('papers.query', { scope: { in: 'all' }, first: 1 })).rows[0]?.id ?? '';
    for (const room of [0, 1000, PDF.length - 1, PDF.length + 10]) {
      disk.room = room;
      expect(await call('attachment.bring', { paper, files: [`${HOME}/a.pdf`] })).toMatchObject({ ok: false, error: { code: 'no-space' } });
      disk.room = Infinity;
      expect((await ask('papers.get', { id: paper })).attachments).toEqual([]);
      expect(disk.paths().filter((path) => /\/(?:files|incoming)\//.test(path))).toEqual([]);
    }
    await ask('attachment.bring', { paper, files: [`${HOME}/a.pdf`] });
    await ask('history.undo', {});
    expect(await ask('history.undo', {})).toMatchObject({ label: 'library.import' });
  });

  it('refuses an edit, which the window then no longer shows, and the next one stands', async () => {
    const paper = (await ask('papers.query', { scope: { in: 'all' }, first: 1 })).rows[0]?.id ?? '';
    disk.room = 3;
    expect(await call('command.run', { name: 'paper.edit', input: { paper, set: { 'item.title': 'Another' } } })).toMatchObject({ ok: false, error: { code: 'no-space' } });
    expect(await titles()).toEqual(['The first']);
    disk.room = Infinity;
    await ask('command.run', { name: 'paper.edit', input: { paper, set: { 'item.title': 'Another' } } });
    await engine.close();
    await open();
    expect(await titles()).toEqual(['Another']);
  });
});

describe('a clock that jumps back', () => {
  it('loses no edit and keeps their order, also for undo after a restart', async () => {
    const paper = (await ask('papers.query', { scope: { in: 'all' }, first: 1 })).rows[0]?.id ?? '';
    for (const [n, title] of ['Second', 'Third', 'Fourth'].entries()) {
      time -= n * 86_400_000 * 400;
      await ask('command.run', { name: 'paper.edit', input: { paper, set: { 'item.title': title } } });
    }
    await engine.close();
    time -= 86_400_000;
    await open();
    expect(await titles()).toEqual(['Fourth']);
    await ask('history.undo', {});
    expect(await titles()).toEqual(['Third']);
    expect((await ask('library.check', {})).findings).toEqual([]);
  });
});

describe('on a real disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheaf-faults-'));
    await engine.close();
    engine = await opened(join(folder, 'Library'), {});
    await bring('@article{first, title={The first}, year={1999}}');
  });
  afterEach(async () => {
    await engine.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  });

  it('a folder that is taken away is said, nothing is acknowledged that is nowhere, and when it is back work goes on', async () => {
    const paper = (await ask('papers.query', { scope: { in: 'all' }, first: 1 })).rows[0]?.id ?? '';
    await rename(join(folder, 'Library'), join(folder, 'gone'));
    const missing = { ok: false, error: { code: 'library-missing', message: expect.stringContaining('Put it back there') } };
    expect(await bring(bibOf(3))).toMatchObject(missing);
    expect(await call('command.run', { name: 'paper.edit', input: { paper, set: { 'item.title': 'Another' } } })).toMatchObject(missing);
    expect(await call('history.undo', {})).toMatchObject(missing);
    expect(await titles()).toEqual(['The first']);
    expect(await readdir(folder)).toEqual(['gone']);
    await rename(join(folder, 'gone'), join(folder, 'Library'));
    await ask('command.run', { name: 'paper.edit', input: { paper, set: { 'item.title': 'The first again' } } });
    expect(await bring(bibOf(3))).toMatchObject({ ok: true });
    await engine.close();
    engine = await opened(join(folder, 'Library'), {});
    expect(await titles()).toEqual(['Paper number 0', 'Paper number 1', 'Paper number 2', 'The first again']);
    expect((await ask('library.check', {})).findings).toEqual([]);
  });

  it('a record file that was harmed is never written over, and its papers come from the backup and the journal', async () => {
    await bring(bibOf(20));
    await engine.close();
    const file = join(folder, 'Library', 'papers-0001.json');
    const sound = await readFile(file);
    await writeFile(file, Buffer.concat([sound.subarray(0, 400), Buffer.from('\u0000garbage'), sound.subarray(900)]));
    engine = await opened(join(folder, 'Library'), {});
    expect(await titles()).toHaveLength(21);
    expect((await ask('library.overview', {})).problems.length).toBeGreaterThan(0);
  });
});
