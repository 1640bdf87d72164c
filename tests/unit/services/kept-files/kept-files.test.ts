import { beforeEach, describe, expect, it } from 'vitest';
import { WriteOptions } from '../../../../src/contract/exports.ts';
import { PaperQuery } from '../../../../src/contract/views.ts';
import { createKeptFiles, type KeptFiles } from '../../../../src/services/kept-files/kept-files.ts';
import type { Ask, Wanted } from '../../../../src/services/kept-files/pass.ts';
import { writeKept } from '../../../../src/services/kept-files/write.ts';
import { memoryDisk, type MemoryDisk } from '../../../helpers/memory-disk.ts';
import { until } from '../../../helpers/until.ts';

const FILE = '/paper/refs.bib';
const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const wanted: Wanted = { file: FILE, format: 'bibtex', options: WriteOptions.parse({}), of: PaperQuery.parse({ scope: { in: 'collection', collection: ID } }) };

let disk: MemoryDisk;
let text: string;
let collections: { id: string; name: string }[];
const ask = (async (name: string) => (name === 'library.overview' ? { tags: [], collections } : name === 'papers.query' ? { query: 'q', indexing: false } : { text, count: 1, problems: [], copies: [] })) as unknown as Ask;
const there = async (on = disk): Promise<string> => Buffer.from(await on.read(FILE)).toString('utf8');
const files = (on = disk): KeptFiles => createKeptFiles({ ask, disk: on, folder: '/user', onState: () => undefined });
const troubles = async (kept: KeptFiles): Promise<(string | undefined)[]> => (await kept.list()).map(({ trouble }) => trouble?.reason);

beforeEach(async () => {
  disk = memoryDisk();
  await disk.mkdir('/paper');
  [text, collections] = ['first', [{ id: ID, name: 'Thesis' }]];
});

describe('a kept file', () => {
  it('is written when it is asked for, over what was chosen to be replaced, and again after each change', async () => {
    await disk.write(FILE, Buffer.from('what was there'));
    const kept = files();
    await kept.enter('/library');
    expect(await kept.add(wanted)).toMatchObject([{ file: FILE, count: 1, trouble: null, name: 'Thesis' }]);
    expect(await there()).toBe('first');
    text = 'second';
    kept.hear();
    await until(() => there(), (now) => now === 'second');
    await kept.leave();
  });

  it('is kept after a restart too, and not touched where nothing has changed', async () => {
    const kept = files();
    await kept.enter('/library');
    await kept.add(wanted);
    await kept.leave();
    const before = disk.operations;
    const again = files();
    await again.enter('/library');
    await until(() => again.list(), ([one]) => one?.at != null);
    expect(disk.operations).toBe(before);
    text = 'while away';
    await again.write((await again.list())[0]?.id ?? '', false);
    expect(await there()).toBe('while away');
  });

  it('that somebody else changed is left as it is until it may be replaced', async () => {
    const kept = files();
    await kept.enter('/library');
    const [one] = await kept.add(wanted);
    await disk.write(FILE, Buffer.from('by hand'));
    text = 'second';
    await kept.write(one?.id ?? '', false);
    expect([await there(), await troubles(kept)]).toEqual(['by hand', ['changed']]);
    await kept.write(one?.id ?? '', true);
    expect([await there(), await troubles(kept)]).toEqual(['second', [undefined]]);
  });

  it.each(['{ "/library": [', '{ "/library": "something else" }'])('is asked for anew where the list of them cannot be understood, which stays beside: %s', async (damaged) => {
    await disk.mkdir('/user');
    await disk.write('/user/kept-files.json', Buffer.from(damaged));
    const kept = files();
    await kept.enter('/library');
    expect(await kept.add(wanted)).toMatchObject([{ file: FILE }]);
    await kept.leave();
    const aside = disk.paths().filter((path) => path.startsWith('/user/kept-files.unreadable'));
    expect(await Promise.all(aside.map(async (path) => Buffer.from(await disk.read(path)).toString('utf8')))).toEqual([damaged]);
  });

  it('says that its folder, or what it lists, is gone, and goes on when they are back', async () => {
    const kept = files();
    await kept.enter('/library');
    const [one] = await kept.add(wanted);
    text = 'second';
    const again = async (): Promise<(string | undefined)[]> => { await kept.write(one?.id ?? '', false); return troubles(kept); };
    await disk.remove('/paper');
    expect(await again()).toEqual(['no-folder']);
    await disk.mkdir('/paper');
    collections = [];
    expect(await again()).toEqual(['no-list']);
    collections = [{ id: ID, name: 'Thesis' }];
    expect([await again(), await there()]).toEqual([[undefined], 'second']);
  });

  it('says that the disk is full, and keeps the old file whole', async () => {
    const kept = files();
    await kept.enter('/library');
    const [one] = await kept.add(wanted);
    text = 'x'.repeat(5000);
    disk.room = 1000;
    await kept.write(one?.id ?? '', false);
    expect([await there(), await troubles(kept)]).toEqual(['first', ['failed']]);
  });
});

describe('a crash in the middle of writing', () => {
  it('leaves the old file or the new one, whole, and either is still ours', async () => {
    await writeKept({ disk, file: FILE, memory: '/user' }, 'first', false);
    const whole = disk.operations;
    await writeKept({ disk, file: FILE, memory: '/user' }, 'second', false);
    const steps = disk.operations - whole;
    for (const loss of ['drop', 'keep', 'tear'] as const) {
      for (let step = 0; step < steps; step++) {
        const one = memoryDisk();
        await one.mkdir('/paper');
        await writeKept({ disk: one, file: FILE, memory: '/user' }, 'first', false);
        const stop = one.operations + step;
        one.before = () => { if (one.operations >= stop) throw new Error('the power went'); };
        await writeKept({ disk: one, file: FILE, memory: '/user' }, 'second', false);
        const after = one.crash(loss);
        expect(['first', 'second'], `${loss} after ${String(step)} steps`).toContain(await there(after));
        expect(await writeKept({ disk: after, file: FILE, memory: '/user' }, 'third', false)).toBeNull();
        expect(await there(after)).toBe('third');
      }
    }
  });
});
