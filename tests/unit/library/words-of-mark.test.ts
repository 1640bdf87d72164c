import { describe, expect, it } from 'vitest';
import { wordsOfMark } from '../../../src/library/words-of-mark.ts';

describe('the words of a mark, as they are read and quoted', () => {
  it.each([
    ['the lan-\ntern was lit', 'the lantern was lit'],
    ['the lan\u00ad\ntern and the har\u00adbour', 'the lantern and the harbour'],
    ['the lan‐ \n  tern', 'the lantern'],
    ['a state-of-\nthe-art model', 'a state-of-the-art model'],
    ['the Smith-\nJones lemma', 'the Smith-Jones lemma'],
    ['pages 12-\n14', 'pages 12-14'],
    ['e\ufb03cient \ufb01elds of \ufb02ow', 'efficient fields of flow'],
    ['two\nlines  of\twords ', 'two lines of words'],
    ['x² and ½ stay', 'x² and ½ stay'],
  ])('%j is read as %j', (exact, read) => { expect(wordsOfMark(exact)).toBe(read); });
});
