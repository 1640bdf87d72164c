import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/formats/format.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { writeBibtex } from '../../../src/formats/bibtex/write.ts';

const paper = (parts: Partial<Outgoing>): Outgoing => ({ id: 'x', citationKey: 'k', item: { type: 'book' }, tags: [], ...parts });
const written = (parts: Partial<Outgoing>, dialect: 'bibtex' | 'biblatex' = 'biblatex'): string => writeBibtex([paper(parts)], { dialect }).text;
const again = (source: string, dialect: 'bibtex' | 'biblatex'): string => writeBibtex(readBibtex(source).drafts.map(({ item, verbatim, notes }) => paper({ item, ...(verbatim ? { verbatim: [verbatim] } : {}), ...(notes ? { notes } : {}) })), { dialect }).text;

describe('what leaves as BibLaTeX', () => {
  it('names languages as babel does, and words that are no code as they are', () => {
    expect(written({ item: { type: 'book', language: 'en-US' } })).toContain('langid = {american}');
    expect(written({ item: { type: 'book', language: 'fr-FR' } })).toContain('langid = {french}');
    expect(written({ item: { type: 'book', language: 'Old High Martian' } })).toContain('language = {Old High Martian}');
  });
  it('has a number of PubMed as an eprint, as the standard says', () => {
    const text = written({ item: { type: 'article-journal', PMID: '123' } });
    expect(text).toContain('eprint = {123}');
    expect(text).toContain('eprinttype = {pubmed}');
    expect(readBibtex(text).drafts[0]?.item.PMID).toBe('123');
  });
  it('has dates in EDTF that stood in words, which biber cannot read', () => {
    const source = '@article{k,\n  year = {2010},\n  month = {March}\n}\n';
    expect(again(source, 'biblatex')).toContain('date = {2010-03}');
    expect(again(source, 'bibtex')).toBe(source);
  });
  it('has reprints with both years, and what is not out yet as BibLaTeX says it', () => {
    const reprint = '@book{k,\n  year = {[1893] 1984}\n}\n';
    expect(readBibtex(reprint).drafts[0]?.item).toMatchObject({ issued: { 'date-parts': [[1984]] }, 'original-date': { 'date-parts': [[1893]] } });
    expect(again(reprint, 'biblatex')).toMatch(/date = \{1984\}[^]*origdate = \{1893\}|origdate = \{1893\}[^]*date = \{1984\}/);
    expect(again(reprint, 'bibtex')).toContain('year = {[1893] 1984}');
    expect(again('@book{k,\n  year = {In Press}\n}\n', 'biblatex')).toContain('pubstate = {inpress}');
    expect(again('@book{k,\n  year = {n.d.}\n}\n', 'biblatex')).not.toContain('year');
  });
  it('has nobody between two of `and`, and the place of a conference as its venue', () => {
    expect(again('@book{k,\n  author = {A, B and and C, D}\n}\n', 'biblatex')).toContain('author = {A, B and C, D}');
    const text = again('@inproceedings{k,\n  address = {New York},\n  location = {Atlanta}\n}\n', 'biblatex');
    expect(text).toContain('location = {New York}');
    expect(text).toContain('venue = {Atlanta}');
  });
  it('has DOIs without the address that resolves them', () => {
    expect(written({ item: { type: 'book', DOI: 'https://doi.org/10.1/x' } })).toContain('doi = {10.1/x}');
  });
});

describe('notes', () => {
  it('go along in the field that each dialect has for them', () => {
    expect(written({ notes: ['Read & liked'] })).toContain('annotation = {Read \\& liked}');
    expect(written({ notes: ['One', 'Two'] }, 'bibtex')).toContain('annote = {One\n\nTwo}');
  });
  it('that a file brought stand where they stood, and new ones beside them', () => {
    const [draft] = readBibtex('@book{k,\n  annote = {Old}\n}').drafts;
    const text = written({ ...(draft?.verbatim ? { verbatim: [draft.verbatim] } : {}), notes: ['Old', 'New'] }, 'bibtex');
    expect(text).toContain('annote = {Old}');
    expect(text).toContain('annotation = {New}');
  });
});
