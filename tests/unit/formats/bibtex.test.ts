import { isDeepStrictEqual } from 'node:util';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNames, writeNames } from '../../../src/formats/bibtex/names.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import { textToTex } from '../../../src/formats/bibtex/tex/write-tex.ts';
import { writeBibtex } from '../../../src/formats/bibtex/write.ts';
import type { Draft, Outgoing } from '../../../src/formats/format.ts';

const outgoing = (draft: Draft): Outgoing => ({ id: 'x', citationKey: draft.citationKey ?? 'x', item: draft.item, tags: draft.tags ?? [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}), ...(draft.notes ? { notes: draft.notes } : {}), ...(draft.files ? { files: draft.files } : {}) });
const one = (source: string): Draft => readBibtex(source).drafts[0] ?? { item: { type: 'document' } };

describe('reading BibTeX', () => {
  it('reads names with particles, suffixes and institutions', () => {
    expect(one('@article{k, author = {Ludwig van Beethoven and {World Health Organization} and King, Jr, Martin Luther and {\\L}ukasz Kaiser}}').item.author).toEqual([
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }, { literal: 'World Health Organization' }, { family: 'King', suffix: 'Jr', given: 'Martin Luther' }, { family: 'Kaiser', given: 'Łukasz' },
    ]);
  });
  it('carries out @string and #, and knows months', () => {
    const { item } = one('@string{j = "Journal of "}\n@article{k, journal = j # {Things}, year = 1999, month = mar # "~12"}');
    expect(item).toMatchObject({ 'container-title': 'Journal of Things', issued: { 'date-parts': [[1999, 3, 12]] } });
  });
  it('takes of a broken entry what can be read, says where it broke, and takes the rest', () => {
    const { drafts, problems } = readBibtex('@article{a, title = {One}}\n\n@article{b, title = {Two\n\n@article{c, title = {Three}}\n');
    expect(drafts.map(({ citationKey }) => citationKey)).toEqual(['a', 'b', 'c']);
    expect(drafts[1]?.item.title).toBe('Two');
    expect(problems).toMatchObject([{ severity: 'error', line: 3, entry: 'b', message: 'A brace is not closed.', text: 'title = {Two' }]);
  });
  it('has no volume that is within itself, and gives its parts its name', () => {
    const source = '@inproceedings{a,\n  title = {A},\n  crossref = {p}\n}\n\n@proceedings{p,\n  title = {Proceedings of XYZ},\n  booktitle = {Proceedings of XYZ}\n}\n';
    const { drafts } = readBibtex(source);
    expect(drafts.map(({ item }) => item['container-title'])).toEqual(['Proceedings of XYZ', undefined]);
    expect(writeBibtex(drafts.map(outgoing)).text).toBe(source);
  });
  it('parts people at semicolons where nobody is joined by and', () => {
    expect(parseNames('Baklouti, F.; Huang, S. C. ; Marchesi, V.')).toEqual([{ family: 'Baklouti', given: 'F.' }, { family: 'Huang', given: 'S. C.' }, { family: 'Marchesi', given: 'V.' }]);
    expect(parseNames('{Smith; Sons} and Doe, J.')).toEqual([{ literal: 'Smith; Sons' }, { family: 'Doe', given: 'J.' }]);
    expect(parseNames('{Smith; Sons}')).toEqual([{ literal: 'Smith; Sons' }]);
    expect(parseNames('M&uuml; ller, A.')).toHaveLength(1);
    expect(parseNames(writeNames([{ family: 'A; B', given: 'C; D' }]))).toEqual([{ family: 'A; B', given: 'C; D' }]);
  });
  it('takes options in lists of names for no people, and single names from xdata', () => {
    expect(one('@book{k, author = {useprefix=true and Doe, Jane and xdata=x-author-2}}\n@xdata{x, author = {A, B and Smith, Simon}}').item.author).toEqual([{ family: 'Doe', given: 'Jane' }, { family: 'Smith', given: 'Simon' }]);
  });
  it('finds parents by their other keys', () => {
    expect(one('@book{a, title = {T}, xdata = {other}}\n@xdata{x, ids = {first, other}, date = {2001}}').item.issued).toEqual({ 'date-parts': [[2001]] });
  });
  it.each([['date = {Jun 01}, year = {2018}', [2018, 6, 1]], ['date = {Mar}, year = {1937}', [1937, 3]], ['date = {१९८७-०१-१५}', [1987, 1, 15]], ['date = {٢٠٠١}', [2001]]])('reads %s', (fields, parts) => {
    expect(one(`@book{k, ${fields}}`).item.issued).toEqual({ 'date-parts': [parts] });
  });
  it('knows languages by the names that babel gives them', () => {
    expect(one('@book{k, langid = {ngerman}}').item.language).toBe('de');
    expect(one('@book{k, language = {Old High Martian}}').item.language).toBe('Old High Martian');
  });
  it('keeps a long abstract once where it is written again as it came', () => {
    const source = `@book{k,\n  abstract = {${'Fish \\& chips cost 50\\%. '.repeat(20).trim()}}\n}\n`;
    const draft = one(source);
    expect(draft.verbatim?.fields['abstract']).toBe('');
    expect(writeBibtex([outgoing(draft)]).text).toBe(source);
  });
  it('takes from a crossref what the entry lacks', () => {
    expect(one('@inproceedings{a, title={P}, crossref={b}}\n@proceedings{b, title={Proc}, year=2001}').item).toMatchObject({ title: 'P', 'container-title': 'Proc', issued: { 'date-parts': [[2001]] } });
  });
  it.each([['G{\\"o}del', 'Gödel'], ["Pi{\\'e}rre~X", 'Pi\u00e9rre\u00a0X'], ['{\\"\\i}', 'ï'], ['\\v{S}koda \\& Co', 'Škoda & Co'], ['The {TeX}book', 'The TeXbook'], ['$O(n^2)$ steps', '$O(n^2)$ steps'], ['a---b', 'a—b'], ['\\emph{E. coli}', '<i>E. coli</i>'], ['{\\o}re', 'øre'], ['5\\% \\{x\\}', '5% {x}']])('%s reads %s', (tex, text) => { expect(texToText(tex)).toBe(text); });
});

describe('writing BibTeX', () => {
  it('gives back what it read, field by field, while nothing changed', () => {
    const source = '@inproceedings{key,\n  author = {Doe, J{\\"o}rg},\n  title = {The {GPU} way},\n  booktitle = {Proc.},\n  year = {2001},\n  month = jun,\n  annote = {mine \\& yours},\n  keywords = {a, b}\n}\n';
    expect(writeBibtex([outgoing(one(source))]).text).toBe(source);
  });
  it('writes a changed value and leaves the others', () => {
    const draft = one('@article{key, title = {The {GPU} way}, journal = {J}, odd = {kept}}');
    const { text } = writeBibtex([outgoing({ ...draft, item: { ...draft.item, title: 'Another & way' } })]);
    expect(text).toContain('title = {Another \\& way}');
    expect(text).toContain('odd = {kept}');
  });
  it('writes arXiv papers as arXiv says', () => {
    const { text } = writeBibtex([{ id: 'x', citationKey: 'k', item: { type: 'article', title: 'T', number: 'arXiv:2303.10464' }, tags: [] }]);
    expect(text).toContain('eprint = {2303.10464}');
    expect(text).toContain('eprinttype = {arxiv}');
  });
});

describe('laws', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÿ0-9&%#_]{1,8}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
  const person = fc.record({ family: fc.stringMatching(/^[A-Z][a-zà-ÿ]{1,8}$/), given: fc.stringMatching(/^[A-Z][a-z]{1,8}$/) });
  const item = fc.record({ type: fc.constantFrom('article-journal' as const, 'paper-conference' as const, 'book' as const, 'chapter' as const, 'thesis' as const), title: words, author: fc.array(person, { minLength: 1, maxLength: 4 }), 'container-title': words, publisher: words, volume: fc.integer({ min: 1, max: 99 }).map(String), page: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 999 })).map(([a, b]) => `${a}-${b}`), issued: fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => ({ 'date-parts': [[year, month]] })), abstract: words });
  it('write then read is the identity', () => {
    fc.assert(fc.property(item, (value) => { expect(one(writeBibtex([{ id: 'x', citationKey: 'k', item: value, tags: [] }]).text).item).toEqual(value); }));
  });
  it('escaping then showing is the identity', () => { fc.assert(fc.property(words, (text) => { expect(texToText(textToTex(text))).toBe(text); })); });
  it('never throws, whatever it is given', () => { fc.assert(fc.property(fc.array(fc.constantFrom('@', 'article', '{', '}', '"', ',', '=', 'k', '#', '\\', ' ', '\n', '(', ')', '$', '%')).map((all) => all.join('')), (text) => { readBibtex(text); })); });
});

const LARGE = new URL('../../../../shared/conformance/bib-large/', import.meta.url);
describe.skipIf(!existsSync(LARGE))('large real files (skipped where ../shared is not there)', () => {
  it.each([['tugboat.bib', 3644], ['socbib.bib', 2663]])('%s comes in whole and goes out again with nothing dropped', (name, count) => {
    const source = readFileSync(new URL(name, LARGE), 'latin1');
    const first = readBibtex(source);
    expect(first.drafts.length).toBe(count);
    expect(first.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const again = readBibtex(writeBibtex(first.drafts.map(outgoing)).text);
    const places = (drafts: Draft[]): Map<string, Draft> => { const seen = new Map<string, Draft>(); for (const draft of drafts) { let place = 0; while (seen.has(`${draft.citationKey ?? ''} ${place}`)) place++; seen.set(`${draft.citationKey ?? ''} ${place}`, draft); } return seen; };
    const back = places(again.drafts);
    const lost = [...places(first.drafts)].flatMap(([key, { verbatim }]) => Object.entries(verbatim?.fields ?? {}).filter(([field, value]) => !/^[@#]/.test(field) && back.get(key)?.verbatim?.fields[field] !== value).map(([field]) => `${key}: ${field}`));
    expect(lost).toEqual([]);
    // In a library every key is one paper's.
    const single = new Map(readBibtex(writeBibtex(first.drafts.map((draft, index) => ({ ...outgoing(draft), citationKey: `k${String(index)}` }))).text).drafts.map((draft) => [draft.citationKey, draft.item]));
    expect(first.drafts.filter(({ item }, index) => !isDeepStrictEqual(single.get(`k${String(index)}`), item)).map(({ citationKey }) => citationKey)).toEqual([]);
  });
});

describe('what people write', () => {
  it('guards capitals inside a word of a title, and takes the guard away again', () => {
    const { text } = writeBibtex([{ id: 'x', citationKey: 'k', item: { type: 'book', title: 'SPDF: Training GPT-3 on arXiv with $O(N)$' }, tags: [] }]);
    expect(text).toContain('title = {{SPDF}: Training {GPT}-3 on {arXiv} with $O(N)$}');
    expect(one(text).item.title).toBe('SPDF: Training GPT-3 on arXiv with $O(N)$');
  });
  it('keeps what stood in the file when a library orders keys and tags its own way', () => {
    const draft = one('@article{k, author = {Jane van Doe}, keywords = {b, a}}');
    const { text } = writeBibtex([{ ...outgoing(draft), item: { type: 'article-journal', author: [{ given: 'Jane', 'non-dropping-particle': 'van', family: 'Doe' }] }, tags: ['a', 'b'] }]);
    expect(text).toContain('author = {Jane van Doe}');
    expect(text).toContain('keywords = {b, a}');
  });
  it('reads BibLaTeX: subtitles, extended names, seasons, the day of a visit', () => {
    expect(one('@online{k, author = {family=Doe, given=Jane, prefix=van}, title = {T}, subtitle = {S}, date = {2001-21}, urldate = {2020-01-02}}').item).toMatchObject({
      title: 'T: S', author: [{ family: 'Doe', given: 'Jane', 'non-dropping-particle': 'van' }], issued: { 'date-parts': [[2001]], season: 1 }, accessed: { 'date-parts': [[2020, 1, 2]] },
    });
  });
  it('drops a subtitle with the title it belonged to', () => {
    const draft = one('@book{k, title = {T}, subtitle = {S}}');
    expect(writeBibtex([outgoing({ ...draft, item: { ...draft.item, title: 'New' } })]).text).not.toContain('{S}');
  });
  it('reads JabRef’s tree of groups', () => {
    const { drafts, leftOut } = readBibtex('@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Outer\\;0\\;1\\;\\;\\;\\;;\n2 StaticGroup:Inner\\;0\\;1\\;\\;\\;\\;;\n}\n@book{k, title={T}, groups={Inner}}');
    expect(drafts[0]?.collections).toEqual([['Outer', 'Inner']]);
    expect(leftOut).toEqual([]);
  });
  it('looks at each character a bounded number of times, also in a file of broken entries', () => {
    const { problems } = readBibtex('@article{a, title = {x\n\n'.repeat(20_000));
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(20_000);
  });
});

describe('dates', () => {
  it.each([
    ['date = {1034~}', { 'date-parts': [[1034]], circa: true }], ['date = {2003-21}', { 'date-parts': [[2003]], season: 1 }], ['date = {199X}', { 'date-parts': [[1990], [1999]] }], ['date = {-0379-02}', { 'date-parts': [[-380, 2]] }], ['date = {y17000002}', { 'date-parts': [[17000002]] }],
    ['date = {1996-12-10/1996-12-12}', { 'date-parts': [[1996, 12, 10], [1996, 12, 12]] }], ['date = {1034/}', { 'date-parts': [[1034], [0]] }], ['date = {2001-01-03T15:00:00}', { 'date-parts': [[2001, 1, 3]] }], ['year = 1999, month = mar # "~12"', { 'date-parts': [[1999, 3, 12]] }],
    ['year = {1999}, month = {Spring}', { 'date-parts': [[1999]], season: 1 }], ['year = {c. 1450}', { 'date-parts': [[1450]], circa: true }], ['year = {in press}', { literal: 'in press' }], ['year = 2001, month = {jan/feb}', { 'date-parts': [[2001, 1], [2001, 2]] }],
  ])('%s', (field, expected) => { expect(one(`@misc{k, ${field}}`).item.issued).toEqual(expected); });
});

describe('what stands around entries', () => {
  const file = '@string{j = "Journal of "}\n\n@preamble{"\\newcommand{\\acme}{ACME}"}\n\n@comment{said before}\n\n@article{a,\n  journal = j # {Things},\n  title = {By \\acme{} itself}\n}\n';
  it('is written again, strings as strings', () => { expect(writeBibtex([outgoing(one(file))]).text).toBe(file); });
  it('gives macros their meaning', () => { expect(one(file).item.title).toBe('By ACME itself'); });
  it('brings xdata along with the entry that uses it', () => {
    const text = writeBibtex([outgoing(one('@xdata{x, publisher = {P}}\n@book{b, title = {T}, xdata = {x}}'))]).text;
    expect(text).toContain('@xdata{x, publisher = {P}}');
    expect(one(text).item.publisher).toBe('P');
  });
});

describe('the case of titles', () => {
  it.each([
    ['On {Gauss} and {GPU}s', 'On <span class="nocase">Gauss</span> and GPUs'], ['{Everything is Guarded}', 'Everything is Guarded'], ['{E}rd{\\H o}s numbers', 'Erdős numbers'], ['Vitamin {C}', 'Vitamin <span class="nocase">C</span>'],
  ])('%s', (tex, text) => { expect(one(`@book{k, title = {${tex}}}`).item.title).toBe(text); });
  it('is guarded again when it is written', () => { expect(writeBibtex([{ id: '', citationKey: 'k', item: { type: 'book', title: 'On <span class="nocase">Gauss</span> & co' }, tags: [] }]).text).toContain('title = {On {Gauss} \\& co}'); });
});

describe('BibLaTeX', () => {
  it('is written with its own names of fields and types', () => {
    const { text } = writeBibtex([{ id: '', citationKey: 'k', item: { type: 'report', title: 'T', 'container-title': 'J', 'publisher-place': 'Rome', issued: { 'date-parts': [[2001, 3], [2001, 4]] } }, tags: [] }], { dialect: 'biblatex' });
    expect(text).toBe('@report{k,\n  title = {T},\n  journaltitle = {J},\n  location = {Rome},\n  date = {2001-03/2001-04}\n}\n');
  });
  it('is written in ASCII where that is chosen', () => {
    expect(writeBibtex([{ id: '', citationKey: 'k', item: { type: 'book', title: 'Gödel – straße' }, tags: [] }], { ascii: true }).text).toContain('title = {G{\\"{o}}del -- stra{\\ss}e}');
  });
});
