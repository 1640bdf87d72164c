import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../../../helpers/memory-disk.ts';
import { contents, create, idOf, open, paperOf, put, retitle, run, trash } from '../../../helpers/library-workbench.ts';

describe('a library folder', () => {
  it('holds after closing what was in it', async () => {
    const disk = memoryDisk();
    const store = await create(disk);
    await run(store, [put(1), put(2)]);
    await run(store, [retitle(1, 'Paper 1', 'A better title')]);
    await run(store, [trash(paperOf(2))]);
    const before = contents(store);
    await store.close();
    const again = await open(disk);
    expect(contents(again)).toEqual(before);
    expect(again.problems).toEqual([]);
    expect(again.state.paper.get(idOf(1))?.item.title).toBe('A better title');
    expect(again.state.trash.paper.has(idOf(2))).toBe(true);
  });

  it('needs no fold: the journal alone brings everything back', async () => {
    const disk = memoryDisk();
    const store = await create(disk);
    await run(store, [put(1)]);
    const again = await open(disk.crash('drop'));
    expect(contents(again)).toEqual(contents(store));
  });

  it('writes into its files what went to the journal, to the byte what a reading of the journal alone would write', async () => {
    const disk = memoryDisk();
    const store = await create(disk);
    await run(store, [put(1, 'Ein “Ü” 日本 😀'), put(2)]);
    const unfolded = disk.crash('drop');
    await store.fold();
    const again = await open(unfolded);
    await run(again, [put(3)]);
    await run(again, [retitle(3, 'Paper 3', 'Three')]);
    await again.fold();
    await run(store, [put(3)]);
    await run(store, [retitle(3, 'Paper 3', 'Three')]);
    await store.fold();
    const lines = async (of: typeof disk): Promise<string[]> => Buffer.from(await of.read(of.paths().find((path) => path.endsWith('/papers-0001.json')) ?? '')).toString('utf8').split('\n').map((line) => line.replace(/"changed":"[^"]*"/, ''));
    expect(await lines(unfolded)).toEqual(await lines(disk));
    expect((await lines(disk)).join()).toContain('Ein “Ü” 日本 😀');
  });

  it('splits its records over files and rewrites only those that were touched', async () => {
    const disk = memoryDisk();
    const store = await create(disk, { shardBytes: 1000 });
    await run(store, Array.from({ length: 40 }, (_, n) => put(n + 1)));
    await store.fold();
    const files = disk.paths().filter((path) => path.includes('/papers-'));
    expect(files.length).toBeGreaterThan(5);
    const written: string[] = [];
    disk.before = (op, path) => { if (op === 'write') written.push(path); };
    await run(store, [retitle(20, 'Paper 20', 'Another')]);
    await store.fold();
    expect(written.filter((path) => path.includes('/papers-'))).toHaveLength(1);
    disk.before = () => undefined;
    expect(contents(await open(disk))).toEqual(contents(store));
  });

  it('shares one fsync among commands that run at once', async () => {
    const disk = memoryDisk();
    const store = await create(disk);
    let syncs = 0;
    disk.before = (op) => { if (op === 'sync') syncs++; };
    await Promise.all(Array.from({ length: 50 }, (_, n) => run(store, [put(n + 1)])));
    expect(syncs).toBeLessThan(5);
    expect(store.state.paper.size).toBe(50);
  });

  it('says that the disk is full, keeps memory equal to the disk, and goes on when there is room', async () => {
    const disk = memoryDisk();
    const store = await create(disk);
    await run(store, [put(1)]);
    const before = contents(store);
    disk.room = 100;
    const refused = await Promise.allSettled([run(store, [put(2)]), run(store, [retitle(1, 'Paper 1', 'X'), put(3)])]);
    for (const one of refused) expect(one).toMatchObject({ status: 'rejected', reason: { error: { code: 'no-space' } } });
    expect(contents(store)).toEqual(before);
    disk.room = Infinity;
    await run(store, [put(4)]);
    const again = await open(disk.crash('drop'));
    expect(contents(again)).toEqual(contents(store));
    expect([...again.state.paper.keys()]).toEqual([idOf(1), idOf(4)]);
  });
});

describe('undo and redo', () => {
  it('find a command also while a fold gives its journal another name', async () => {
    const disk = memoryDisk();
    // Between two listings of folders much may happen.
    const list = async (path: string): Promise<string[]> => { const names = await disk.list(path); for (let turns = 0; turns < 6; turns++) await turn(); return names; };
    const store = await create(Object.assign(Object.create(disk) as typeof disk, { list }), { foldBytes: 10 });
    for (let n = 1; n <= 8; n++) {
      await run(store, [put(n)], { id: `command ${String(n)}` });
      const head = await store.undoable();
      let folded = false;
      const folding = store.fold().then(() => { folded = true; });
      while (!folded) expect(head && (await store.readGroup(head.place))?.head.id).toBe(`command ${String(n)}`);
      await folding;
    }
  });

  it('know what to take back and bring back, also after a restart and a fold', async () => {
    const disk = memoryDisk();
    let store = await create(disk, { foldBytes: 10 });
    await run(store, [put(1)], { id: 'one' });
    await run(store, [put(2)], { id: 'two' });
    await run(store, [], { id: 'undo-two', undoes: 'two' });
    const both = async (): Promise<unknown> => [(await store.undoable())?.head.id, (await store.redoable())?.head.id];
    expect(await both()).toEqual(['one', 'two']);
    await store.close();
    store = await open(disk);
    expect(await both()).toEqual(['one', 'two']);
    await run(store, [], { id: 'redo-two', redoes: 'two' });
    expect(await both()).toEqual(['redo-two', undefined]);
    await run(store, [], { id: 'undo-redo', undoes: 'redo-two' });
    expect(await both()).toEqual(['one', 'redo-two']);
    await run(store, [put(3)], { id: 'three' });
    expect(await both()).toEqual(['three', undefined]);
    const place = (await store.undoable())?.place;
    expect(place && (await store.readGroup(place))?.changes).toEqual([put(3)]);
  });

  it('finds the history of a paper in folded journals too', async () => {
    const disk = memoryDisk();
    const store = await create(disk, { foldBytes: 10 });
    await run(store, [put(1)]);
    await run(store, [put(2)]);
    await store.fold();
    await run(store, [retitle(1, 'Paper 1', 'New')]);
    expect((await store.historyOf(idOf(1))).map((group) => group.changes[0]?.op)).toEqual(['set', 'put']);
  });
});
