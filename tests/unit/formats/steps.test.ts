import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished, pieceByPiece, sortedInSteps } from '../../../src/formats/steps.ts';

describe('sorting in steps', () => {
  const ones = fc.array(fc.record({ by: fc.nat({ max: 40 }), at: fc.nat() }), { maxLength: 4000 });
  const compare = (a: { by: number }, b: { by: number }): number => a.by - b.by;

  it('gives what sorting at once gives, equal ones in their order', () => {
    fc.assert(fc.property(ones, (all) => { expect(finished(sortedInSteps(all, compare))).toEqual([...all].sort(compare)); }));
  });

  it('pauses the more often the more there is', () => {
    const pauses = (count: number): number => [...sortedInSteps(Array.from({ length: count }, (_, n) => ({ by: (n * 7919) % count })), compare)].length;
    expect(pauses(10)).toBe(1);
    expect(pauses(20_000)).toBeGreaterThan(100);
  });
});

it('texts written in steps are joined as at once', () => {
  fc.assert(fc.property(fc.array(fc.string(), { maxLength: 90 }), fc.string(), (texts, between) => {
    const papers = texts.map((text, n) => ({ id: String(n), citationKey: text, item: { type: 'book' as const }, tags: [] }));
    expect(finished(pieceByPiece(papers, ({ citationKey }, index) => `${String(index)}${citationKey}`, { before: '<', between, after: '>' })).text).toBe(`<${texts.map((text, n) => `${String(n)}${text}`).join(between)}>`);
  }));
});
