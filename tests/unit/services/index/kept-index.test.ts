import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchFields } from '../../../../src/search/fields.ts';
import { parseQuery } from '../../../../src/search/query.ts';
import { createIndex, type SearchIndex } from '../../../../src/search/search-index.ts';
import { KeptIndex } from '../../../../src/services/index/kept-index.ts';
import { decodeSegment, encodeSegment } from '../../../../src/services/index/segment-file.ts';
import { memoryDisk, type MemoryDisk } from '../../../helpers/memory-disk.ts';

const QUERIES = ['sparse', 'a', '"sparse training"', 'training -dense', 'author:muller', 'dense or graph ', 'year:2020..', '学', 'sparse year:2019', 'tag:ab', ''];
const text = fc.array(fc.constantFrom('sparse', 'training', 'dense', 'fine-tuning', 'graph', 'Müller', '学习', 'the', 'a', 'ab', '2020'), { maxLength: 8 }).map((words) => words.join(' '));
const fields: fc.Arbitrary<SearchFields> = fc.record({ title: text, abstract: text, authors: fc.array(text, { maxLength: 2 }), tags: fc.array(text, { maxLength: 2 }), year: fc.integer({ min: 2018, max: 2022 }), print: fc.nat() });
const id = fc.integer({ min: 0, max: 12 }).map((n) => `paper-${n}`);
const step = fc.oneof({ weight: 3, arbitrary: fc.tuple(id, fields) }, { weight: 1, arbitrary: fc.tuple(id, fc.constant(null)) }, { weight: 1, arbitrary: fc.constantFrom('save', 'load', 'search') });

const now = (): Promise<void> => Promise.resolve();
const answers = (index: SearchIndex): unknown => QUERIES.map((query) => { const found = index.search(parseQuery(query)); return [found.all(), found.scores()]; });

async function load(kept: KeptIndex): Promise<SearchIndex> {
  const index = createIndex();
  for await (const segment of kept.load()) index.adopt(segment);
  return index;
}

async function keptOf(papers: number): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const index = createIndex();
  for (let i = 0; i < papers; i++) {
    index.put(`p${i}`, { title: `paper number${i % 7} of${i}`, year: 2000 + (i % 20), print: i });
    if (i % 100 === 0) index.search(parseQuery('paper'));
  }
  await new KeptIndex(disk, '/library').save(index, now);
  return disk;
}

describe('the kept search index', () => {
  it('answers after any puts, drops, saves and loads as one made afresh of what was there at the last save', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 50 }), async (steps) => {
      const disk = memoryDisk();
      let kept = new KeptIndex(disk, '/library');
      let index = createIndex();
      let papers = new Map<string, SearchFields>();
      let saved = new Map<string, SearchFields>();
      for (const each of steps) {
        if (each === 'search') index.search(parseQuery('sparse'));
        else if (each === 'save') { await kept.save(index, now); saved = new Map(papers); }
        else if (each === 'load') { kept = new KeptIndex(disk, '/library'); index = await load(kept); papers = new Map(saved); }
        else if (each[1] === null) { index.drop(each[0]); papers.delete(each[0]); }
        else { index.put(each[0], each[1]); papers.set(each[0], each[1]); }
      }
      const fresh = createIndex();
      fresh.addBatch(papers);
      expect([...index.ids()].sort()).toEqual([...papers.keys()].sort());
      for (const [paper, { print }] of papers) expect(index.print(paper)).toBe(print);
      expect(answers(index)).toEqual(answers(fresh));
    }), { numRuns: 60 });
  });

  it('gives what can still be read of a damaged one, and never a wrong word', async () => {
    const original = await keptOf(900);
    const whole = await load(new KeptIndex(original, '/library'));
    expect(whole.size).toBe(900);
    const names = original.paths();
    expect(names.length).toBeGreaterThan(2);
    const harm: ((bytes: Buffer) => Buffer)[] = [() => Buffer.alloc(0), (bytes) => bytes.subarray(0, bytes.length - 8), (bytes) => { bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1; return bytes; }, (bytes) => Buffer.alloc(bytes.length)];
    for (const name of names) for (const change of harm) {
      const disk = original.crash('keep');
      disk.spoil(name, change);
      const index = await load(new KeptIndex(disk, '/library'));
      expect(index.size, name).toBeLessThan(900);
      for (const query of ['paper ', 'number3 ', 'of77 ', 'year:2004']) for (const found of index.matches(parseQuery(query))) expect(whole.matches(parseQuery(query)).has(found)).toBe(true);
    }
  });

  it('survives a crash at any step of a save with the index of before or of after', async () => {
    for (let operation = 0; ; operation++) {
      const disk = await keptOf(600);
      const kept = new KeptIndex(disk, '/library');
      const index = await load(kept);
      for (let i = 0; i < 400; i++) index.put(`p${i}`, { title: 'changed', print: 1 });
      const first = disk.operations;
      let cut = false;
      disk.before = () => { if (disk.operations - first >= operation) { cut = true; throw new Error('power cut'); } };
      await kept.save(index, now).catch(() => undefined);
      for (const loss of ['drop', 'keep', 'tear'] as const) {
        const found = await load(new KeptIndex(disk.crash(loss), '/library'));
        for (const paper of found.ids()) expect([1, Number(paper.slice(1))]).toContain(found.print(paper));
        if (!cut) expect(found.matches(parseQuery('changed ')).size).toBe(400);
      }
      if (!cut) { expect(operation).toBeGreaterThan(4); return; }
    }
  });

  it('removes files that are no longer named', async () => {
    const disk = await keptOf(600);
    const kept = new KeptIndex(disk, '/library');
    const index = await load(kept);
    for (let i = 0; i < 600; i++) index.drop(`p${i}`);
    await kept.save(index, now);
    expect(disk.paths()).toEqual(['/library/cache/search/list.json']);
  });

  it('refuses bytes that are no segment, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => { expect(decodeSegment(bytes)).toBeNull(); }));
    const index = createIndex();
    index.put('one', { title: 'Only one', print: 7 });
    const [segment] = index.segments();
    expect(segment && decodeSegment(encodeSegment(segment))).toEqual(segment);
  });
});
