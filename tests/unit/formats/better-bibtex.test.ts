import { describe, expect, it } from 'vitest';
import { biblatex, bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import type { FormatOptions, Outgoing } from '../../../src/formats/format.ts';
import { zoteroJson } from '../../../src/formats/zotero/json.ts';

const paper = (item: object): Outgoing => {
  const draft = zoteroJson.read?.(JSON.stringify([{ citationKey: 'key', ...item }])).drafts[0];
  if (!draft) throw new Error('no paper');
  return { id: '', citationKey: draft.citationKey ?? '', item: draft.item, tags: draft.tags ?? [], notes: draft.notes ?? [], files: draft.files ?? [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}) };
};
const written = (format: typeof bibtex, item: object, options: Partial<FormatOptions> = {}): string => format.write?.([paper(item)], { fields: 'better-bibtex', ...options }).text ?? '';
const ARTICLE = { itemType: 'journalArticle', title: 'A title', creators: [{ creatorType: 'author', lastName: 'van der Meer', firstName: 'Jan' }], publicationTitle: 'Journal', date: '2020-05-06', url: 'https://example.org/a%20b', language: 'de' };

describe('fields as Better BibTeX writes them', () => {
  it('gives BibTeX the types that its styles know, a year and a month', () => {
    expect(written(bibtex, { itemType: 'computerProgram', title: 'A program', publisher: 'Zenodo', date: '2020-05-06' })).toBe('@misc{key,\n  title = {A program},\n  howpublished = {Zenodo},\n  month = may,\n  year = {2020}\n}\n');
  });

  it('keeps a particle with its name: in braces for BibTeX, by useprefix for BibLaTeX', () => {
    expect(written(bibtex, ARTICLE)).toContain('author = {{van der Meer}, Jan}');
    expect(written(biblatex, ARTICLE)).toMatch(/author = \{van der Meer, Jan\}[\s\S]*options = \{useprefix=true\}/);
    const parts = written(biblatex, ARTICLE, { names: 'extended' });
    expect(parts).toContain('author = {family=Meer, given=Jan, prefix=van der, useprefix=true}');
    expect(parts).not.toContain('options');
  });

  it('puts an address where it is wished', () => {
    expect(written(bibtex, ARTICLE, { urls: 'field' })).toContain('url = {https://example.org/a%20b}');
    expect(written(bibtex, ARTICLE, { urls: 'note' })).toContain('note = {\\url{https://example.org/a\\%20b}}');
    expect(written(bibtex, ARTICLE, { urls: 'none' })).not.toContain('example.org');
  });

  it('names the language as babel does, or as the paper has it, or both', () => {
    expect(written(biblatex, ARTICLE)).toContain('langid = {ngerman}');
    expect(written(biblatex, ARTICLE, { language: 'both' })).toMatch(/langid = \{ngerman\},\n {2}language = \{de\}/);
  });

  it('gives people the part they had', () => {
    const names = [['scriptwriter', 'Script'], ['director', 'Head'], ['contributor', 'Other']].map(([creatorType, lastName]) => ({ creatorType, lastName, firstName: 'A.' }));
    expect(readBibtex(written(biblatex, { itemType: 'film', title: 'A film', creators: names })).drafts[0]?.item).toMatchObject({ director: [{ family: 'Head' }], 'script-writer': [{ family: 'Script' }] });
    expect(written(biblatex, { itemType: 'book', creators: [{ creatorType: 'seriesEditor', lastName: 'Row', firstName: 'E.' }] })).toMatch(/editora = \{Row, E\.\},\n {2}editoratype = \{redactor\}/);
  });

  it('minds the packages biblatex-apa and biblatex-chicago', () => {
    const news = { itemType: 'newspaperArticle', title: 'N', creators: [{ creatorType: 'contributor', lastName: 'Long', firstName: 'W.' }] };
    expect(written(biblatex, news)).toMatch(/entrysubtype = \{newspaper\}[\s\S]*namea = \{Long, W\.\}/);
    expect(written(biblatex, news, { package: 'apa' })).toMatch(/entrysubtype = \{nonacademic\}[\s\S]*with = \{Long, W\.\}/);
    expect(written(biblatex, { ...news, itemType: 'film' }, { package: 'chicago' })).toMatch(/editora = \{Long, W\.\},\n {2}editoratype = \{none\}/);
  });

  it('lets a date that says more than CSL can go out as it was written', () => {
    for (const date of ['2021-04-08T00:39:34Z', '2011-05-25/2012-06-26~', '2017-21/2017-23']) {
      expect(written(biblatex, { ...ARTICLE, date })).toContain(`  date = {${date}}`);
      expect(written(biblatex, { ...ARTICLE, extra: `original-date: ${date}` })).toContain(`origdate = {${date}}`);
    }
  });

  it('counts the seasons of a range as EDTF does, however they were written', () => {
    for (const date of ['2017-14/2017-15', 'Summer/Autumn 2017', 'Summer 2017 - Fall 2017']) expect(written(biblatex, { ...ARTICLE, date })).toContain('date = {2017-22/2017-23}');
  });

  it('reads of a date what is most likely meant', () => {
    const date = (text: string): string => /^ {2}(?:orig)?date = .*$/m.exec(written(biblatex, { ...ARTICLE, date: text }))?.[0].trim() ?? '';
    expect(['10/06/2014', '2019/03/09/', '[2014]', '25.6.2014'].map(date)).toEqual(['date = {2014-06-10},', 'date = {2019-03-09/},', 'origdate = {2014},', 'date = {2014-06-25},']);
    expect(written(bibtex, { ...ARTICLE, date: '10/06/2014' })).toMatch(/month = jun,\n {2}year = \{2014\}/);
  });

  it('takes fields that Extra names before all else: text after a colon, LaTeX after an equals sign', () => {
    const text = written(biblatex, { ...ARTICLE, extra: 'tex.note: 5 % of it\ntex.title= {\\emph{Other}}\ntex.entrytype: review\nA remark' });
    expect(text).toContain('@review{key');
    expect(text).toContain('note = {5 \\% of it}');
    expect(text).toContain('title = {{\\emph{Other}}}');
    expect(text).toContain('annotation = {A remark}');
  });

  it('takes from Extra what is for one format alone, and fields away', () => {
    const extra = 'biblatex.addendum: A\nbibtex.annote: B\ntex.title:\ntex.crossref: other_key\nCitation Key Alias: old, key , older';
    const [modern, classic] = [written(biblatex, { ...ARTICLE, extra }), written(bibtex, { ...ARTICLE, extra })];
    expect(modern).toContain('addendum = {A}');
    expect(modern).not.toContain('annote');
    expect(classic).toContain('annote = {B}');
    expect(classic).not.toContain('addendum');
    expect(modern).not.toContain('title = {A title}');
    expect(modern).toContain('crossref = {other_key}');
    expect(modern).toContain('ids = {old,older}');
  });

  it('has no chapter for a committee, and takes a report that is an article for a preprint', () => {
    expect(written(bibtex, { itemType: 'hearing', title: 'H', committee: 'C' })).not.toContain('chapter');
    expect(written(bibtex, { itemType: 'report', title: 'R', extra: 'type: article' })).toContain('@misc{');
    expect(written(biblatex, { itemType: 'tvBroadcast', title: 'R', extra: 'type: motion_picture' })).toMatch(/@movie\{key,\n {2}entrysubtype = \{tvbroadcast\}/);
  });

  it('knows where a text lies: arXiv, JSTOR, PubMed', () => {
    expect(written(bibtex, { itemType: 'preprint', title: 'T', repository: 'arXiv', archiveID: 'arXiv:2005.14017 [cs]' })).toMatch(/eprint = \{2005\.14017\},\n {2}archiveprefix = \{arXiv\},\n {2}primaryclass = \{cs\}/);
    expect(written(biblatex, { ...ARTICLE, url: 'https://www.jstor.org/stable/2938351?seq=1' })).toMatch(/eprint = \{2938351\},\n {2}eprinttype = \{jstor\}/);
    expect(written(biblatex, { ...ARTICLE, extra: 'PMID: 123' })).toMatch(/eprint = \{123\},\n {2}eprinttype = \{pubmed\}/);
  });

  it('makes an article that is nowhere but at arXiv unpublished', () => {
    expect(written(biblatex, { ...ARTICLE, publicationTitle: 'arXiv:1412.2970 [math-ph]' })).toMatch(/^@unpublished\{key,\n {2}eprint = \{1412\.2970\},\n {2}eprinttype = \{arXiv\},\n {2}eprintclass = \{math-ph\}/);
  });

  it('names a patent’s office by its key and takes its letters off the number', () => {
    expect(written(biblatex, { itemType: 'patent', title: 'P', patentNumber: 'DE10361215', assignee: 'A & B' })).toMatch(/number = \{10361215\},\n {2}type = \{patentde\},\n {2}holder = \{\{A \\& B\}\}/);
  });

  it('keeps a file’s own fields that no variable holds', () => {
    const [draft] = readBibtex('@article{key, title = {T}, owner = {me}}').drafts;
    if (!draft) throw new Error('no paper');
    expect(bibtex.write?.([{ id: '', citationKey: 'key', item: draft.item, tags: [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}) }], { fields: 'better-bibtex' }).text).toContain('owner = {me}');
  });
});
