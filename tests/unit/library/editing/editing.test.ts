import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceCase, titleCase, titleInCapitals } from '../../../../src/library/editing/case.ts';
import { checkItem, isOrcid } from '../../../../src/library/editing/checks.ts';
import { creatorText, readCreators, swapped } from '../../../../src/library/editing/creators.ts';
import { dateInWords, dateText, readDate } from '../../../../src/library/editing/dates.ts';
import { moreFields, shownFields } from '../../../../src/model/field-sets.ts';
import type { CslItem } from '../../../../src/model/csl.ts';
import { CSL_TYPES } from '../../../../src/model/csl.ts';
import { EDITABLE_VARIABLES } from '../../../../src/model/variables.ts';

const year = fc.integer({ min: 1, max: 9999 });
const day = fc.oneof(year.map((y) => [y]), fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => [y, m]), fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })));
const circa = fc.constantFrom({}, { circa: true });

describe('a date', () => {
  it('written and read again is the same', () => {
    fc.assert(fc.property(fc.oneof(fc.tuple(day), fc.tuple(day, day)), circa, (parts, mark) => {
      const date = { 'date-parts': parts, ...mark };
      expect(readDate(dateText(date))).toEqual(date);
    }));
    fc.assert(fc.property(year, fc.integer({ min: 1, max: 4 }), circa, (y, season, mark) => {
      const date = { 'date-parts': [[y]], season, ...mark };
      expect(readDate(dateText(date))).toEqual(date);
    }));
  });

  it.each([
    ['March 2021', { 'date-parts': [[2021, 3]] }], ['12 March 2021', { 'date-parts': [[2021, 3, 12]] }], ['March 12, 2021', { 'date-parts': [[2021, 3, 12]] }],
    ['2020-03/2020-05', { 'date-parts': [[2020, 3], [2020, 5]] }], ['March to May 2020', { 'date-parts': [[2020, 3], [2020, 5]] }], ['12 March – 3 May 2020', { 'date-parts': [[2020, 3, 12], [2020, 5, 3]] }],
    ['c. 1850', { 'date-parts': [[1850]], circa: true }], ['1850~', { 'date-parts': [[1850]], circa: true }], ['1850?', { 'date-parts': [[1850]], circa: true }],
    ['Spring 2020', { 'date-parts': [[2020]], season: 1 }], ['2020-21', { 'date-parts': [[2020]], season: 1 }], ['-0043', { 'date-parts': [[-44]] }],
    ['2001-2003', { 'date-parts': [[2001], [2003]] }], ['3-5 May 2020', { 'date-parts': [[2020, 5, 3], [2020, 5, 5]] }], ['May 3–5, 2020', { 'date-parts': [[2020, 5, 3], [2020, 5, 5]] }], ['May 3-5, 2020', { 'date-parts': [[2020, 5, 3], [2020, 5, 5]] }],
    ['May-July 2020', { 'date-parts': [[2020, 5], [2020, 7]] }], ['2001-03', { 'date-parts': [[2001, 3]] }], ['pre-2000', { literal: 'pre-2000' }], ['Mid-May 2020', { literal: 'Mid-May 2020' }], ['in-press 2020', { literal: 'in-press 2020' }],
    ['in press', { literal: 'in press' }], ['2021-02-30', { literal: '2021-02-30' }],
  ])('typed as %s is understood', (text, date) => { expect(readDate(text)).toEqual(date); });

  it('reads in the words of the locale', () => {
    const words = { circa: (date: string) => `about ${date}`, season: (season: number, y: string) => `s${String(season)} ${y}`, since: (date: string) => `${date}–` };
    expect(dateInWords({ 'date-parts': [[2020, 3], [2020, 5, 2]] }, 'en', words)).toBe('March 2020 – May 2, 2020');
    expect(dateInWords({ 'date-parts': [[2020, 3]] }, 'de', words)).toBe('März 2020');
    expect(dateInWords({ 'date-parts': [[2015, 21], [2016, 22]] }, 'en', words)).toBe(`${words.season(1, '2015')} – ${words.season(2, '2016')}`);
    expect(dateInWords({ 'date-parts': [[1850]], circa: true }, 'en', words)).toBe('about 1850');
  });
});

describe('creators', () => {
  it.each([
    ['LeCun, Yann and Bengio, Yoshua', [{ family: 'LeCun', given: 'Yann' }, { family: 'Bengio', given: 'Yoshua' }]],
    ['Ludwig van Beethoven; {World Health Organization and Others}', [{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }, { literal: 'World Health Organization and Others' }]],
    ['King, Jr., Martin Luther', [{ family: 'King', suffix: 'Jr.', given: 'Martin Luther' }]],
    ["de la Cruz, Ana\nO'Brien, Sinéad", [{ family: 'Cruz', given: 'Ana', 'non-dropping-particle': 'de la' }, { family: "O'Brien", given: 'Sinéad' }]],
    ['Plato', [{ family: 'Plato' }]], ['Smith, J. and others', [{ family: 'Smith', given: 'J.' }]], [' ; and ', []],
  ])('pasted as %j are split', (text, names) => { expect(readCreators(text)).toEqual(names); });

  it('written and read again are the same', () => {
    const word = fc.stringMatching(/^[A-Z][a-zé]{2,8}$/);
    const person = fc.record({ family: word, given: word, 'non-dropping-particle': fc.constantFrom('van', 'de la'), suffix: fc.constantFrom('Jr.', 'III') }, { requiredKeys: ['family', 'given'] });
    fc.assert(fc.property(fc.array(fc.oneof(person, fc.record({ literal: fc.stringMatching(/^[A-Z][a-z, ]{3,20}[a-z]$/) }))), (names) => { expect(readCreators(names.map(creatorText).join('; '))).toEqual(names); }));
  });

  it('with their names changed over twice are what they were', () => {
    expect(swapped({ family: 'Yann', given: 'LeCun' })).toEqual({ family: 'LeCun', given: 'Yann' });
    fc.assert(fc.property(fc.record({ family: fc.string(), given: fc.string(), suffix: fc.string() }, { requiredKeys: [] }), (name) => { expect(swapped(swapped(name))).toEqual(name); }));
  });
});

describe('the fields of a form', () => {
  it('lose nothing by a change of type, and leave every variable within reach', () => {
    fc.assert(fc.property(fc.constantFrom(...CSL_TYPES), fc.subarray([...EDITABLE_VARIABLES]), (type, held) => {
      const item = { type, custom: 'kept', ...Object.fromEntries(held.map((name) => [name, []])) } as unknown as CslItem;
      const shown = shownFields(item);
      for (const name of ['custom', ...held]) if (!['title', 'abstract'].includes(name)) expect(shown).toContain(name);
      expect([...shown, ...moreFields(item), 'title', 'abstract']).toEqual(expect.arrayContaining([...EDITABLE_VARIABLES]));
      expect(new Set([...shown, ...moreFields(item)]).size).toBe(shown.length + moreFields(item).length);
    }));
  });
});

describe('what looks wrong', () => {
  const found = (item: Partial<CslItem>) => checkItem({ type: 'book', ...item }, 2026);
  it.each<[Partial<CslItem>, object]>([
    [{ DOI: 'https://doi.org/10.1038/nature14539' }, { check: 'doi', fix: '10.1038/nature14539' }], [{ DOI: '11.1/x' }, { check: 'doi' }],
    [{ ISBN: '9780306406158' }, { check: 'isbn' }], [{ ISSN: '2049-3631' }, { check: 'issn' }], [{ ISSN: '20493630' }, { check: 'issn', fix: '2049-3630' }],
    [{ page: '444-436' }, { check: 'pages', fix: '436-444' }], [{ URL: 'example.org/a' }, { check: 'url', fix: 'https://example.org/a' }],
    [{ issued: { 'date-parts': [[2031]] } }, { check: 'future' }], [{ issued: { 'date-parts': [[2020, 5], [2020, 3]] } }, { check: 'dateOrder' }], [{ issued: { literal: 'soonish' } }, { check: 'date' }],
    [{ title: 'A STUDY OF THE NETWORKS' }, { check: 'capitals', fix: 'A study of the networks' }], [{ author: [{ family: 'A', ORCID: '0000-0002-1825-0098' }] }, { check: 'orcid' }],
  ])('%j is pointed out', (item, finding) => { expect(found(item)).toMatchObject([finding]); });

  it('leaves right ones alone', () => {
    expect(found({ DOI: '10.1038/nature14539', ISBN: '978-0-306-40615-7', ISSN: '2049-3630', page: '436-44', URL: 'https://x.org', issued: { 'date-parts': [[2020, 3], [2020, 5]] }, title: 'Deep Learning with BERT' })).toEqual([]);
    expect(isOrcid('0000-0002-1825-0097')).toBe(true);
  });
});

describe('the case of titles', () => {
  it('keeps acronyms, mixed names, math and protected words', () => {
    expect(sentenceCase('Training BERT And GPT-4 With $L_1$ Norms: An iPhone <span class="nocase">Bayesian</span> Study')).toBe('Training BERT and GPT-4 with $L_1$ norms: An iPhone <span class="nocase">Bayesian</span> study');
    expect(sentenceCase('The {Markov} Property Of DNAs')).toBe('The {Markov} property of DNAs');
    expect(titleCase('attention is all you need: a study of the eGFR')).toBe('Attention Is All You Need: A Study of the eGFR');
    expect(titleInCapitals('BERT')).toBe(false);
    expect(titleCase('BERT BERT BERT é')).toBe('Bert Bert Bert É');
  });
  it('done twice is done once', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('deep', 'Learning', 'BERT', 'the', 'of', 'a:', '$x_1$', '{Bayes}', 'iPhone', 'I', 'é')), (words) => {
      const title = words.join(' ');
      expect(sentenceCase(sentenceCase(title))).toBe(sentenceCase(title));
      expect(titleCase(titleCase(title))).toBe(titleCase(title));
    }));
  });
});
