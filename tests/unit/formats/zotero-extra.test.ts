import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import type { Outgoing } from '../../../src/formats/format.ts';
import { zoteroJson, zoteroJsonOf } from '../../../src/formats/zotero/json.ts';
import { extraOf } from '../../../src/formats/zotero/extra.ts';

const read = (item: object): Outgoing => {
  const draft = zoteroJson.read?.(JSON.stringify([item])).drafts[0];
  if (!draft) throw new Error('no paper');
  return { id: '', citationKey: draft.citationKey ?? '', item: draft.item, tags: [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}) };
};
const BOOK = { itemType: 'conferencePaper', title: 'A title', extra: 'original-date: 1976\nDOI: 10.1/x\nContainer author: Barris || K.\nContainer author: Groff Ltd\ntex.pagetotal: 12\nA remark: with a colon\nCitation Key: barris1976' };

describe('Zotero’s Extra', () => {
  it('gives the variables that its lines name, by CSL’s names, Zotero’s or those people see', () => {
    expect(extraOf('Publisher: IEEE\nPublication Title: A journal\nevent-place: Graz\n{:status: forthcoming}').item).toEqual({ publisher: 'IEEE', 'container-title': 'A journal', 'event-place': 'Graz', status: 'forthcoming' });
  });

  it('drops a line that names a variable and says nothing of it', () => {
    expect(extraOf('original-date:\nRemark:').note).toBe('Remark:');
  });

  it('keeps as a note what names no variable', () => {
    expect(extraOf('Comment: 21 pages\nhttp://example.org/a\na = b').note).toBe('Comment: 21 pages\nhttp://example.org/a\na = b');
  });

  it('gives BibTeX fields under tex., as text after a colon and as LaTeX after an equals sign', () => {
    expect(extraOf('tex.crossref= other\nTeX.subtitle: One & two\ntex."author+an:role": 1=host').tex).toEqual({ crossref: { value: 'other', raw: true }, subtitle: { value: 'One & two', raw: false }, 'author+an:role': { value: '1=host', raw: false } });
  });

  it('adds to the paper what it lacks, and takes nothing away', () => {
    const { item, citationKey } = read({ ...BOOK, publisher: 'Springer', extra: `${BOOK.extra}\nPublisher: Another` });
    expect(item).toMatchObject({ DOI: '10.1/x', publisher: 'Springer', 'original-date': { 'date-parts': [[1976]] }, 'container-author': [{ family: 'Barris', given: 'K.' }, { literal: 'Groff Ltd' }] });
    expect(item.note).toBe('A remark: with a colon\nPublisher: Another');
    expect(citationKey).toBe('barris1976');
  });

  it('comes out as it came in while nothing of it has changed', () => {
    const out = zoteroJsonOf(read(BOOK));
    expect(out['extra']).toBe(BOOK.extra);
    expect(out['DOI']).toBeUndefined();
  });

  it('gives way to what has been changed since, and keeps its BibTeX fields', () => {
    const paper = read(BOOK);
    const out = zoteroJsonOf({ ...paper, item: { ...paper.item, DOI: '10.1/y' } });
    expect(out['DOI']).toBe('10.1/y');
    expect(out['extra']).toBe('A remark: with a colon\ntex.pagetotal: 12\noriginal-date: 1976');
  });

  it('takes what an item has no field for, and gives it back', () => {
    const item = { type: 'webpage' as const, title: 'T', 'original-date': { 'date-parts': [[1901, 2, 3]] }, 'reviewed-title': 'R', illustrator: [{ family: 'Pen', given: 'A.' }, { literal: 'Ink & Co' }] };
    const out = zoteroJsonOf({ id: '', citationKey: 'a', item, tags: [] });
    expect(out['extra']).toBe('original-date: 1901-02-03\nreviewed-title: R\nillustrator: Pen || A.\nillustrator: Ink & Co');
    expect(read(out).item).toEqual(item);
  });

  it('is not needed for the kind of a film that BibLaTeX knows', () => {
    const kinds = ['@video{a, title={T}}', '@movie{a, title={T}}', '@video{a, title={T}, entrysubtype={film}}', '@video{a, title={T}, entrysubtype={tvepisode}}'].map((text) => readBibtex(text).drafts[0]);
    expect(kinds.map((draft) => draft && zoteroJsonOf({ id: '', citationKey: 'a', item: draft.item, tags: [], verbatim: draft.verbatim ? [draft.verbatim] : [] })['itemType'])).toEqual(['videoRecording', 'film', 'film', 'tvBroadcast']);
  });
});

describe('dates in Zotero', () => {
  const issued = (date: string): unknown => read({ itemType: 'book', title: 'T', date }).item.issued;

  it('are read in the languages and orders in which people write them', () => {
    expect(['24 octobre 2008', 'März 1, 2008', '四月 1, 1976', '2008年5月1日', '12 de marzo de 2001', '13-1-2024', '08 1995'].map(issued)).toEqual([[2008, 10, 24], [2008, 3, 1], [1976, 4, 1], [2008, 5, 1], [2001, 3, 12], [2024, 1, 13], [1995, 8]].map((parts) => ({ 'date-parts': [parts] })));
  });

  it('may be ranges: of years, of days, with an open end, before Christ', () => {
    expect(['1973/74', '1944–1945', '2-7 December 2007', '2014-12-31/', '-0099-07-12/-0043-03-15'].map(issued)).toEqual([[[1973], [1974]], [[1944], [1945]], [[2007, 12, 2], [2007, 12, 7]], [[2014, 12, 31], [0]], [[-100, 7, 12], [-44, 3, 15]]].map((parts) => ({ 'date-parts': parts })));
  });

  it('may have a season in the words of several languages, and an hour', () => {
    expect(['printemps 1985', 'Herbst 1990', '2017-23'].map(issued)).toEqual([{ 'date-parts': [[1985]], season: 1 }, { 'date-parts': [[1990]], season: 3 }, { 'date-parts': [[2017]], season: 3 }]);
    expect(issued('26 Mar 2026 10:00:00+AEDT')).toEqual({ 'date-parts': [[2026, 3, 26]] });
  });

  it('count the year 0 as CSL does', () => {
    expect(issued('0000')).toEqual({ 'date-parts': [[-1]] });
  });

  it('give the year of the first edition in brackets', () => {
    expect(read({ itemType: 'book', title: 'T', date: '[1990] 2002' }).item).toMatchObject({ issued: { 'date-parts': [[2002]] }, 'original-date': { 'date-parts': [[1990]] } });
    expect(zoteroJsonOf(read({ itemType: 'book', title: 'T', date: '2002 [1990]' }))['date']).toBe('2002 [1990]');
  });

  it('stay as they are where only their writer knows which is the month', () => {
    expect(issued('10/06/2014')).toEqual({ literal: '10/06/2014' });
  });
});

describe('names in Zotero', () => {
  it('have their particles before the last name or after the first, and suffixes after a comma', () => {
    const creators = [['van der Meer', 'Jan'], ['Almeida', "Luís d'"], ['Aubignac', 'François Hédelin, abbé d’'], ['King', 'Martin, Jr.']].map(([lastName, firstName]) => ({ creatorType: 'author', lastName, firstName }));
    expect(read({ itemType: 'book', title: 'T', creators }).item.author).toEqual([
      { family: 'Meer', given: 'Jan', 'non-dropping-particle': 'van der' }, { family: 'Almeida', given: 'Luís', 'dropping-particle': "d'" }, { family: 'Aubignac', given: 'François Hédelin', suffix: 'abbé d’' }, { family: 'King', given: 'Martin', suffix: 'Jr.' },
    ]);
    expect(zoteroJsonOf(read({ itemType: 'book', title: 'T', creators }))['creators']).toEqual(creators);
  });

  it('are kept in one piece by quotes', () => {
    expect(read({ itemType: 'book', title: 'T', creators: [{ creatorType: 'author', lastName: '"de la Mare"', firstName: 'Walter' }] }).item.author).toEqual([{ family: 'de la Mare', given: 'Walter' }]);
  });
});
