import { describe, expect, it } from 'vitest';
import { papersCited, papersLike } from '../../../src/library/cited.ts';
import { runCommand } from '../../../src/library/run.ts';
import { emptyLibrary } from '../../../src/library/state.ts';
import { applyAll, steadyContext } from './library-world.ts';

const context = steadyContext();
const state = emptyLibrary();
function add(citationKey: string, family: string, year: number, title: string, more = {}): string {
  const outcome = runCommand(state, 'paper.add', { draft: { item: { type: 'article', title, author: [{ family }], issued: { 'date-parts': [[year]] }, ...more }, citationKey } }, context);
  if (!outcome.ok) throw new Error(outcome.error.message);
  applyAll(state, outcome.value.changes);
  return outcome.value.created[0] ?? '';
}
const deep = add('lecun2015deep', 'LeCun', 2015, 'Deep learning', { DOI: '10.1038/nature14539' });
const attention = add('vaswani2017attention', 'Vaswani', 2017, 'Attention is all you need');
const older = add('lecun1998gradient', 'LeCun', 1998, 'Gradient-based learning applied to document recognition');
add('he2016deep', 'He', 2016, 'Deep residual learning');

describe('the papers that a manuscript means', () => {
  it('are those of its keys and identifiers', () => {
    expect([papersCited(state, { name: 'lecun2015deep' }), papersCited(state, { name: '10.1038/NATURE14539' }), papersCited(state, { name: 'nobody' })]).toEqual([[deep], [deep], []]);
  });
  it('are those that a field describes, where it has no key or another one', () => {
    expect(papersCited(state, { name: 'Vaswani 2017', item: { type: 'article', title: 'Attention Is All You Need', author: [{ family: 'Vaswani' }], issued: { 'date-parts': [[2017]] } } })).toEqual([attention]);
    expect(papersCited(state, { name: 'x', item: { type: 'document' } })).toEqual([]);
  });
});

describe('the papers that a missing key may mean', () => {
  it('have its key but for case, punctuation or a slip', () => {
    for (const key of ['LeCun2015Deep', 'lecun_2015:deep', 'lecun2015deeo', 'lecun2051deep', 'lecn2015deep']) expect(papersLike(state, key)[0], key).toBe(deep);
  });
  it('are by its author, and of its year and title the first', () => {
    expect(papersLike(state, 'vaswani17attention')[0]).toBe(attention);
    expect(papersLike(state, 'lecun98gradient')[0]).toBe(older);
    expect(papersLike(state, 'LeCun2015')[0]).toBe(deep);
  });
  it('are none where nothing is like it', () => {
    for (const key of ['knuth1984texbook', 'zz', '']) expect(papersLike(state, key)).toEqual([]);
  });
});
