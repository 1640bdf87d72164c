import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { writeBibtex } from '../../../src/formats/bibtex/write.ts';

const read = (entry: string) => readBibtex(entry).drafts[0];
const typeOf = (entry: string): string | undefined => read(entry)?.item.type;

describe('what other programs write into BibTeX', () => {
  it('types that they made up', () => {
    expect(['book_section', 'magazine_article', 'newspaper_article', 'web_page', 'film', 'bathesis', 'softwareversion'].map((type) => typeOf(`@${type}{k, title = {T}}`))).toEqual(['chapter', 'article-magazine', 'article-newspaper', 'webpage', 'motion_picture', 'thesis', 'software']);
    expect(read('@bathesis{k, title = {T}}')?.item.genre).toBe('Bachelor’s thesis');
  });

  it('an article of proceedings, where there is no journal', () => {
    expect(typeOf('@article{k, title = {T}, booktitle = {Proceedings of X}}')).toBe('paper-conference');
    expect(typeOf('@article{k, title = {T}, booktitle = {Proceedings of X}, journal = {J}}')).toBe('article-journal');
  });

  it('keywords under other names, with the headings of MeSH that BibDesk keeps', () => {
    expect(read('@article{k, title = {T}, tags = {a, b}, mesh = {Neoplasms, Experimental; Mice}}')?.tags).toEqual(['a', 'b', 'Neoplasms, Experimental', 'Mice']);
  });

  it('files under other names, each once', () => {
    expect(read('@article{k, title = {T}, pdf = {a/b.pdf}, file = {:a/b.pdf:PDF}, local-zo-url-1 = {c.pdf}}')?.files?.map(({ path }) => path)).toEqual(['a/b.pdf', 'c.pdf']);
  });

  it('people, addresses and identifiers', () => {
    expect(read('@book{k, title = {T}, editors = {Doe, J.}, scriptwriter = {Roe, K.}, collaborator = {Poe, L.}, license = {CC BY}, call-number = {QA 1}, remote-url = {https://x.org}, collection = {S}, urldate = {accessed: 2020-01-02}, edition = {Twelfth}}')?.item).toMatchObject({
      editor: [{ family: 'Doe' }], 'script-writer': [{ family: 'Roe' }], contributor: [{ family: 'Poe' }], license: 'CC BY', 'call-number': 'QA 1', URL: 'https://x.org', 'collection-title': 'S', accessed: { 'date-parts': [[2020, 1, 2]] }, edition: '12',
    });
    expect(read('@article{k, title = {T}, slaccitation = {%%CITATION = ARXIV:1406.1234;%%}}')?.item).toMatchObject({ number: 'arXiv:1406.1234' });
  });

  it('MathSciNet’s accents, which its preamble defines by boxes', () => {
    const preamble = '@preamble{"\\def\\cprime{$\'$} \\def\\polhk#1{\\setbox0=\\hbox{#1}{\\ooalign{\\hidewidth\\lower1.5ex\\hbox{`}\\hidewidth\\crcr\\unhbox0}}} \\def\\dbar{\\leavevmode\\hbox to 0pt{\\accent\\"16\\hss}d}"}\n';
    expect(readBibtex(`${preamble}@book{k, title = {T}, author = {Za{\\polhk{a}}b, A. and {\\dbar}or{\\dbar}e, B. and Franc{\\ocirc{u}}, C. and Le{\\cftil{e}}, D. and Lu{\\soft{d}}, E.}}`).drafts[0]?.item.author?.map(({ family }) => family)).toEqual(['Zaąb', 'đorđe', 'Franců', 'Leễ', 'Luď']);
  });

  it('an address in \\href, and formulas whose brackets are only sized', () => {
    expect(read('@misc{k, title = {On ${\\rm GaN}\\left(000\\bar{1}\\right)$}, howpublished = {\\href {https://x.org} {\\texttt{x}}}}')?.item).toMatchObject({ title: 'On GaN(0001̅)', URL: 'https://x.org' });
  });

  it('goes out under the same names while it is unchanged, and under BibTeX’s own when it has changed', () => {
    const draft = read('@book{k, title = {T}, license = {CC BY}, call-number = {QA 1}, tags = {a}, pdf = {b.pdf}}');
    if (!draft?.verbatim) throw new Error('no paper');
    const paper = { id: '', citationKey: 'k', item: draft.item, tags: draft.tags ?? [], files: draft.files ?? [], verbatim: [draft.verbatim] };
    expect(writeBibtex([paper]).text).toMatch(/license = \{CC BY\},\n {2}call-number = \{QA 1\},\n {2}tags = \{a\},\n {2}pdf = \{b\.pdf\}/);
    expect(writeBibtex([{ ...paper, item: { ...draft.item, license: 'MIT' }, tags: ['c'] }]).text).toMatch(/keywords = \{c\}[\s\S]*license = \{MIT\}|license = \{MIT\}[\s\S]*keywords = \{c\}/);
  });
});
