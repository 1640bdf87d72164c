import { describe, expect, it } from 'vitest';
import { biblatex, bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import type { Draft, Outgoing } from '../../../src/formats/format.ts';

const paper = (over: Partial<Outgoing> = {}): Outgoing => ({ id: '1', citationKey: 'doe2020', item: { type: 'article-journal', title: 'On Things' }, tags: [], ...over });
const written = (papers: Outgoing[]): string => bibtex.write?.(papers, { fields: 'jabref' }).text ?? '';
const again = ({ item, citationKey = '', tags = [], verbatim, collections, notes, files, status, rating }: Draft): Outgoing => ({ id: citationKey, citationKey, item, tags, ...(verbatim ? { verbatim: [verbatim] } : {}), ...(collections ? { collections } : {}), ...(notes ? { notes } : {}), ...(files ? { files } : {}), ...(status ? { status } : {}), ...(rating ? { rating } : {}) });

describe('BibTeX as JabRef keeps it', () => {
  it('names the groups of each entry, and has their tree and its mode at the end', () => {
    const text = written([paper({ collections: [['Thesis', 'Methods, old; new'], ['Later']] }), paper({ citationKey: 'roe2021', collections: [['Thesis']] })]);
    expect(text).toContain('groups = {Methods\\, old; new, Later}');
    expect(text).toContain('@Comment{jabref-meta: databaseType:bibtex;}\n\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Later\\;0\\;1\\;\\;\\;\\;;\n1 StaticGroup:Thesis\\;0\\;1\\;\\;\\;\\;;\n2 StaticGroup:Methods, old\\\\\\; new\\;0\\;1\\;\\;\\;\\;;\n}\n');
    expect(readBibtex(text).drafts.map(({ collections }) => collections)).toEqual([[['Thesis', 'Methods, old; new'], ['Later']], [['Thesis']]]);
    expect(biblatex.write?.([paper()], { fields: 'jabref' }).text).toContain('databaseType:biblatex;');
    expect(bibtex.write?.([paper({ collections: [['Thesis']] })]).text).not.toMatch(/groups|jabref/);
  });

  it('keeps the tree of the file it came from, with groups that fill themselves, and adds to it', () => {
    const source = '@Article{a,\n  title  = {T},\n  groups = {Covid},\n}\n\n@Comment{jabref-meta: databaseType:bibtex;}\n\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Covid\\;0\\;1\\;0xcc3333ff\\;\\;Test folder\\;;\n2 KeywordGroup:By hand\\;0\\;author\\;Churchill\\;0\\;0\\;0\\;0x5eba7dff\\;\\;\\;;\n1 StaticGroup:Last\\;0\\;1\\;\\;\\;\\;;\n}\n';
    const [draft] = readBibtex(source).drafts;
    const text = written([again({ ...draft, item: draft?.item ?? { type: 'book' }, collections: [['Covid', 'Fresh'], ['Other']] })]);
    expect(text.match(/jabref-meta: grouping/g)).toHaveLength(1);
    expect(text).toContain('groups = {Fresh, Other}');
    expect(text).toContain('1 StaticGroup:Covid\\;0\\;1\\;0xcc3333ff\\;\\;Test folder\\;;\n2 KeywordGroup:By hand\\;0\\;author\\;Churchill\\;0\\;0\\;0\\;0x5eba7dff\\;\\;\\;;\n2 StaticGroup:Fresh\\;0\\;1\\;\\;\\;\\;;\n1 StaticGroup:Last\\;0\\;1\\;\\;\\;\\;;\n1 StaticGroup:Other\\;0\\;1\\;\\;\\;\\;;\n}');
  });

  it('says how far a paper is read and its stars, which come back', () => {
    const text = written([paper({ status: 'read', rating: 4 }), paper({ citationKey: 'b', status: 'reading' }), paper({ citationKey: 'c', status: 'inbox' })]);
    expect(text).toMatch(/readstatus = \{read\},\n {2}ranking = \{rank4\}/);
    expect(readBibtex(text).drafts.map(({ status, rating }) => [status, rating])).toEqual([['read', 4], ['reading', undefined], [undefined, undefined]]);
    expect(written(readBibtex(text).drafts.map((draft) => again({ ...draft, status: 'inbox' })))).not.toContain('readstatus');
  });

  it('has notes in the tab Comments, files by the names of their kinds, and the authors’ addresses where JabRef puts them', () => {
    const text = written([paper({ notes: ['Read this'], files: [{ path: 'a.pdf', mediaType: 'application/pdf' }], verbatim: [{ format: 'zotero', fields: { 'endnote:auth-address': 'Cent States Forest Expt Stn, Columbus, OH & more' } }] })]);
    expect(text).toContain('comment = {Read this}');
    expect(text).toContain('file = {:a.pdf:PDF}');
    expect(text).toContain('address = {Cent States Forest Expt Stn, Columbus, OH \\& more}');
    expect(written([paper({ item: { type: 'book', 'publisher-place': 'Bonn' }, verbatim: [{ format: 'zotero', fields: { 'ris:AD': 'Elsewhere' } }] })])).toContain('address = {Bonn}');
  });
});
