import { describe, expect, it } from 'vitest';
import { fits, NO_FILTER } from '../../../renderer/features/pdf/mark-filter.ts';

const mark = { colour: 'green', kind: 'highlight', tags: ['A'], selector: { exact: 'The Größe of\nthings', prefix: '', suffix: '', start: 0, end: 0 }, comment: 'Remember the quay' } as const;
const one = { ...mark, tags: [...mark.tags] };

describe('marks beside a PDF', () => {
  it('are all listed while nothing narrows them', () => { expect(fits(one, NO_FILTER)).toBe(true); });
  it.each(['quay', 'GROSSE'.toLowerCase().replace('ss', 'ß'), 'größe things', 'of things quay', ''])('are found by their words and comments: %s', (words) => { expect(fits(one, { ...NO_FILTER, words })).toBe(true); });
  it('are left out where a word is missing, or colour, kind or tag is another', () => {
    expect(fits(one, { ...NO_FILTER, words: 'quay lantern' })).toBe(false);
    expect(fits(one, { ...NO_FILTER, colour: 'blue' })).toBe(false);
    expect(fits(one, { ...NO_FILTER, kind: 'note' })).toBe(false);
    expect(fits(one, { ...NO_FILTER, tag: 'B' })).toBe(false);
    expect(fits(one, { words: 'größe', colour: 'green', kind: 'highlight', tag: 'A' })).toBe(true);
  });
});
