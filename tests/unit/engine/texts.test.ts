import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/model/change.ts';
import { applyChange, emptyLibrary, type LibraryState } from '../../../src/library/state.ts';
import { Gate } from '../../../src/services/engine/gate.ts';
import { Texts } from '../../../src/services/engine/texts.ts';
import { printOf } from '../../../src/services/engine/search-fields.ts';
import { papersTouched } from '../../../src/services/engine/touched.ts';
import { KeptIndex } from '../../../src/services/index/kept-index.ts';
import { idOf, paperOf } from '../../helpers/library-workbench.ts';
import { memoryDisk } from '../../helpers/memory-disk.ts';

const AT = '2026-02-02T00:00:00.000Z';
const WORDS = ['sparse', 'training', 'dense', 'graph'];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
const n = fc.integer({ min: 1, max: 6 });
const tag = idOf(500);

/** Changes of every kind that what is found depends on. */
const change: fc.Arbitrary<(state: LibraryState) => Change[]> = fc.oneof(
  fc.tuple(n, words).map(([paper, title]) => () => [{ op: 'put', table: 'paper', id: idOf(paper), record: paperOf(paper, title) }] as Change[]),
  fc.tuple(n, words).map(([paper, title]) => () => [{ op: 'set', table: 'paper', id: idOf(paper), before: {}, after: { 'item.title': title } }] as Change[]),
  n.map((paper) => (state: LibraryState) => { const record = state.paper.get(idOf(paper)); return record ? [{ op: 'remove', table: 'paper', id: record.id, record }] as Change[] : []; }),
  fc.tuple(n, words).map(([paper, markdown]) => () => [{ op: 'put', table: 'note', id: idOf(100 + paper), record: { id: idOf(100 + paper), paper: idOf(paper), markdown, added: AT, changed: AT } }] as Change[]),
  n.map((paper) => (state: LibraryState) => (state.tag.has(tag) ? [] : [{ op: 'put', table: 'tag', id: tag, record: { id: tag, name: 'sparse' } }] as Change[]).concat([{ op: 'add', table: 'paper', id: idOf(paper), field: 'tags', element: tag }])),
  fc.constantFrom(...WORDS).map((name) => () => [{ op: 'set', table: 'tag', id: tag, before: {}, after: { name } }] as Change[]),
);
const step = fc.oneof({ weight: 5, arbitrary: change }, { weight: 1, arbitrary: fc.constantFrom('restart' as const, 'ask' as const) });

async function started(state: LibraryState, kept: KeptIndex | null): Promise<Texts> {
  let ready = (): void => undefined;
  const complete = new Promise<void>((resolve) => { ready = resolve; });
  const texts = new Texts(state, kept, new Gate(), () => { ready(); });
  texts.start();
  await complete;
  return texts;
}

const found = (texts: Texts): unknown => [...WORDS.map((word) => `${word} `), '"sparse training"', 'tag:sparse', 'note:dense', 'year:2020'].map((query) => [query, texts.ranked(query).all()]);

describe('the full text of a library', () => {
  it('is after any changes and restarts what it would be if made afresh, also where changes were never told to the kept index', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, saves) => {
      const disk = memoryDisk();
      const state = emptyLibrary();
      let texts = await started(state, new KeptIndex(disk, '/library'));
      for (const each of steps) {
        if (each === 'ask') texts.ranked('sparse');
        else if (each === 'restart') {
          if (saves) await texts.close();
          texts = await started(state, new KeptIndex(disk, '/library'));
        } else {
          const changes = each(state);
          const before = papersTouched(state, changes);
          for (const one of changes) applyChange(state, one, AT);
          texts.note(changes, new Set([...before, ...papersTouched(state, changes)]));
        }
      }
      expect(found(texts)).toEqual(found(await started(state, null)));
      await texts.close();
    }), { numRuns: 60 });
  });

  it('indexes only what changed since it was kept', async () => {
    const disk = memoryDisk();
    const state = emptyLibrary();
    const put = (paper: number, title: string): void => { applyChange(state, { op: 'put', table: 'paper', id: idOf(paper), record: paperOf(paper, title) }); };
    for (let paper = 1; paper <= 300; paper++) put(paper, `title ${paper}`);
    await (await started(state, new KeptIndex(disk, '/library'))).close();
    const files = disk.paths();
    expect(files.length).toBeGreaterThan(1);
    put(7, 'changed while nobody looked');
    const texts = await started(state, new KeptIndex(disk, '/library'));
    expect(texts.ranked('nobody ').all()).toEqual([idOf(7)]);
    await texts.close();
    // The file of the 300 stayed; the one paper is in a new one.
    expect(disk.paths()).toEqual(expect.arrayContaining(files.filter((file) => file.endsWith('.segment'))));
    expect(disk.paths().length).toBe(files.length + 1);
  });

  it('tells any two papers apart by their prints', () => {
    fc.assert(fc.property(fc.record({ title: words, abstract: words }), fc.record({ title: words, abstract: words }), (one, other) => {
      const print = (item: typeof one): number => printOf(emptyLibrary(), { ...paperOf(1), item: { type: 'article', ...item } });
      expect(print(one) === print(other)).toBe(one.title === other.title && one.abstract === other.abstract);
    }));
  });
});
