import { describe, expect, it } from 'vitest';
import { factsOfFile } from '../../../src/identify/file-facts.ts';

const XMP = (inside: string): string => `%PDF-1.7\n1 0 obj <</Type/Metadata>> stream\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description>${inside}</rdf:Description></x:xmpmeta>\nendstream`;
const item = (name: string, text = ''): object => factsOfFile(name, text).item;

describe('a file of a paper', () => {
  it('is named by its name where nothing else names it, and that is said', () => {
    expect(factsOfFile('On_computable numbers.pdf', '%PDF-1.4')).toEqual({ item: { type: 'article', title: 'On computable numbers' }, doubts: { title: expect.stringContaining('name of the file') } });
  });

  it('gives author and year from names as Sheaf and Zotero write them', () => {
    expect(item('Lovelace 1843 Notes on the Analytical Engine.pdf')).toMatchObject({ title: 'Notes on the Analytical Engine', author: [{ family: 'Lovelace' }], issued: { 'date-parts': [[1843]] } });
    expect(item('Shannon et al. - 1949 - The Mathematical Theory.pdf')).toMatchObject({ title: 'The Mathematical Theory', author: [{ family: 'Shannon' }] });
    expect(item('Curie & Joliot 1934 Artificial Radioactivity.pdf')).toMatchObject({ author: [{ family: 'Curie' }, { family: 'Joliot' }] });
  });

  it('carries its arXiv id or DOI in its name', () => {
    expect(item('2403.01234v2.pdf')).toMatchObject({ title: 'arXiv:2403.01234v2', number: 'arXiv:2403.01234v2', URL: 'https://arxiv.org/abs/2403.01234v2' });
    expect(item('10.1038_nature14539.pdf')).toMatchObject({ title: 'doi:10.1038/nature14539', DOI: '10.1038/nature14539' });
  });

  it('tells title, authors and DOI in its XMP packet, in any script', () => {
    const packet = XMP('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">\u00dcber Wei\u00dfes &amp; Schwarzes</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Anna M. Weber</rdf:li><rdf:li>Li, Wei</rdf:li></rdf:Seq></dc:creator><prism:doi>10.1000/xyz123</prism:doi>');
    const bytes = Buffer.from(packet, 'utf8').toString('latin1');
    expect(factsOfFile('scan.pdf', bytes)).toEqual({ item: { type: 'article', title: 'Über Weißes & Schwarzes', author: [{ family: 'Weber', given: 'Anna M.' }, { family: 'Li', given: 'Wei' }], DOI: '10.1000/xyz123' }, doubts: {} });
  });

  it('tells them in its document information, with escapes, in hexadecimal or UTF-16', () => {
    expect(item('a.pdf', '<< /Title (On \\(some\\) Num\\142ers) /Author (Alan M. Turing) >>')).toMatchObject({ title: 'On (some) Numbers', author: [{ family: 'Turing', given: 'Alan M.' }] });
    expect(item('a.pdf', `<< /Title <FEFF${Buffer.from('Größe der Welt', 'utf16le').swap16().toString('hex')}> >>`)).toMatchObject({ title: 'Größe der Welt' });
  });

  it('is not believed when a program wrote its title', () => {
    for (const title of ['Microsoft Word - draft7.doc', 'untitled', 'paper.dvi', 'PII-0370-2693']) expect(item('Real name of it.pdf', `/Title (${title})`)).toMatchObject({ title: 'Real name of it' });
  });

  it('takes time linear in a hostile file', () => {
    for (const text of ['/Title ((', '<x:xmpmeta', '/Title <', '<x:xmpmeta><dc:title']) expect(item('A real name.pdf', text.repeat(40_000))).toMatchObject({ title: 'A real name' });
  });
});
