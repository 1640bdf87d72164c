import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/model/change.ts';
import type { Store } from '../../../../src/services/library/store.ts';
import { contents, create, idOf, open, put, retitle, run, trash } from '../../../helpers/library-workbench.ts';
import type { MemoryDisk } from '../../../helpers/memory-disk.ts';
import { memoryDisk } from '../../../helpers/memory-disk.ts';

const TEXT = 'The quick brown fox jumps over the lazy dog, and then it sleeps for a long time in the warm sun.';

/** Copies the journals that one machine wrote, as a synced folder does. */
async function bring(from: MemoryDisk, to: MemoryDisk, machine: string): Promise<void> {
  for (const path of from.paths()) {
    if (!new RegExp(`/(journal|history)/${machine}[-.]`).test(path)) continue;
    await to.write(path, await from.read(path));
  }
}

/** A library with three papers, and the same folder on another machine. */
async function two(): Promise<{ desk: MemoryDisk; lap: MemoryDisk }> {
  const desk = memoryDisk();
  const store = await create(desk);
  await run(store, [put(1, TEXT), put(2), put(3)]);
  await store.close();
  const lap = memoryDisk();
  for (const part of ['journal', 'history', 'files', 'trash', 'backups', 'cache']) await lap.mkdir(`/library/${part}`);
  for (const path of desk.paths()) if (!path.includes('/backups/')) await lap.write(path, await desk.read(path));
  return { desk, lap };
}
const on = (disk: MemoryDisk, machine: string, ahead = 0): Promise<Store> => {
  let time = Date.UTC(2026, 5, 1) + ahead;
  return open(disk, { machine, now: () => (time += 10) });
};

async function bothWays(desk: MemoryDisk, lap: MemoryDisk): Promise<[Store, Store]> {
  await bring(desk, lap, 'desk');
  await bring(lap, desk, 'lap');
  return [await on(desk, 'desk', 1e6), await on(lap, 'lap', 1e6)];
}

interface Wish { n: number; kind: string; tag: number; text: string; at: number; length: number }
function valid(store: Store, { n, kind, tag, text, at, length }: Wish): Change[] {
  const on = { table: 'paper' as const, id: idOf(n) };
  const paper = store.state.paper.get(idOf(n));
  const title = paper?.item.title ?? '';
  if (!paper) return store.state.trash.paper.has(idOf(n)) ? [{ ...on, op: 'put', record: store.state.trash.paper.get(idOf(n)) ?? {}, restored: true }] : [];
  if (kind === 'title') return [retitle(n, title, text)];
  if (kind === 'add' || kind === 'drop') return [{ ...on, op: kind, field: 'tags', element: idOf(tag) }];
  if (kind === 'trash') return [trash(paper)];
  if (kind === 'put') return [put(n + 10, text)];
  const place = Math.min(at, title.length);
  return [{ ...on, op: 'patch', field: 'item.title', splices: [{ at: place, cut: title.slice(place, place + length), put: text }] }];
}

describe('journals of two machines', () => {
  it('merge to the same library: the later writer of a field wins, other fields and elements are joined', async () => {
    const { desk, lap } = await two();
    const here = await on(desk, 'desk', 1000);
    await run(here, [retitle(2, 'Paper 2', 'Of the desk')]);
    await run(here, [{ op: 'set', table: 'paper', id: idOf(3), before: { rating: null }, after: { rating: 4 } }, { op: 'add', table: 'paper', id: idOf(3), field: 'tags', element: idOf(50) }]);
    const there = await on(lap, 'lap', 2000);
    await run(there, [retitle(2, 'Paper 2', 'Of the laptop, later')]);
    await run(there, [{ op: 'set', table: 'paper', id: idOf(3), before: { status: 'inbox' }, after: { status: 'read' } }, { op: 'add', table: 'paper', id: idOf(3), field: 'tags', element: idOf(51) }]);
    const [a, b] = await bothWays(desk, lap);
    expect(contents(a)).toEqual(contents(b));
    expect(a.state.paper.get(idOf(2))?.item.title).toBe('Of the laptop, later');
    expect(a.state.paper.get(idOf(3))).toMatchObject({ rating: 4, status: 'read', tags: [idOf(50), idOf(51)] });
  });

  it('keep both of two edits of one long text', async () => {
    const { desk, lap } = await two();
    const patch = (at: number, cut: string, text: string): Change => ({ op: 'patch', table: 'paper', id: idOf(1), field: 'item.title', splices: [{ at, cut, put: text }] });
    await run(await on(desk, 'desk', 1000), [patch(4, 'quick brown', 'quick and very clever brown')]);
    await run(await on(lap, 'lap', 2000), [patch(TEXT.indexOf('warm sun'), 'warm sun', 'warm evening sun')]);
    const [a, b] = await bothWays(desk, lap);
    expect(contents(a)).toEqual(contents(b));
    expect(a.state.paper.get(idOf(1))?.item.title).toBe(TEXT.replace('quick', 'quick and very clever').replace('warm', 'warm evening'));
  });

  it('hold also when one folds before it hears of the other, and survive a restart', async () => {
    const { desk, lap } = await two();
    const here = await on(desk, 'desk', 3000);
    await run(here, [retitle(2, 'Paper 2', 'Later, and folded')]);
    await here.close();
    await run(await on(lap, 'lap', 1000), [retitle(2, 'Paper 2', 'Earlier, and late to be heard')]);
    const [a, b] = await bothWays(desk, lap);
    expect(a.state.paper.get(idOf(2))?.item.title).toBe('Later, and folded');
    expect(contents(a)).toEqual(contents(b));
    await a.close();
    expect(contents(await on(desk, 'desk', 2e6))).toEqual(contents(b));
  });

  it('reach the same library from any commands, in any order of hearing', async () => {
    // As real commands, these speak of what they find: a record that is not live is not edited.
    const change = fc.record({ n: fc.integer({ min: 1, max: 3 }), kind: fc.constantFrom('title', 'add', 'drop', 'patch', 'trash', 'put'), tag: fc.integer({ min: 50, max: 52 }), text: fc.string({ maxLength: 5 }), at: fc.nat(90), length: fc.nat(9) });
    const commands = fc.array(fc.record({ lap: fc.boolean(), change, wait: fc.nat(50), hear: fc.boolean() }), { maxLength: 8 });
    await fc.assert(fc.asyncProperty(commands, async (list) => {
      const { desk, lap } = await two();
      let time = 0;
      for (const { lap: onLap, change: one, wait, hear } of list) {
        if (hear) await bring(onLap ? desk : lap, onLap ? lap : desk, onLap ? 'desk' : 'lap');
        const store = await on(onLap ? lap : desk, onLap ? 'lap' : 'desk', (time += wait));
        await run(store, valid(store, one));
        await (hear ? store.close() : undefined);
      }
      const [a, b] = await bothWays(desk, lap);
      expect(contents(a)).toEqual(contents(b));
    }), { numRuns: 60 });
  });
});
