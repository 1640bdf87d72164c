import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchFields } from '../../../src/search/fields.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { createIndex, type SearchIndex } from '../../../src/search/search-index.ts';
import { tokens } from '../../../src/search/tokens.ts';

const WORDS = ['sparse', 'training', 'dense', 'fine-tuning', 'finetuning', 'graph', 'Müller', '学习', 'the', 'a', 'ab', 'abc', '2020'];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '));
const fields: fc.Arbitrary<SearchFields> = fc.record({ title: text, abstract: text, authors: fc.array(text, { maxLength: 2 }), tags: fc.array(text, { maxLength: 2 }), year: fc.integer({ min: 2018, max: 2022 }) });
const id = fc.integer({ min: 0, max: 12 }).map((n) => `paper-${n}`);
const step = fc.oneof({ weight: 3, arbitrary: fc.tuple(id, fields) }, { weight: 1, arbitrary: fc.tuple(id, fc.constant(null)) }, { weight: 1, arbitrary: fc.constant(null) });
const QUERIES = ['sparse', 'a', 'a ', '"sparse training"', 'training -dense', 'fine-tuning ', 'title:graph ', 'author:muller', 'dense or graph ', 'year:2020..', '学', '学习', 'sparse year:2019', 'tag:ab', ''];

const hits = (index: SearchIndex, query: string): unknown => { const all = index.search(parseQuery(query)); return [all.all(), all.scores(), all.slice(0, 2)]; };
const found = (index: SearchIndex, query: string): string[] => [...index.matches(parseQuery(query))].sort();

describe('the search index', () => {
  it('answers after any puts and drops as one made afresh, scores included', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const index = createIndex();
      const now = new Map<string, SearchFields>();
      for (const each of steps) {
        if (each === null) index.search(parseQuery('sparse'));
        else if (each[1] === null) { index.drop(each[0]); now.delete(each[0]); }
        else { index.put(each[0], each[1]); now.set(each[0], each[1]); }
      }
      const fresh = createIndex();
      fresh.addBatch(now);
      expect(index.size).toBe(now.size);
      for (const query of QUERIES) expect(hits(index, query)).toEqual(hits(fresh, query));
    }));
  });

  it('finds exact words and phrases as a plain scan does', () => {
    const wordsOf = (paper: SearchFields): string[][] => [paper.title ?? '', paper.abstract ?? '', ...(paper.authors ?? []), ...(paper.tags ?? []), String(paper.year)].map((each) => tokens(each).map((token) => token.text));
    fc.assert(fc.property(fc.array(fields, { maxLength: 20 }), fc.constantFrom('sparse', 'dense', 'finetuning', 'muller', '2020', 'ab'), (papers, word) => {
      const index = createIndex();
      papers.forEach((paper, i) => { index.put(String(i), paper); });
      const plain = papers.flatMap((paper, i) => (wordsOf(paper).some((words) => words.includes(word)) ? [String(i)] : [])).sort();
      expect(found(index, `${word} `)).toEqual(plain);
      const phrase = papers.flatMap((paper, i) => ([paper.title, paper.abstract, ...(paper.authors ?? []), ...(paper.tags ?? [])].some((each) => / dense graph /.test(` ${each ?? ''} `)) ? [String(i)] : [])).sort();
      expect(found(index, '"dense graph"')).toEqual(phrase);
    }));
  });

  it('stays right over many segments, replacements and drops', () => {
    const index = createIndex();
    for (let i = 0; i < 3000; i++) index.put(`p${i}`, { title: `paper number${i % 7} of${i}`, year: 2000 + (i % 20) });
    for (let i = 0; i < 3000; i += 2) index.drop(`p${i}`);
    for (let i = 1; i < 3000; i += 4) index.put(`p${i}`, { title: 'changed' });
    expect([index.size, found(index, 'changed ').length, found(index, 'paper ').length, found(index, 'of7 '), found(index, 'of9 ')]).toEqual([1500, 750, 750, ['p7'], []]);
  });

  it('ranks a title above an abstract, a rare word above a common one, a whole word above its beginning', () => {
    const index = createIndex();
    index.put('abstract', { title: 'Other things', abstract: 'We study pruning.' });
    index.put('title', { title: 'Pruning', abstract: 'We study things.' });
    index.put('beginning', { title: 'Prunings', abstract: 'We study things.' });
    expect(index.search(parseQuery('pruning')).all()).toEqual(['title', 'beginning', 'abstract']);
  });

  it('finds by key, identifier, author with accents, hyphens left out, parts of a hyphenated word', () => {
    const index = createIndex();
    index.put('x', { title: 'State-of-the-art models', authors: ['Jürgen Müller', 'Ada King'], key: 'muller2020state', ids: ['10.1145/3292500.3330701', '2303.10464'], year: 2020, notes: 'Read twice.' });
    for (const query of ['muller2', 'MÜLLER', 'stateoftheart', 'state-of-the-art', 'art models', 'state of the', '10.1145/3292500.3330701', '10.1145/3292', 'arxiv:2303.10464', 'doi:10.1145/3292500.3330701', 'key:muller2020state', 'müller 2020', 'note:twice', 'by:"ada king"'])
      expect([query, found(index, query)]).toEqual([query, ['x']]);
    for (const query of ['title:muller', '"müller ada"', 'jurgen -king', 'year:2021']) expect([query, found(index, query)]).toEqual([query, []]);
  });

  it('gives the first of many as all of them in order begin', () => {
    const index = createIndex();
    for (let i = 0; i < 700; i++) index.put(`p${String(i).padStart(3, '0')}`, { title: 'graph '.repeat(1 + (i % 13)), abstract: 'filler '.repeat(i % 29) });
    const [found, whole] = [index.search(parseQuery('graph')), index.search(parseQuery('graph')).all()];
    expect(whole.length).toBe(700);
    expect([found.slice(0, 100), found.slice(650, 700)]).toEqual([whole.slice(0, 100), whole.slice(650)]);
  });

  it('asks for facts it does not hold', () => {
    const index = createIndex();
    index.put('a', { title: 'One' });
    index.put('b', { title: 'Two' });
    expect([...index.matches(parseQuery('is:read'), (paper, name, value) => paper === 'b' && name === 'is' && value === 'read')]).toEqual(['b']);
  });
});
