import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { writeBibtex, type BibtexOptions } from '../../../src/formats/bibtex/write.ts';
import type { CslDate, CslItem, CslName } from '../../../src/model/csl.ts';

const DIALECTS = ['bibtex', 'biblatex'] as const;
const again = (item: CslItem, options: BibtexOptions): CslItem | undefined => readBibtex(writeBibtex([{ id: 'x', citationKey: 'k', item, tags: [] }], options).text).drafts[0]?.item;

/** Words as names have them: letters of many scripts, hyphens, apostrophes, signs that TeX or BibTeX read as their own. */
const capital = fc.stringMatching(/^[A-ZÀ-ÖØ-ÞĀŁŐŽА-Я][a-zà-öø-ÿāłőž]{0,8}(?:[-’][A-Z][a-z]{1,6})?$/);
const odd = fc.constantFrom('and', 'And', 'others', 'A & B', '{brace', 'brace}', 'x_1', '50%', '#1', '$5', '\\', '~', 'O"Neil', 'a,b', '日本', 'محمد', 'Jr', 'MD', '=', 'family=x');
const words = fc.array(fc.oneof({ weight: 5, arbitrary: capital }, { weight: 1, arbitrary: odd }), { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const particle = fc.constantFrom('van', 'van der', 'de', 'd’', 'von und zu', 'al');
const person = fc.record({ family: words, given: words, 'non-dropping-particle': particle, suffix: fc.constantFrom('Jr', 'III', 'Sr.') }, { requiredKeys: ['family', 'given'] });
const name: fc.Arbitrary<CslName> = fc.oneof({ weight: 4, arbitrary: person }, { weight: 1, arbitrary: fc.record({ family: capital }) }, { weight: 2, arbitrary: fc.record({ literal: words }) }).map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as CslName);

const year = fc.oneof(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: -400, max: -1 }), fc.integer({ min: 1, max: 999 }));
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const parts = fc.oneof(fc.tuple(year), fc.tuple(year, month), fc.tuple(year, month, day)).map((all): number[] => [...all]);
const date: fc.Arbitrary<CslDate> = fc.oneof(
  parts.map((from) => ({ 'date-parts': [from] })), fc.tuple(parts, parts).map(([from, to]) => ({ 'date-parts': [from, to] })), parts.map((from) => ({ 'date-parts': [from, [0]] })),
  parts.map((from) => ({ 'date-parts': [from], circa: true })), fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([one, season]) => ({ 'date-parts': [[one]], season })),
);

describe.each(DIALECTS)('%s: what is written is read again', (dialect) => {
  it('for any names', () => {
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (author) => {
      expect(again({ type: 'book', author }, { dialect })?.author?.map(spoken)).toEqual(author.map(spoken));
    }), { numRuns: 400, seed: 5 });
  });
  it('for any date', () => {
    fc.assert(fc.property(date, (issued) => { expect(again({ type: 'book', issued }, { dialect })?.issued).toEqual(issued); }), { numRuns: 400, seed: 5 });
  });
  it('in the alphabet of LaTeX’s commands, too', () => {
    fc.assert(fc.property(fc.array(fc.record({ family: capital, given: capital }), { minLength: 1, maxLength: 3 }), (author) => {
      expect(again({ type: 'book', author }, { dialect, ascii: true })?.author?.map(spoken)).toEqual(author.map(spoken));
    }), { numRuns: 200, seed: 5 });
  });
});

/** A name by its parts, where an apostrophe is one whichever it is. */
const spoken = (one: CslName): string => [one.literal, one['non-dropping-particle'], one.family, one.given, one.suffix].map((text) => (text ?? '').replace(/['’]/g, '’')).join('|');
