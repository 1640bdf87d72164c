import { describe, expect, it } from 'vitest';
import { matching } from '../../../../renderer/actions/matching.ts';

const names = ['Export as BibTeX…', 'Archive', 'Go to Archived', 'Copy BibTeX', 'Mark as read'];
const find = (typed: string): string[] => matching(typed, names, (name) => name);

describe('finding an action by typing', () => {
  it('shows everything, in order, before anything is typed', () => { expect(find('')).toEqual(names); });
  it('puts a name that begins so before one that only has such a word', () => { expect(find('arch')).toEqual(['Archive', 'Go to Archived']); });
  it('takes the words in any order', () => { expect(find('bib exp')[0]).toBe('Export as BibTeX…'); });
  it('takes the first letters of a long name', () => { expect(find('mar')).toContain('Mark as read'); });
  it('finds nothing where the letters are not there', () => { expect(find('qqq')).toEqual([]); });
});
