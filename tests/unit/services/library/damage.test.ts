import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../../src/services/library/check.ts';
import { FOLDER, contents, create, idOf, open, paperOf, put, retitle, run, trash } from '../../../helpers/library-workbench.ts';
import type { MemoryDisk } from '../../../helpers/memory-disk.ts';
import { memoryDisk } from '../../../helpers/memory-disk.ts';

const SMALL = { shardBytes: 900 };
const tag = { id: idOf(500), name: 'good' };

/** A library that was closed (and so backed up), opened again, changed, and folded; the last command is in the journal alone. */
async function lived(): Promise<{ disk: MemoryDisk; whole: unknown }> {
  const disk = memoryDisk();
  let store = await create(disk, SMALL);
  await run(store, [{ op: 'put', table: 'tag', id: tag.id, record: tag }, ...[1, 2, 3, 4, 5, 6].map((n) => put(n))]);
  await run(store, [{ op: 'put', table: 'note', id: idOf(300), record: { id: idOf(300), paper: idOf(1), markdown: 'A note.', added: 'x', changed: 'x' } }]);
  await store.close();
  store = await open(disk, SMALL);
  await run(store, [retitle(2, 'Paper 2', 'Since the backup'), put(7), trash(paperOf(3))]);
  await store.fold();
  const whole = contents(store);
  return { disk, whole };
}

const harms: Record<string, (bytes: Buffer) => Buffer> = {
  'a flipped bit': (bytes) => { const at = Math.floor(bytes.length / 2); bytes[at] = (bytes[at] ?? 0) ^ 1; return bytes; },
  'a cut': (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)),
  'zeros': (bytes) => bytes.fill(0, Math.floor(bytes.length / 3)),
  'nothing left': () => Buffer.alloc(0),
};
const isRecords = (path: string): boolean => /^\/library\/(trash\/)?[a-z]+-\d+\.json$/.test(path);

/** Whatever could be harmed in a library that was lived in. */
const harmed = ['library.json', 'papers-0001.json', 'notes-0001.json', 'trash/papers-0001.json', 'journal/desk.ndjson'];

describe('a damaged file on a full disk', () => {
  it.each(harmed)('%s: the library opens to be read, whole, and is mended once there is room', async (name) => {
    const { disk, whole } = await lived();
    const path = disk.paths().find((one) => one === `/library/${name}`) ?? expect.fail(`${name} among ${disk.paths().join(' ')}`);
    disk.spoil(path, (bytes) => { bytes.fill(0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2)); return bytes; });
    const before = new Map(await Promise.all(disk.paths().map(async (one) => [one, String(await disk.read(one))] as const)));
    disk.room = 0;
    const store = await open(disk, SMALL);
    expect(contents(store)).toEqual(name.startsWith('journal') ? expect.anything() : whole);
    expect([store.readOnly, store.full]).toEqual([true, true]);
    expect(store.problems.length).toBeGreaterThan(0);
    await expect(run(store, [put(9)])).rejects.toMatchObject({ error: { code: 'no-space', details: { reason: 'opened-full' } } });
    for (const [one, bytes] of before) expect(String(await disk.read(one)), one).toBe(bytes);
    disk.room = Infinity;
    const again = await open(disk.crash('drop'), SMALL);
    expect([contents(again), again.readOnly]).toEqual([contents(store), false]);
    await run(again, [put(9)]);
  });
});

describe('a damaged file costs nothing', () => {
  it.each(Object.entries(harms))('%s in any file of records', async (_, harm) => {
    const files = (await lived()).disk.paths().filter(isRecords);
    expect(files.length).toBeGreaterThan(3);
    for (const path of files) {
      const { disk, whole } = await lived();
      disk.spoil(path, harm);
      const bytes = Buffer.from(await disk.read(path));
      expect((await checkLibrary(disk, FOLDER)).findings.map((one) => `/library/${one.file}`)).toContain(path);
      const store = await open(disk, SMALL);
      expect(contents(store), path).toEqual(whole);
      const problem = store.problems.find((one) => `/library/${one.file}` === path);
      expect(problem?.salvagedFrom).toBe('backups/2026-01-01');
      if (bytes.length > 0) expect(bytes.equals(await disk.read(`${FOLDER}/${problem?.keptAs}`))).toBe(true);
      const again = await open(disk.crash('drop'), SMALL);
      expect(again.problems, 'repaired by the first opening').toEqual([]);
      expect(contents(again)).toEqual(whole);
    }
  });

  it.each(Object.entries(harms))('%s in library.json, with and without backups', async (_, harm) => {
    for (const backups of [true, false]) {
      const { disk, whole } = await lived();
      if (!backups) await disk.remove(`${FOLDER}/backups`);
      disk.spoil(`${FOLDER}/library.json`, harm);
      const store = await open(disk, SMALL);
      expect(contents(store)).toEqual(whole);
      expect(store.problems[0]).toMatchObject({ file: 'library.json', salvagedFrom: backups ? 'backups/2026-01-01' : 'history' });
      expect(contents(await open(disk.crash('drop'), SMALL))).toEqual(whole);
    }
  });

  it('rebuilds the whole library from its journals alone', async () => {
    const { disk, whole } = await lived();
    for (const path of disk.paths()) if (isRecords(path) || path.includes('/backups/') || path.endsWith('library.json')) await disk.remove(path);
    expect(contents(await open(disk, SMALL))).toEqual(whole);
  });

  it('reads the damaged file line by line where journals and backups are gone too', async () => {
    const { disk } = await lived();
    await disk.remove(`${FOLDER}/backups`);
    await disk.remove(`${FOLDER}/journal/desk.ndjson`);
    const path = disk.paths().find(isRecords) ?? '';
    const text = Buffer.from(await disk.read('/library/papers-0001.json')).toString();
    disk.spoil('/library/papers-0001.json', () => Buffer.from(text.replace('Paper 1', 'Xaper 1').replace(/\n\]\n$/, ',\n{"id":"half')));
    const store = await open(disk, SMALL);
    expect(path).not.toBe('');
    expect(store.state.paper.get(idOf(1))?.item.title).toBe('Xaper 1');
    expect(store.problems.some((one) => one.message.includes('1 lines could not be'))).toBe(true);
  });
});

describe('a damaged journal', () => {
  it.each(Object.entries(harms))('%s: what is folded stays, what is whole is kept, and new commands are safe', async (_, harm) => {
    const { disk, whole } = await lived();
    disk.spoil('/library/journal/desk.ndjson', harm);
    const store = await open(disk, SMALL);
    expect(contents(store)).toEqual(whole);
    await run(store, [put(20)]);
    const again = await open(disk.crash('drop'), SMALL);
    expect(again.state.paper.has(idOf(20))).toBe(true);
  });

  it('gives up only the command whose bytes are damaged', async () => {
    const disk = memoryDisk();
    const store = await create(disk);
    for (const n of [1, 2, 3]) await run(store, [put(n)]);
    disk.spoil('/library/journal/desk.ndjson', (bytes) => { bytes[bytes.indexOf('Paper 2')] = 0; return bytes; });
    const again = await open(disk);
    expect([...again.state.paper.keys()]).toEqual([idOf(1), idOf(3)]);
    expect(again.problems.map((one) => one.file)).toContain('journal/desk.ndjson');
  });
});

describe('check', () => {
  it('finds a sound folder sound, and changes nothing', async () => {
    const { disk } = await lived();
    const before = disk.operations;
    expect(await checkLibrary(disk, FOLDER)).toEqual({ sound: true, findings: [], records: 9 });
    expect(disk.operations).toBe(before);
  });
});
