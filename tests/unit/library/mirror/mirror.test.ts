import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decide } from '../../../../src/library/mirror/decide.ts';
import { fileOf, levelled, partsOf, valueIn } from '../../../../src/library/mirror/front-matter.ts';
import { freeName, stemOf } from '../../../../src/library/mirror/names.ts';
import { dashed, tagEdits, tagsIn } from '../../../../src/library/mirror/tags.ts';

describe('a mirrored file', () => {
  const own = { title: 'On "Weaving": a study', authors: ['Ada Lovelace'], year: 1843, 'sheaf-note': '01ARZ3NDEKTSV4RRFFQ69G5FAV' };

  it('has front matter that YAML readers understand, and gives the note back', () => {
    const file = fileOf(own, null, '# Claims\n\n---\n\nend');
    expect(parse(/^---\n([\s\S]*?)\n---/.exec(file)?.[1] ?? '')).toEqual(own);
    expect(partsOf(file).body).toBe('# Claims\n\n---\n\nend');
    expect(valueIn(partsOf(file).head, 'sheaf-note')).toBe(own['sheaf-note']);
  });
  it('keeps what somebody else put into its front matter, and takes its own lines anew', () => {
    const edited = '---\naliases:\n  - Weaving\ntitle: old\nauthors:\n- nobody\ncssclass: wide\n---\ntext';
    expect(fileOf(own, partsOf(edited).head, 'text')).toBe(`---\ntitle: "On \\"Weaving\\": a study"\nauthors: ["Ada Lovelace"]\nyear: 1843\nsheaf-note: "${own['sheaf-note']}"\naliases:\n  - Weaving\ncssclass: wide\n---\n\ntext\n`);
  });
  it('is read with any line ends, and with none or an empty head', () => {
    expect(partsOf('\uFEFF---\r\na: b\r\n---\r\n\r\nx\r\ny\r\n')).toEqual({ head: ['a: b'], body: 'x\ny' });
    expect(partsOf('---\n---\nx')).toEqual({ head: [], body: 'x' });
    expect(partsOf('--- no\nx')).toEqual({ head: null, body: '--- no\nx' });
  });
  it('gives back any note as it was, but for empty lines around it', () => fc.assert(fc.property(fc.string({ unit: fc.constantFrom('-', '\n', 'a', ' ', ':', '---\n', '"') }), (note) => {
    expect(levelled(partsOf(fileOf(own, null, note)).body)).toBe(levelled(note));
  })));
});

describe('tags in a head', () => {
  it.each([
    [['tags: ["a", "b c"]'], ['a', 'b-c']], [['tags: [a, b]'], ['a', 'b']], [['tags: a, b'], ['a', 'b']], [['tags: one'], ['one']], [['tags:', '  - a', '  - "b"', 'x: 1'], ['a', 'b']],
    [['tags:', '- a', "- 'it''s'"], ['a', "it's"]], [['tags: [', '  a,', '  b', ']', 'x: [c]'], ['a', 'b']], [['tags: []'], []], [['tags:', 'x: 1'], []], [['tags: ["#a", "A", "\\u00e9"]'], ['A', 'é']], [['x: 1'], null], [['taggs: a'], null], [null, null],
  ])('%j are %j', (head, tags) => expect(tagsIn(head)).toEqual(tags));
  it('are read as they were written', () => fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '"', "'", ',', '[', ']', '\\', 'é', '/', ':', '-', '#', ' ', '~'), minLength: 1 }).filter((tag) => dashed(tag) !== ''), { selector: (tag) => dashed(tag).toLowerCase() }), (names) => {
    const tags = names.map(dashed);
    const { head } = partsOf(fileOf({ title: 'x', tags, doi: 'y' }, null, 'text'));
    expect(tagsIn(head)).toEqual(tags);
    expect(tagEdits(tags, head)).toEqual({ add: [], remove: [] });
  })));
});

describe('what is done about a note', () => {
  const text = fc.option(fc.constantFrom('a', 'b', 'c'));
  it.each([
    ['a', 'a', 'a', 'same'], ['a', 'b', 'b', 'same'], ['a', 'b', 'a', 'write'], ['a', 'a', 'b', 'take'], ['a', 'b', 'c', 'both'], [null, 'a', 'b', 'both'],
    [null, 'a', null, 'write'], ['a', 'a', null, 'leave'], ['a', 'b', null, 'write'], ['a', null, 'a', 'remove'], ['a', null, 'b', 'revive'], ['a', null, null, 'forget'],
  ] as const)('was %s, is %s in the library and %s in the folder: %s', (base, library, file, decision) => expect(decide(base, library, file)).toBe(decision));
  it('never lets go of a text that only one side has', () => fc.assert(fc.property(text, text, text, (base, library, file) => {
    const decision = decide(base, library, file);
    if (['write', 'remove'].includes(decision) && file !== null) expect(file).toBe(base);
    if (decision === 'take') expect(library).toBe(base);
    if (decision === 'same' || decision === 'leave') expect(file ?? base).toBe(library);
  })));
});

describe('names of files', () => {
  it('are free on any disk', () => {
    expect(stemOf('a/b:c*')).toBe('a_b_c_');
    expect(stemOf('..')).toBe('note');
    expect(stemOf('CON')).toBe('CON_');
    expect(freeName('Key', new Set(['key.md', 'key-2.md']))).toBe('Key-3.md');
  });
});
