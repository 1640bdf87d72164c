import { describe, expect, it } from 'vitest';
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

  it('keeps as a note what names no variable', () => {
    expect(extraOf('Comment: 21 pages\nhttp://example.org/a\na = b').note).toBe('Comment: 21 pages\nhttp://example.org/a\na = b');
  });

  it('gives BibTeX fields under tex., as text after a colon and as LaTeX after an equals sign', () => {
    expect(extraOf('tex.crossref= other\nTeX.subtitle: One & two\n"tex.author+an:role": 1=host').tex).toEqual({ crossref: { value: 'other', raw: true }, subtitle: { value: 'One & two', raw: false } });
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
    expect(out['extra']).toBe('A remark: with a colon\ntex.pagetotal: 12');
  });
});
