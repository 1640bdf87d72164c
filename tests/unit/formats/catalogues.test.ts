import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '../../../src/formats/formats.ts';
import type { Draft } from '../../../src/formats/format.ts';

const read = (text: string): Draft[] => recogniseFormat(text, '')?.read?.(text).drafts ?? [];

describe('Primo', () => {
  const record = (display: string, addata: string): string => `<record xmlns="http://www.exlibrisgroup.com/xsd/primo/primo_nm_bib"><display>${display}</display><addata>${addata}</addata></record>`;

  it('takes names without years of life, titles without who wrote them, call numbers of every place', () => {
    const [draft] = read(record('<type>book</type><title>On growth : and form / by D. Thompson</title><creator>Thompson, D. W. (1860-1948) [author]$$QThompson</creator><availlibrary>$$Lone$$2QH1$$Sx</availlibrary><availlibrary>$$2(QH2 )$$Sx</availlibrary>', '<date>1917</date><cop>Cambridge</cop><pub>CUP</pub>'));
    expect(draft?.item).toMatchObject({ type: 'book', title: 'On growth: and form', author: [{ family: 'Thompson', given: 'D. W.' }], 'call-number': 'QH1, QH2', publisher: 'CUP', 'publisher-place': 'Cambridge', issued: { 'date-parts': [[1917]] } });
  });

  it('tells the kind by its RIS type where the catalogue has a word of its own', () => {
    expect(read(record('<type>Zeitschriftenaufsatz</type><title>T</title>', '<ristype>JOUR</ristype><jtitle>J</jtitle><date>20120117</date>'))[0]?.item).toMatchObject({ type: 'article-journal', 'container-title': 'J', issued: { 'date-parts': [[2012, 1, 17]] } });
  });
});

describe('MODS of a congress', () => {
  it('cites a bill by its short title and keeps the long one beside it', () => {
    const [draft] = read('<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>An Act To do much</title></titleInfo><name type="corporate"><namePart>United States</namePart></name><identifier type="preferred citation">H.R. 1</identifier><extension><collectionCode>BILLS</collectionCode><shortTitle>Much Act</shortTitle><congress>117</congress><originChamber>HOUSE</originChamber></extension></mods>');
    expect(draft?.item).toMatchObject({ type: 'bill', title: 'Much Act', number: 'H.R. 1', authority: 'House' });
    expect(draft?.item.author).toBeUndefined();
    expect(draft?.verbatim?.fields['mods:officialTitle']).toBe('An Act To do much');
  });
});

describe('RDF', () => {
  it('takes no address for the name of a blank node', () => {
    const text = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:schema="http://schema.org/"><schema:ScholarlyArticle><schema:name>T</schema:name><schema:author rdf:resource="N1"/><schema:author rdf:nodeID="N1"/></schema:ScholarlyArticle><schema:Person rdf:nodeID="N1"><schema:familyName>Ho</schema:familyName></schema:Person></rdf:RDF>';
    expect(read(text)[0]?.item.author).toEqual([{ family: 'Ho' }]);
  });
});
