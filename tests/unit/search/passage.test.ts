import { expect, it } from 'vitest';
import { passageOf, wantedWords } from '../../../src/search/passage.ts';
import { parseQuery } from '../../../src/search/query.ts';

const TEXT = `${'Long ago people trained dense networks. '.repeat(4)}We study sparse Müller networks, and show that SPARSE training holds.`;
const marked = (query: string): string[] | null => {
  const wanted = wantedWords(parseQuery(query));
  const passage = wanted === null ? null : passageOf(TEXT, wanted);
  return passage === null ? null : passage.marks.map(([from, to]) => passage.text.slice(from, to));
};

it('shows the words where they stand, whatever their case and accents', () => {
  expect(marked('sparse ')).toEqual(['sparse', 'SPARSE']);
  expect(marked('muller ')).toEqual(['Müller']);
});
it('takes the last word as a beginning while it is typed', () => {
  expect(marked('spar')).toEqual(['sparse', 'SPARSE']);
  expect(marked('spar ')).toBeNull();
});
it('marks nothing for what is left out or looked for elsewhere', () => {
  expect(marked('-sparse author:dense')).toBeNull();
  expect(marked('is:read')).toBeNull();
});
