import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../../../src/model/attachment.ts';
import { moveLibrary } from '../../../../src/services/library/move-library.ts';
import { openStore } from '../../../../src/services/library/store.ts';
import { FOLDER, contents, create, idOf, open, options, put, run } from '../../../helpers/library-workbench.ts';
import type { MemoryDisk } from '../../../helpers/memory-disk.ts';
import { memoryDisk } from '../../../helpers/memory-disk.ts';

const PDF = Buffer.from('%PDF the bytes');
const pdf: Attachment = { id: idOf(70), paper: idOf(1), kind: 'kept', path: 'files/a.pdf', mediaType: 'application/pdf', added: 'x' };
const on = { table: 'attachment' as const, id: pdf.id, record: pdf };
const bytesAt = async (disk: MemoryDisk, path: string): Promise<string | null> => ((await disk.stat(`${FOLDER}/${path}`)) ? Buffer.from(await disk.read(`${FOLDER}/${path}`)).toString() : null);

async function withFile(): Promise<{ disk: MemoryDisk; store: Awaited<ReturnType<typeof create>> }> {
  const disk = memoryDisk();
  const store = await create(disk);
  await run(store, [put(1)]);
  await disk.write(`${FOLDER}/cache/dl`, PDF);
  await store.settle('cache/dl');
  await run(store, [{ ...on, op: 'put' }], { moves: [{ from: 'cache/dl', to: 'files/a.pdf' }] });
  return { disk, store };
}

describe('a kept file', () => {
  it('goes to the trash with its record, comes back byte for byte, and goes for good when the trash is emptied', async () => {
    const { disk, store } = await withFile();
    expect(await bytesAt(disk, 'files/a.pdf')).toBe(PDF.toString());
    await run(store, [{ ...on, op: 'remove' }]);
    expect([await bytesAt(disk, 'files/a.pdf'), await bytesAt(disk, `trash/${pdf.id}/a.pdf`)]).toEqual([null, PDF.toString()]);
    await run(store, [{ ...on, op: 'put', restored: true }]);
    expect(await bytesAt(disk, 'files/a.pdf')).toBe(PDF.toString());
    await run(store, [{ ...on, op: 'remove' }]);
    await run(store, [{ ...on, op: 'purge' }]);
    expect(await bytesAt(disk, `trash/${pdf.id}/a.pdf`), 'undo may still want it').toBe(PDF.toString());
    await store.close();
    expect(await bytesAt(disk, `trash/${pdf.id}/a.pdf`)).toBe(null);
  });

  it('is never put over another one, nor outside the folder', async () => {
    const { disk, store } = await withFile();
    await disk.write(`${FOLDER}/cache/dl2`, Buffer.from('other'));
    await run(store, [put(2)], { moves: [{ from: 'cache/dl2', to: 'files/a.pdf' }, { from: 'cache/dl2', to: '../evil' }, { from: '/etc/passwd', to: 'files/x' }] });
    expect(await bytesAt(disk, 'files/a.pdf')).toBe(PDF.toString());
    expect(disk.paths().some((path) => path.includes('evil'))).toBe(false);
  });
});

describe('a library', () => {
  it('opens in a write-protected folder, and says that it can only be read', async () => {
    const { disk, store } = await withFile();
    disk.writable = async () => false;
    const before = disk.operations;
    const reader = await open(disk);
    expect(contents(reader)).toEqual(contents(store));
    expect(reader.readOnly).toBe(true);
    await expect(run(reader, [put(3)])).rejects.toMatchObject({ error: { code: 'not-allowed' } });
    await reader.close();
    expect(disk.operations).toBe(before);
  });

  it('moves to another folder, also to another disk, and not over something', async () => {
    for (const other of [false, true]) {
      const { disk, store } = await withFile();
      const before = contents(store);
      await store.close();
      if (other) {
        const rename = disk.rename;
        disk.rename = async (from, to) => { if (from === FOLDER) throw Object.assign(new Error('another disk'), { code: 'EXDEV' }); return rename(from, to); };
      }
      await disk.mkdir('/busy');
      await disk.write('/busy/file', PDF);
      expect(await moveLibrary(disk, FOLDER, '/busy')).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(await moveLibrary(disk, FOLDER, '/elsewhere/papers')).toEqual({ ok: true, value: null });
      const moved = await open(disk, { folder: '/elsewhere/papers' });
      expect(contents(moved)).toEqual(before);
      expect(await disk.stat(FOLDER)).toBe(null);
    }
  });

  it('moves to no place where a file is: that one stays', async () => {
    const { disk, store } = await withFile();
    await store.close();
    await disk.write('/papers', Buffer.from('mine'));
    expect(await moveLibrary(disk, FOLDER, '/papers')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(Buffer.from(await disk.read('/papers')).toString()).toBe('mine');
  });

  it('that lost its library.json is found again, not made anew over what is left', async () => {
    const { disk, store } = await withFile();
    await disk.remove(`${FOLDER}/library.json`);
    const again = await create(disk.crash('keep'));
    expect(contents(again)).toEqual(contents(store));
    expect(again.id).toBe(store.id);
  });

  it('of a later format is not touched', async () => {
    const { disk, store } = await withFile();
    await store.close();
    disk.spoil(`${FOLDER}/library.json`, (bytes) => Buffer.from(bytes.toString().replace('"version": 1', '"version": 2')));
    expect(await openStore(options(disk))).toMatchObject({ ok: false, error: { code: 'unsupported' } });
  });

  it('finds no room for a fold, leaves nothing behind, and folds later', async () => {
    const { disk, store } = await withFile();
    disk.room = 300;
    await expect(store.fold()).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(disk.paths().filter((path) => /\.next|papers-.*tmp/.test(path))).toEqual([]);
    disk.room = Infinity;
    await store.fold();
    expect(contents(await open(disk.crash('drop')))).toEqual(contents(store));
  });

  it('takes its journal in by itself behind whoever asks something, and at once for who waits for the files', async () => {
    const disk = memoryDisk();
    let go = (): void => undefined;
    let stood = 0;
    const store = await create(disk, { foldBytes: 10, giveWay: () => { stood++; return new Promise((resolve) => { go = resolve; }); } });
    await run(store, [put(1)]);
    while (stood === 0) await turn();
    // Callers are being answered: the files stay as they were, and commands go on.
    await run(store, [put(2)]);
    expect(disk.paths().some((path) => path.includes('papers-'))).toBe(false);
    const fold = store.fold();
    go();
    await fold;
    expect(stood).toBe(1);
    expect(contents(await open(disk.crash('drop')))).toEqual(contents(store));
  });

  it('goes on when there was no room to begin the next journal', async () => {
    const disk = memoryDisk();
    const store = await create(disk, { foldBytes: 10 });
    await run(store, [put(1)]);
    disk.before = (op, path) => { if (op === 'write' && path.includes('/journal/')) throw Object.assign(new Error('full'), { code: 'ENOSPC' }); };
    await store.fold().catch(() => undefined);
    await expect(run(store, [put(2)])).rejects.toMatchObject({ error: { code: 'no-space' } });
    disk.before = () => undefined;
    await run(store, [put(3)]);
    const again = await open(disk.crash('drop'));
    expect([contents(again), again.problems]).toEqual([contents(store), []]);
    expect([...again.state.paper.keys()]).toEqual([idOf(1), idOf(3)]);
  });

  it.each([
    ['with no room left for the next journal', async (disk: MemoryDisk, close: () => Promise<unknown>) => {
      disk.before = (op, path) => { if (op === 'write' && path.includes('/journal/')) throw Object.assign(new Error('full'), { code: 'ENOSPC' }); };
      await close().catch(() => undefined);
      disk.before = () => undefined;
    }],
    ['with half a command that was refused', async (disk: MemoryDisk) => { disk.spoil(`${FOLDER}/journal/desk.ndjson`, (bytes) => Buffer.concat([bytes, Buffer.from('half a comm')])); }],
  ])('left on a full disk %s opens there, is read, and is written again once there is room', async (_, leave) => {
    const { disk, store } = await withFile();
    await leave(disk, () => store.fold());
    const full = disk.crash('keep');
    full.room = 0;
    const again = await open(full);
    expect([contents(again), again.readOnly]).toEqual([contents(store), false]);
    await expect(run(again, [put(7)])).rejects.toMatchObject({ error: { code: 'no-space' } });
    full.room = Infinity;
    await run(again, [put(8)]);
    const last = await open(full.crash('drop'));
    expect([contents(last), last.problems]).toEqual([contents(again), []]);
    expect([last.state.paper.has(idOf(7)), last.state.paper.has(idOf(8))]).toEqual([false, true]);
  });

  it('keeps backups of seven days and of four weeks before them', async () => {
    const disk = memoryDisk();
    let day = Date.UTC(2026, 0, 1);
    for (let n = 1; n <= 60; n++) {
      const store = n === 1 ? await create(disk, { now: () => day }) : await open(disk, { now: () => day });
      await run(store, [put(n)]);
      await store.close();
      day += 86_400_000;
    }
    const backups = (await disk.list(`${FOLDER}/backups`)).filter((name) => name.startsWith('2026'));
    expect(backups).toHaveLength(11);
    expect(backups.at(-1)).toBe('2026-03-01');
  });
});
