import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/formats/format.ts';
import { FORMATS, recogniseFormat } from '../../../src/formats/formats.ts';
import { lost } from '../../../src/formats/lost.ts';
import type { CslItem } from '../../../src/model/csl.ts';

const word = fc.stringMatching(/^[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,10}$/);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const year = fc.integer({ min: 1500, max: 2030 });
const issued = fc.oneof(year.map((y) => ({ 'date-parts': [[y]] })), fc.tuple(year, fc.integer({ min: 1, max: 12 })).map((parts) => ({ 'date-parts': [parts] })), fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map((parts) => ({ 'date-parts': [parts] })));
const people = fc.array(fc.oneof(fc.record({ family: word, given: word }), word.map((literal) => ({ literal }))), { minLength: 1, maxLength: 4 });
const pages = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1000, max: 2000 })).map(([a, b]) => `${a}-${b}`);
const article = fc.record({ type: fc.constant('article-journal' as const), title: words, author: people, issued, 'container-title': words, volume: fc.nat(99).map(String), page: pages, DOI: fc.nat(99_999).map((n) => `10.1000/x${n}`), abstract: words }, { requiredKeys: ['type', 'title', 'author', 'issued', 'container-title'] });
const tags = fc.uniqueArray(word, { maxLength: 3 });
const paper = fc.tuple(article, tags).map(([item, all]): Outgoing => ({ id: '1', citationKey: 'key2020word', item: definite(item), tags: all }));

const definite = (item: Record<string, unknown> & { type: CslItem['type'] }): CslItem => ({ ...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)), type: item.type });

const BOTH = FORMATS.filter(({ read, write }) => read && write);

describe.each(BOTH.map((format) => [format.name, format] as const))('%s', (_, format) => {
  it('gives the same paper when Sheaf reads what it wrote', () => {
    fc.assert(fc.property(paper, (one) => {
      const text = format.write?.([one]).text ?? '';
      const [back, ...more] = (format.read?.(text).drafts ?? []).slice(format.name === 'cff' ? -1 : 0);
      expect(more).toEqual([]);
      expect(back?.item).toMatchObject(one.item);
      if (format.name !== 'hayagriva') expect([...(back?.tags ?? [])].sort()).toEqual([...one.tags].sort());
    }), { numRuns: 40 });
  });

  it('is told by its content alone', () => {
    fc.assert(fc.property(paper, (one) => {
      const found = recogniseFormat(format.write?.([one]).text ?? '', '');
      expect([format.name, ...(format.name === 'biblatex' ? ['bibtex'] : [])]).toContain(found?.name);
    }), { numRuns: 20 });
  });
});

it('says what a format cannot hold before it is written', () => {
  const item: CslItem = { type: 'article-journal', title: 'A title', author: [{ family: 'Fisher', given: 'R.' }], dimensions: '3 m' };
  const csv = FORMATS.find(({ name }) => name === 'csv');
  expect(csv && lost(csv, [{ id: '1', citationKey: 'k', item, tags: [] }])).toEqual([{ variable: 'dimensions', papers: 1, changed: false }]);
});

it('writes no cell that a spreadsheet would run', () => {
  const csv = FORMATS.find(({ name }) => name === 'csv');
  const text = csv?.write?.([{ id: '1', citationKey: 'k', item: { type: 'book', title: '=HYPERLINK("http://x")' }, tags: ['+1'] }]).text ?? '';
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(text).toContain(`'+1`);
});
