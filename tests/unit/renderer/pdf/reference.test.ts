import { describe, expect, it } from 'vitest';
import { referenceAt, type Piece } from '../../../../renderer/features/pdf/reference.ts';

/** Lines of 10-point print, 12 points apart from y 700 down, each [x, text]; a letter is 5 points wide. */
const page = (...lines: readonly (readonly [number, string])[]): Piece[] => lines.map(([x, text], at) => ({ text, x, y: 700 - 12 * at, width: 5 * text.length, height: 10 }));

describe('the reference at the end of a link', () => {
  it('goes from its label to the next', () => {
    const pieces = page([50, '[1] A. First. One thing. 1999.'], [50, '[2] B. Second. Another thing, long and hyphen-'], [66, 'ated. Journal, 2000.'], [50, '[3] C. Third.']);
    expect(referenceAt(pieces, 50, 697)).toBe('[2] B. Second. Another thing, long and hyphenated. Journal, 2000.');
  });
  it('goes to the end of its hanging indent where there are no labels', () => {
    const pieces = page([50, 'Adams, A. (1999). One thing'], [60, 'that goes on'], [60, 'and on.'], [50, 'Brown, B. (2000). Another.']);
    expect(referenceAt(pieces, 50, 708)).toBe('Adams, A. (1999). One thing that goes on and on.');
    expect(referenceAt(pieces, 50, 672)).toBe('Brown, B. (2000). Another.');
  });
  it('stays in its column', () => {
    const right = page([310, '[9] R. Right.'], [310, '[10] S. Other.']);
    const left = page([50, '[1] L. Left, a line'], [66, 'and its end.'], [50, '[2] M. Next.']);
    expect(referenceAt([...left, ...right], 50, 708)).toBe('[1] L. Left, a line and its end.');
    expect(referenceAt([...left, ...right], 310, 708)).toBe('[9] R. Right.');
  });
  it('ends at a wider gap', () => {
    const pieces = [...page([50, 'A paragraph'], [50, 'of two lines.']), { text: 'Far below.', x: 50, y: 640, width: 50, height: 10 }];
    expect(referenceAt(pieces, null, 710)).toBe('A paragraph of two lines.');
  });
  it('is nothing where nothing stands', () => {
    expect(referenceAt(page([50, 'x']), 50, 100)).toBe('');
    expect(referenceAt([], null, 100)).toBe('');
  });
});
