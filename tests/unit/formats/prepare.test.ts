import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, type WriteOptions } from '../../../src/contract/exports.ts';
import { bibliographyOf } from '../../../src/formats/bibliography/bibliography.ts';
import type { Outgoing } from '../../../src/formats/format.ts';
import { FORMATS } from '../../../src/formats/formats.ts';
import { lost } from '../../../src/formats/lost.ts';
import { prepared, shortNamesOf } from '../../../src/formats/prepare.ts';

const paper = (citationKey: string, more: Partial<Outgoing['item']> = {}, rest: Partial<Outgoing> = {}): Outgoing => ({ id: citationKey, citationKey, item: { type: 'article-journal', title: `Of ${citationKey}`, ...more }, tags: ['a tag'], ...rest });
const chosen = (options: Partial<WriteOptions>): WriteOptions => ({ ...DEFAULT_OPTIONS, ...options });
const format = (name: string): (typeof FORMATS)[number] => FORMATS.find((one) => one.name === name) ?? expect.fail(name);

describe('papers before they are written', () => {
  it('lose the fields that stay out, and nothing else', () => {
    const [one] = prepared([paper('k', { abstract: 'A', URL: 'u' })], chosen({ leaveOut: ['abstract', 'tags'] }));
    expect(one?.item).toEqual({ type: 'article-journal', title: 'Of k', URL: 'u' });
    expect(one?.tags).toEqual([]);
  });

  it('do not bring a field that stays out back from what their source said', () => {
    const [read] = format('bibtex').read?.('@article{k, title = {T}, abstract = {Long}, journal = {J}}').drafts ?? [];
    const [one] = prepared([{ id: '1', citationKey: 'k', tags: [], item: read?.item ?? { type: 'article' }, ...(read?.verbatim ? { verbatim: [read.verbatim] } : {}) }], chosen({ leaveOut: ['abstract'] }));
    expect(one && format('bibtex').write?.([one]).text).not.toContain('Long');
  });

  it('take the short name of a journal from themselves, or from another paper of the library', () => {
    const shortNames = shortNamesOf([{ type: 'article-journal', 'container-title': 'Journal of Things', 'container-title-short': 'J. Things' }]);
    const [own, others, none] = prepared([paper('a', { 'container-title': 'Nature', 'container-title-short': 'Nat.' }), paper('b', { 'container-title': 'journal of things' }), paper('c', { 'container-title': 'Other' })], chosen({ journals: 'short' }), shortNames);
    expect([own, others, none].map((one) => one?.item['container-title'])).toEqual(['Nat.', 'J. Things', 'Other']);
  });

  it('stand in the order that is asked for', () => {
    const papers = [paper('b', { author: [{ family: 'Zadeh' }], issued: { 'date-parts': [[1965]] }, title: 'The Sets' }), paper('a', { author: [{ family: 'Ångström' }], issued: { 'date-parts': [[1868]] }, title: 'Recherches' }), paper('c10', { title: 'Aa' }), paper('c9', { title: 'Zz' })];
    const keys = (order: WriteOptions['order']): string[] => prepared(papers, chosen({ order })).map(({ citationKey }) => citationKey);
    expect(keys('list')).toEqual(['b', 'a', 'c10', 'c9']);
    expect(keys('key')).toEqual(['a', 'b', 'c9', 'c10']);
    expect(keys('year')).toEqual(['a', 'b', 'c10', 'c9']);
    expect(keys('author').slice(2)).toEqual(['a', 'b']);
    expect(keys('title')).toEqual(['c10', 'a', 'b', 'c9']);
  });

  it('bring marks along as one note, when that is chosen', () => {
    const marked = paper('k', {}, { notes: ['Mine'], marks: [{ quote: 'a claim', comment: 'Really?', page: '3' }] });
    expect(prepared([marked], chosen({}))[0]?.notes).toEqual(['Mine']);
    expect(prepared([marked], chosen({ annotations: true }))[0]?.notes).toEqual(['Mine', '## Marks\n\n> a claim (p. 3)\n\nReally?']);
    expect(prepared([marked], chosen({ notes: false }))[0]?.notes).toEqual([]);
  });
});

describe('what a format does not hold', () => {
  it('tells what goes from what is changed', () => {
    const losses = lost(format('refer'), []);
    expect(losses).toEqual([]);
    expect(lost(format('csl-json'), [paper('k', {}, { collections: [['A']], tags: [] })])).toEqual([{ variable: 'collections', papers: 1, changed: false }]);
  });
});

describe('a bibliography', () => {
  const html = '<div class="csl-bib-body">\n  <div class="csl-entry" style="x"><div class="csl-left-margin">[1]</div><div class="csl-right-inline">J. A. Ö*, <i>On_Sets</i>, <b>8</b> &amp; <span style="font-variant:small-caps;">Ab</span> https://doi.org/10.1/a_b.</div></div>\n</div>';

  it('is Markdown that shows the same words', () => {
    expect(bibliographyOf(html, 'markdown', 'R')).toBe('\\[1\\] J. A. Ö\\*, *On\\_Sets*, **8** & <span style="font-variant: small-caps">Ab</span> <https://doi.org/10.1/a_b>.\n');
  });

  it('is RTF in ASCII, with letters by their numbers', () => {
    const rtf = bibliographyOf(html, 'rtf', 'R');
    expect(rtf).toContain('[1] J. A. \\u214?*, {\\i On_Sets}, {\\b 8} & {\\scaps Ab}');
    expect(rtf).toMatch(/^\{\\rtf1[\x20-\x7e\n]*\}\n$/);
  });

  it('keeps braces of RTF in pairs whatever the words', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const rtf = bibliographyOf(`<div class="csl-entry">${words.replace(/[<&]/g, '')}</div>`, 'rtf', 'R').replace(/\\[\\{}]/g, '');
      expect(rtf.split('{').length).toBe(rtf.split('}').length);
    }));
  });
});
