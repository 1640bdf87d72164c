import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Format, Outgoing } from '../../../src/formats/format.ts';
import { FORMATS } from '../../../src/formats/formats.ts';
import { gapsOf } from '../../../src/formats/lost.ts';
import { CSL_TYPES, type CslItem } from '../../../src/model/csl.ts';

const word = fc.stringMatching(/^[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const number = fc.integer({ min: 1, max: 999 }).map(String);
const date = fc.tuple(fc.integer({ min: 1500, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).chain((parts) => fc.integer({ min: 1, max: 3 }).map((length) => ({ 'date-parts': [parts.slice(0, length)] })));
const people = fc.array(fc.oneof(fc.record({ family: word, given: word }), fc.record({ family: word, given: word, 'non-dropping-particle': fc.constantFrom('van', 'de la') }), fc.record({ family: word, given: word, suffix: fc.constantFrom('Jr.', 'III') }), words.map((literal) => ({ literal }))), { minLength: 1, maxLength: 3 });
const variables = {
  title: words, author: people, issued: date, abstract: words, URL: number.map((n) => `https://example.org/${n}?a=1&b=2`), DOI: number.map((n) => `10.1000/${n}`), language: fc.constantFrom('en', 'de'), 'container-title': words, 'container-title-short': word, volume: number, issue: number, page: number.map((n) => `${n}-1${n}`), publisher: words, 'publisher-place': word,
  ISBN: fc.constant('9780306406157'), ISSN: fc.constant('1234-5679'), edition: number, editor: people, translator: people, accessed: date, note: words, number, genre: words, 'collection-title': words, 'collection-number': number, 'title-short': word, 'event-title': words, 'event-place': word, 'number-of-pages': number, archive: word, archive_location: words, 'call-number': word, source: word, version: number, PMID: number, license: words,
};
const item = fc.tuple(fc.constantFrom(...CSL_TYPES), fc.record(variables, { requiredKeys: ['title', 'author', 'issued'] })).map(([type, fields]): CslItem => ({ ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), type }));
const paper = fc.tuple(item, fc.uniqueArray(word, { maxLength: 2 }), fc.array(words, { maxLength: 1 })).map(([one, tags, notes]): Outgoing => ({ id: '1', citationKey: 'key2020word', item: one, tags, notes }));

const reader = (format: Format): Format => (format.name === 'biblatex' ? FORMATS.find(({ name }) => name === 'bibtex') ?? format : format);
const again = (format: Format, one: Outgoing): Draft | undefined => reader(format).read?.(format.write?.([one]).text ?? '').drafts.at(-1);
const asOutgoing = ({ item: read, citationKey = '', tags = [], notes = [], verbatim }: Draft): Outgoing => ({ id: '1', citationKey, item: read, tags, notes, ...(verbatim ? { verbatim: [verbatim] } : {}) });
const variablesOf = (gaps: { variable: string }[]): string[] => gaps.map(({ variable }) => variable).sort();

/** Two values as they are printed, by a comparison of its own: not the one that is on trial. */
const printed = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? String(inner) : inner)) ?? '';

describe.each(FORMATS.filter(({ write }) => write).map((format) => [format.name, format] as const))('%s, for every type of paper', (_, format) => {
  it('lists exactly what it loses', () => {
    fc.assert(fc.property(paper, (one) => {
      const gaps = variablesOf(gapsOf(format, one, reader(format)));
      const back = again(format, one)?.item;
      const differing = Object.keys(one.item).filter((variable) => printed(sorted(one.item[variable])) !== printed(sorted(back?.[variable])));
      expect(gaps.filter((variable) => variable in one.item)).toEqual(differing.sort());
    }), { numRuns: 60 });
  });

  it('loses nothing more when it is written again', () => {
    fc.assert(fc.property(paper, (one) => {
      const back = again(format, one);
      if (back) expect(variablesOf(gapsOf(format, asOutgoing(back), reader(format)))).toEqual([]);
    }), { numRuns: 60 });
  });

  it('keeps the title, and the year', () => {
    fc.assert(fc.property(paper, (one) => {
      const back = again(format, one)?.item;
      expect(back?.title).toBe(one.item.title);
      expect(String(back?.issued?.['date-parts']?.[0]?.[0])).toBe(String(one.item.issued?.['date-parts']?.[0]?.[0]));
    }), { numRuns: 30 });
  });
});

/** Keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)])) : value;
}
