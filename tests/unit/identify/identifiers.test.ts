import { describe, expect, it } from 'vitest';
import { arxivPdfUrl, findArxivId, findDoi, findIsbn, findPmid } from '../../../src/identify/identifiers.ts';
import { pdfUrlOf } from '../../../src/identify/pdf-url.ts';

describe('a DOI in text', () => {
  it.each([
    ['see https://doi.org/10.1038/nature12373.', '10.1038/nature12373'], ['(doi:10.1002/(SICI)1097-4571(199806)49:8<693::AID>3.0)', '10.1002/(SICI)1097-4571(199806)49:8'],
    ['DOI 10.48550/arXiv.2303.10464, 2023', '10.48550/arXiv.2303.10464'], ['https://dx.doi.org/10.1145%2F3292500.3330701', '10.1145/3292500.3330701'],
    ['(10.1000/abc)', '10.1000/abc'], ['https://www.tandfonline.com/doi/10.1080/1234/full', '10.1080/1234'], ['version 10.4 of 10/12', null],
  ])('%s', (text, doi) => { expect(findDoi(text)).toBe(doi); });
});

describe('an arXiv id in text', () => {
  it.each([
    ['arXiv:2303.10464v2 [cs.LG]', '2303.10464v2'], ['https://arxiv.org/pdf/2303.10464.pdf', '2303.10464'], ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'], ['math.GT/0309136', 'math.GT/0309136'],
    ['2303.10464', '2303.10464'], ['10.48550/arXiv.1706.03762', '1706.03762'], ['https://huggingface.co/papers/2401.00001', '2401.00001'], ['it cost 2303.10464 euros', null], ['2399.10464', null],
  ])('%s', (text, id) => { expect(findArxivId(text)).toBe(id); });
});

describe('other numbers', () => {
  it('finds a PMID that is named', () => { expect([findPmid('PMID: 12345678'), findPmid('https://pubmed.ncbi.nlm.nih.gov/31452104/'), findPmid('12345678')]).toEqual(['12345678', '31452104', null]); });
  it('finds an ISBN whose check digit is right', () => { expect([findIsbn('ISBN 978-0-306-40615-7'), findIsbn('0-8044-2957-X'), findIsbn('978-0-306-40615-8')]).toEqual(['9780306406157', '080442957X', null]); });
});

describe('the PDF of a paper', () => {
  const item = { type: 'article' as const };
  it('is its link to one first, then arXiv, then an address that ends in .pdf', () => {
    expect(pdfUrlOf({ item: { ...item, number: 'arXiv:2303.10464' }, links: [{ kind: 'pdf', url: 'https://e.org/a.pdf' }] })).toBe('https://e.org/a.pdf');
    expect(pdfUrlOf({ item: { ...item, number: 'arXiv:2303.10464' }, links: [] })).toBe(arxivPdfUrl('2303.10464'));
    expect(pdfUrlOf({ item: { ...item, URL: 'https://e.org/b.pdf' }, links: [] })).toBe('https://e.org/b.pdf');
    expect(pdfUrlOf({ item: { ...item, URL: 'https://e.org/b', DOI: '10.1234/x<y>' }, links: [] })).toBe('https://doi.org/10.1234/x');
    expect(pdfUrlOf({ item: { ...item, URL: 'https://e.org/b' }, links: [] })).toBe('https://e.org/b');
    expect(pdfUrlOf({ item: { ...item, URL: 'see shelf 4' }, links: [] })).toBeNull();
  });
});
