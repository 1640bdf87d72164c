import { describe, expect, it } from 'vitest';
import { BetterPreferences } from '../../../src/contract/exports.ts';
import { choicesIn } from '../../../src/formats/bibtex/better/preferences.ts';
import { biblatex, bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import type { FormatOptions, Outgoing } from '../../../src/formats/format.ts';
import { zoteroJson } from '../../../src/formats/zotero/json.ts';

const paper = (item: object): Outgoing => {
  const draft = zoteroJson.read?.(JSON.stringify([{ citationKey: 'key', title: 'T', ...item }])).drafts[0];
  if (!draft) throw new Error('no paper');
  return { id: '', citationKey: 'key', item: draft.item, tags: draft.tags ?? [], notes: draft.notes ?? [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}) };
};
const written = (format: typeof bibtex, item: object, preferences: Partial<BetterPreferences> = {}, options: Partial<FormatOptions> = {}): string => format.write?.([paper(item)], { fields: 'better-bibtex', better: BetterPreferences.parse(preferences), ...options }).text ?? '';
const BOOK = { itemType: 'book', edition: '2', creators: [{ creatorType: 'author', lastName: 'van der Meer', firstName: 'Jan' }] };
const JSTOR = { itemType: 'journalArticle', url: 'https://www.jstor.org/stable/2802755?origin=crossref' };

describe('the preferences of Better BibTeX', () => {
  it('take a text’s place from its address, or do not', () => {
    expect(written(biblatex, JSTOR)).toContain('eprint = {2802755}');
    expect(written(biblatex, JSTOR, { biblatexExtractEprint: false })).not.toContain('eprint');
  });

  it('give the numbers of other libraries fields of their own', () => {
    const text = written(biblatex, { itemType: 'journalArticle', url: 'http://www.ncbi.nlm.nih.gov/pubmed/24038744', extra: 'arXiv: 1408.1149\nPMID: 24038744' });
    expect(text).toMatch(/eprint = \{24038744\},\n {2}eprinttype = \{pubmed\}/);
    expect(text).toContain('arxiv = {1408.1149}');
    expect(text).toContain('pmid = {24038744}');
  });

  it('say editions in words for the styles of BibTeX, of English works', () => {
    expect(written(bibtex, BOOK, { bibtexEditionOrdinal: true })).toContain('edition = {Second}');
    expect(written(bibtex, { ...BOOK, language: 'de' }, { bibtexEditionOrdinal: true })).toContain('edition = {2}');
    expect(written(bibtex, BOOK)).toContain('edition = {2}');
  });

  it('leave papers as they are whose texts are LaTeX already: those of a tag, or all', () => {
    const raw = { ...BOOK, title: '{\\"A} $x^2$', publisher: '\\"a' };
    expect(written(biblatex, raw, { rawLaTag: '*' })).toMatch(/title = \{\{\\"A\} \$x\^2\$\}[\s\S]*publisher = \{\\"a\}/);
    expect(written(biblatex, raw, { rawLaTag: 'tex' })).toContain('textbackslash');
    const tagged = written(biblatex, { ...raw, tags: [{ tag: 'tex' }, { tag: 'other' }] }, { rawLaTag: 'tex' });
    expect(tagged).toContain('publisher = {\\"a}');
    expect(tagged).toContain('keywords = {other}');
  });

  it('choose how particles, names and lists go out', () => {
    expect(written(biblatex, BOOK, { biblatexUsePrefix: false }, { names: 'extended' })).not.toContain('useprefix');
    expect(written(bibtex, BOOK, { bibtexParticleNoOp: true })).toContain('author = {{\\noopsort{meer}}{van der Meer}, Jan}');
    expect(written(bibtex, BOOK, { parseParticles: false })).toContain('author = {{van der Meer}, Jan}');
    expect(written(biblatex, { ...BOOK, creators: [...BOOK.creators, { creatorType: 'author', lastName: 'Poe', firstName: 'E.' }] }, { separatorNames: '|' })).toContain('van der Meer, Jan | Poe, E.');
  });

  it('leave fields out: everywhere, of a type, of a format', () => {
    const text = (skipFields: string): string => written(biblatex, { ...BOOK, ISBN: '0-19-853453-1' }, { skipFields });
    expect(text('')).toContain('isbn');
    for (const field of ['file, isbn', 'book.isbn', 'biblatex.book.isbn']) expect(text(field)).not.toContain('isbn');
    for (const field of ['bibtex.book.isbn', 'article.isbn']) expect(text(field)).toContain('isbn');
  });

  it('keep the DOI of a paper whose address stays out', () => {
    const both = { itemType: 'journalArticle', DOI: '10.1/x', url: 'https://example.org' };
    const links = { links: 'url', urls: 'note' } as const;
    expect(written(bibtex, both, {}, links)).not.toContain('doi');
    expect(written(bibtex, both, { skipFields: 'note' }, links)).toContain('doi = {10.1/x}');
    expect(written(bibtex, both, {}, { ...links, urls: 'none' })).toContain('doi = {10.1/x}');
  });

  it('are found in a BetterBibTeX JSON file', () => {
    const config = { preferences: { bibtexURL: 'note', DOIandURL: 'doi', asciiBibTeX: false, skipFields: 'abstract' }, options: { exportNotes: true, biblatexAPA: true } };
    expect(choicesIn({ config, items: [] }, 'bibtex')).toMatchObject({ fields: 'better-bibtex', urls: 'note', links: 'doi', letters: 'unicode', notes: true, package: 'apa', better: { skipFields: 'abstract' } });
    expect(choicesIn({ config }, 'csl-json')).toMatchObject({ notes: false, leaveOut: ['tags', 'abstract'] });
    expect(choicesIn([], 'bibtex')).toBeUndefined();
  });
});
