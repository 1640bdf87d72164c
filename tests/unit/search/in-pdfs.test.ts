import { describe, expect, it } from 'vitest';
import { asksPdfs, queryFor } from '../../../src/search/in-pdfs.ts';
import { indexedText } from '../../../src/search/pdf-scores.ts';
import { pageHit } from '../../../src/search/pages.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { createIndex } from '../../../src/search/search-index.ts';

describe('a search in PDFs', () => {
  it.each([['sparse', false], ['pdf:sparse', true], ['title:x or pdf:sparse', true], ['sparse with:pdfs', true], ['is:read with:pdfs', false], ['-pdf:draft', true]])('%s looks into PDFs: %s', (text, expected) => {
    expect(asksPdfs(queryFor(text))).toBe(expected);
  });

  it('finds papers by either, each word where it stands, those about it before those that speak of it', () => {
    const index = createIndex();
    index.put('speaks', { title: 'Training nets' });
    index.put('about', { title: 'Sparse training' });
    index.put('other', { title: 'Sparse graphs' });
    const pdfs = (words: readonly string[]): Map<string, number> => new Map(words.join(' ') === 'sparse' ? [['speaks', 0.2]] : []);
    const found = (text: string, inPdfs = false): string[] => index.search(queryFor(text, inPdfs), undefined, pdfs).all();
    expect(found('sparse training')).toEqual(['about']);
    expect(found('sparse training', true)).toEqual(['about', 'speaks']);
    expect(found('training -pdf:sparse')).toEqual(['about']);
    expect(found('pdf:sparse')).toEqual(['speaks']);
  });
});

describe('where words stand in a PDF', () => {
  const pages = ['Of ships and harbours.', 'The lantern was\nlit before dusk.', 'Dusk. The lantern went out.'];
  it('is the first page that has most of them, with the words around', () => {
    expect(pageHit(pages, parseQuery('lantern'))).toMatchObject({ page: 1, pages: 2, passage: { text: 'The lantern was lit before dusk.' } });
    expect(pageHit(pages, parseQuery('"was lit"'))).toMatchObject({ page: 1, pages: 1 });
    expect(pageHit(pages, parseQuery('ships lantern dusk went'))).toMatchObject({ page: 2, pages: 3 });
    expect(pageHit(pages, parseQuery('"lit dusk"'))).toBeNull();
    expect(pageHit(pages, parseQuery('title:lantern '))).toBeNull();
    expect(pageHit(pages, parseQuery('-lantern'))).toBeNull();
  });
  it('is found in scripts without spaces too', () => {
    expect(pageHit(['前言', '深度学习的方法'], parseQuery('学习'))).toMatchObject({ page: 1, pages: 1, passage: { text: '学习的方法' } });
  });
  it('does not stop at the end of a line', () => {
    expect(indexedText(['The algo-\nrithm ends.', 'A - B'])).toBe('The algo-rithm ends.\nA - B');
  });
});
