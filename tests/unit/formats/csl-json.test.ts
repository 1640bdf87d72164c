import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslJson } from '../../../src/formats/csl-json/csl-json.ts';
import { cslYaml } from '../../../src/formats/csl-yaml/csl-yaml.ts';
import type { Draft } from '../../../src/formats/format.ts';

const read = (text: string): Draft[] => cslJson.read?.(text).drafts ?? [];
const write = (papers: Draft[]): string => cslJson.write?.(papers.map(({ item, tags, citationKey }, at) => ({ id: String(at), citationKey: citationKey ?? `k${at}`, item, tags: tags ?? [] }))).text ?? '';

describe('reading CSL-JSON', () => {
  it('reads an item that says null and lists of one, as Crossref does', () => {
    const [draft] = read('[{"type":"article-journal","title":["A title"],"issued":{"date-parts":[[null]]},"volume":null,"DOI":"10.1/x"}]');
    expect(draft?.item).toEqual({ type: 'article-journal', title: 'A title', issued: { 'date-parts': [] }, DOI: '10.1/x' });
  });
  it('doubts a type that CSL does not have, and keeps the item', () => { expect(read('{"type":"journal-article","title":"T"}')[0]).toMatchObject({ item: { type: 'document', title: 'T' }, doubts: { type: expect.any(String) as string } }); });
  it('reads dates as text, and leaves out what is none instead of the item', () => {
    expect(read('{"type":"book","title":"T","issued":"2014-12-31","accessed":2015,"page":{"a":1}}')[0]?.item).toEqual({ type: 'book', title: 'T', issued: { 'date-parts': [[2014, 12, 31]] }, accessed: { 'date-parts': [[2015]] } });
  });
  it('reports what is not JSON', () => { expect(cslJson.read?.('[{').problems).toHaveLength(1); });
});

describe('reading CSL in YAML', () => {
  it('knows dates as pandoc had them, in parts with names', () => {
    const source = '- id: a\n  type: book\n  title: T\n  issued:\n  - year: 2014\n    month: 12\n    day: 31\n  - year: 2015\n  accessed: {year: 2016, season: 2}\n  original-date: 1999-02\n  event-date:\n  - literal: in spring\n';
    expect(cslYaml.read?.(source).drafts[0]?.item).toMatchObject({ issued: { 'date-parts': [[2014, 12, 31], [2015]] }, accessed: { 'date-parts': [[2016]], season: 2 }, 'original-date': { 'date-parts': [[1999, 2]] }, 'event-date': { literal: 'in spring' } });
  });
});

describe('laws', () => {
  const text = fc.string({ minLength: 1, maxLength: 12 });
  const name = fc.oneof(fc.record({ family: text, given: text }), fc.record({ literal: text }));
  const item = fc.record({ type: fc.constantFrom('article-journal' as const, 'book' as const, 'dataset' as const), title: text, author: fc.array(name, { maxLength: 3 }), issued: fc.record({ 'date-parts': fc.array(fc.tuple(fc.integer({ min: 1, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).chain((date) => fc.integer({ min: 1, max: 3 }).map((length) => date.slice(0, length))), { minLength: 1, maxLength: 2 }) }), custom: text });
  it('write then read is the identity, of variables it does not know too', () => {
    fc.assert(fc.property(fc.array(item, { maxLength: 3 }), (items) => { expect(read(write(items.map((each) => ({ item: each })))).map((draft) => draft.item)).toEqual(items); }));
  });

  it('has seasons of a range in the place of months, counted from 13', () => {
    const range = { 'date-parts': [[2015, 21], [2016, 22]] };
    const text = cslJson.write?.([{ id: '', citationKey: 'a', item: { type: 'book', issued: range }, tags: [] }]).text ?? '';
    expect(JSON.parse(text)).toMatchObject([{ issued: { 'date-parts': [[2015, 13], [2016, 14]] } }]);
    expect(cslJson.read?.(text).drafts[0]?.item.issued).toEqual(range);
    expect(cslJson.read?.(JSON.stringify([{ type: 'book', issued: { 'date-parts': [[2015, 16]] } }])).drafts[0]?.item.issued).toEqual({ 'date-parts': [[2015]], season: 4 });
  });
});
