import { describe, expect, it } from 'vitest';
import { FORMATS, recogniseFormat } from '../../../src/formats/formats.ts';

const read = (text: string) => recogniseFormat(text, 'x.txt')?.read?.(text);

const RECORD = `Template-Type: ReDIF-Paper 1.0
Author-Name: Jane Doe
Author-Name-First: Jane
Author-Name-Last: Doe
Author-Workplace-Name: Example University
Author-Name: Roe, Richard
TITLE: Growth with
  two sectors
Abstract: We ask: is it so?
Result: it is.
Length: 35 pages
Creation-Date: 1998-02
File-URL: http://example.org/w.pdf
File-Format: Application/pdf
Classification-JEL: F12
Keywords: Growth; Trade
Number: 9801
Handle: RePEc:exa:wpaper:9801
`;

describe('RePEc', () => {
  it('has records of papers, whose fields go where Zotero has them and are kept where it has none', () => {
    const draft = read(RECORD)?.drafts[0];
    expect(draft?.item).toEqual({
      type: 'report', title: 'Growth with two sectors', abstract: 'We ask: is it so? Result: it is.', issued: { 'date-parts': [[1998, 2]] }, number: '9801', 'number-of-pages': '35', archive: 'RePEc', archive_location: 'RePEc:exa:wpaper:9801',
      URL: 'http://example.org/w.pdf', author: [{ family: 'Doe', given: 'Jane' }, { family: 'Roe', given: 'Richard' }],
    });
    expect(draft).toMatchObject({ tags: ['Growth', 'Trade'], files: [{ path: 'http://example.org/w.pdf' }], verbatim: { fields: { 'repec:Author-Workplace-Name': 'Example University', 'repec:Classification-JEL': 'F12' } } });
  });

  it('has records of other things, which are left out and said', () => {
    const reading = read(`${RECORD}\nTemplate-Type: ReDIF-Series 1.0\nName: Working papers\nHandle: RePEc:exa:wpaper\n`);
    expect(reading?.drafts).toHaveLength(1);
    expect(reading?.leftOut).toMatchObject([{ text: 'ReDIF-Series 1.0, RePEc:exa:wpaper', line: 20 }]);
  });

  it('comes back from the formats that Sheaf writes', () => {
    const draft = read(RECORD)?.drafts[0];
    if (!draft) throw new Error('no paper');
    const paper = { id: '', citationKey: 'k', item: draft.item, tags: draft.tags ?? [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}) };
    for (const name of ['zotero-json', 'csl-json', 'csl-yaml']) {
      const format = FORMATS.find((one) => one.name === name);
      expect([name, format?.read?.(format.write?.([paper]).text ?? '').drafts[0]?.item]).toEqual([name, draft.item]);
    }
  });

  it('announces new papers by mail: the list of contents is passed over, a number within an abstract begins none', () => {
    const drafts = read(`NEP: New Economics Papers
In this issue we have:
----------------------------
1. Television and Voters
2. Races for Innovation
----------------------------

1. Television and
   Voters

By:       Doe, Jane (University of Jena)
          Roe, Richard
Date:     2005-11-07
URL:      http://d.repec.org/n?u=RePEc:cla:levrem:7848&r=ict
Keywords: Television, Voting
JEL:      D72 L82

  We look at the years since
  1990. Voters watched.

2. Races for Innovation
By: Uwe Cantner (University of Jena)
URL: http://d.repec.org/n?u=RePEc:jen:jenasw:2005-17&r=all
An abstract.
`)?.drafts;
    expect(drafts?.map(({ item }) => [item.title, item.author?.map(({ family }) => family), item.abstract, item.archive_location])).toEqual([
      ['Television and Voters', ['Doe', 'Roe'], 'We look at the years since 1990. Voters watched.', 'RePEc:cla:levrem:7848'],
      ['Races for Innovation', ['Cantner'], 'An abstract.', 'RePEc:jen:jenasw:2005-17'],
    ]);
    expect(drafts?.[0]).toMatchObject({ tags: ['Television', 'Voting'], verbatim: { fields: { 'repec:Author-Workplace-Name': 'University of Jena', 'repec:Classification-JEL': 'D72 L82' } } });
  });
});
