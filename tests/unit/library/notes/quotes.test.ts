import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../../src/library/notes/quotes.ts';
import type { Annotation } from '../../../../src/model/annotation.ts';

const mark: Annotation = {
  id: 'm1', paper: 'p1', target: { type: 'pdf', attachment: 'a1', page: 4, quads: [] }, selector: { exact: '', prefix: '', suffix: '', start: 0, end: 0 },
  kind: 'area', colour: 'yellow', comment: 'The main result', tags: [], added: '2026-01-01T00:00:00.000Z', changed: '2026-01-01T00:00:00.000Z',
};

describe('a mark quoted in a note', () => {
  it('is cited by the page as it is printed, its words as they are read', () => {
    const words = { ...mark, kind: 'highlight' as const, comment: '', selector: { ...mark.selector, exact: 'the lan-\ntern was \ufb01tted' } };
    expect(quoteOf({ ...words, target: { type: 'pdf', attachment: 'a1', page: 4, label: '348', quads: [] } }, 'he2016')).toBe('> the lantern was fitted [@he2016, p. 348] [↗](sheaf://open/he2016/m1)');
  });


  it('shows what an area was drawn around, with its source and comment', () => {
    const image = `files/images/${'0'.repeat(32)}.png`;
    expect(quoteOf({ ...mark, image }, 'he2016')).toBe(`![](${image})\n\n[@he2016, p. 4] [↗](sheaf://open/he2016/m1)\n\nThe main result`);
    expect(quoteOf(mark, 'he2016')).toBe('[@he2016, p. 4] [↗](sheaf://open/he2016/m1)\n\nThe main result');
  });
});
