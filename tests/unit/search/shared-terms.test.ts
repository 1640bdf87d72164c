import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedTerms } from '../../../src/search/shared-terms.ts';

const words = (texts: string[]): string[][] => sharedTerms(texts).map((terms, at) => terms.map(({ start, end }) => texts[at]?.slice(start, end) ?? ''));

describe('the terms that abstracts share', () => {
  it('are the words that say something, not those that any text has', () => {
    expect(words(['We propose a sparse transformer for protein folding.', 'In this paper the transformer is used without folding layers.'])).toEqual([['transformer', 'folding'], ['transformer', 'folding']]);
  });
  it('are found in singular and plural, with capitals and accents', () => {
    expect(words(['Networks and Theories of naïve search', 'a network, one theory, Naive'])).toEqual([['Networks', 'Theories', 'naïve'], ['network', 'theory', 'Naive']]);
  });
  it('leave out numbers and single letters, and keep short names in capitals', () => {
    expect(words(['RL beats x by 42', 'for x, 42 runs of RL'])).toEqual([['RL'], ['RL']]);
  });
  it('are found in scripts without spaces', () => {
    expect(words(['神经网络的训练', '训练大型神经网络'])[0]).toContain('训练');
  });
  it('say how many of the texts have them', () => {
    expect(sharedTerms(['attention graph', 'attention', 'attention graph'])[0]?.map((term) => term.in)).toEqual([3, 2]);
  });
  it('are none in one text alone', () => { expect(words(['sparse sparse attention'])).toEqual([[]]); });
  it('lie in order, apart, inside their text, and every one is in another text too', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 2, maxLength: 4 }), (texts) => {
      sharedTerms(texts).forEach((terms, at) => {
        let last = 0;
        for (const { start, end, in: count } of terms) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(texts[at]?.length ?? 0);
          expect(count).toBeGreaterThan(1);
          last = end;
        }
      });
    }));
  });
});
