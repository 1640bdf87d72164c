import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../../src/library/notes/mentions.ts';
import { renameInNote } from '../../../../src/library/notes/rename.ts';

const keys = (markdown: string): string[] => mentionsIn(markdown).map(({ key }) => key);

describe('the papers a note names', () => {
  it.each([
    ['See [[dao2022]] and [[ roy2021|Roy’s paper ]].', ['dao2022', 'roy2021']],
    ['[@dao2022, p. 4; see also -@roy2021 and @li_2020:a]', ['dao2022', 'roy2021', 'li_2020:a']],
    ['As @dao2022. Or @{10.1/x(y)}, says @roy2021, too.', ['dao2022', '10.1/x(y)', 'roy2021']],
    ['[*](sheaf://open/m%C3%BCller2020/01ARZ3NDEKTSV4RRFFQ69G5FAV)', ['müller2020']],
    ['ask ada@example.org or ssh://git@host', []],
    ['`[[no]]` and\n\n```\n@no [[no]]\n```\n[[yes]]', ['yes']],
    ['```\n[[no]] unclosed', []],
    ['[[a@b]]', ['a@b']],
    ['[[]] [[\n]] @ @- [@]', []],
  ])('%j names %j', (markdown, named) => expect(keys(markdown)).toEqual(named));

  it('says where each key is', () => fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
    const text = `${before.replace(/[`~]/g, '')} [[dao2022]] ${after.replace(/[`~]/g, '')}`;
    for (const { key, from, to, as } of mentionsIn(text)) if (as !== 'link') expect(text.slice(from, to)).toBe(key);
    expect(keys(text)).toContain('dao2022');
  })));

  it('reads a long note in a time that grows with its length', () => {
    for (const part of ['[[', '@', '`', 'a@', '@a.', '[@', 'sheaf://open/']) expect(mentionsIn(part.repeat(40_000)).length).toBeGreaterThanOrEqual(0);
  });
});

describe('a note after a citation key was changed', () => {
  it('follows in every form', () => {
    const note = 'See [[old|Old]], [@old, p. 4; -@other], @old. [*](sheaf://open/old/01ARZ3NDEKTSV4RRFFQ69G5FAV) older old `@old`';
    expect(renameInNote(note, 'old', 'new:1')).toBe('See [[new:1|Old]], [@new:1, p. 4; -@other], @new:1. [*](sheaf://open/new%3A1/01ARZ3NDEKTSV4RRFFQ69G5FAV) older old `@old`');
  });
  it('puts a key in braces where it could not stand alone', () => {
    expect(renameInNote('[@old] [[old]]', 'old', 'a(b)')).toBe('[@{a(b)}] [[a(b)]]');
    expect(renameInNote('[@{a(b)}]', 'a(b)', 'new')).toBe('[@new]');
    expect(renameInNote('[@{a(b)}s] [@{plain}]', 'a(b)', 'new')).toBe('[@{new}s] [@{plain}]');
    expect(renameInNote('@{plain}', 'plain', 'new')).toBe('@{new}');
  });
  it('leaves a note alone that does not name it', () => expect(renameInNote('[[older]] @old2', 'old', 'new')).toBe('[[older]] @old2'));

  const key = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
  const anyKey = fc.oneof(key, fc.stringMatching(/^[a-z][a-z0-9:(),;'&]{1,8}$/));
  it('renamed to a key of any letters and back is as it was, byte for byte', () => fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('and', 'see', '. '), key.map((one) => `@${one}`), key.map((one) => `[[${one}]]`), key.map((one) => `[x](sheaf://open/${one}/01ARZ3NDEKTSV4RRFFQ69G5FAV)`))).map((parts) => parts.join(' ')), key, anyKey, (note, from, to) => {
    fc.pre(!keys(note).includes(to));
    expect(renameInNote(renameInNote(note, from, to), to, from)).toBe(note);
  })));

  const part = fc.oneof(fc.string(), key.map((one) => `[[${one}]]`), key.map((one) => `[@${one}, p. 3]`), key.map((one) => `@${one} `), key.map((one) => `sheaf://open/${one}`));
  it('renamed there and back is as it was', () => fc.assert(fc.property(fc.array(part).map((parts) => parts.join(' ')), key, key, (note, from, to) => {
    fc.pre(!keys(note).includes(to));
    expect(renameInNote(renameInNote(note, from, to), to, from)).toBe(note);
  })));
});
