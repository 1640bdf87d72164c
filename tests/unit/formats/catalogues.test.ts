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
    const text = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:schema="http://schema.org/"><schema:ScholarlyArticle><schema:name>T</schema:name><schema:author rdf:resource="N1"/><schema:author rdf:nodeID="N1"/></schema:ScholarlyArticle><schema:Person rdf:nodeID="N1"><schema:familyName>Ho</schema:familyName><schema:givenName>A.</schema:givenName></schema:Person></rdf:RDF>';
    expect(read(text)[0]?.item.author).toEqual([{ family: 'Ho', given: 'A.' }]);
  });
});

describe('COinS', () => {
  it('reads what pages hide, by OpenURL keys', () => {
    const [draft] = read('<p>x</p><span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=On+Sets&amp;rft.jtitle=Annals&amp;rft.aulast=Zadeh&amp;rft.aufirst=Lotfi&amp;rft.au=Zadeh%2C+Lotfi&amp;rft.au=Ho%2C+A.&amp;rft.spage=1&amp;rft.epage=9&amp;rft.date=1965-06&amp;rft_id=info%3Adoi%2F10.1000%2Fx"></span>');
    expect(draft?.item).toEqual({ type: 'article-journal', title: 'On Sets', 'container-title': 'Annals', author: [{ family: 'Zadeh', given: 'Lotfi' }, { family: 'Ho', given: 'A.' }], page: '1-9', issued: { 'date-parts': [[1965, 6]] }, DOI: '10.1000/x' });
  });

  it('reads the same as XML', () => {
    const [draft] = read('<ctx:context-objects xmlns:ctx="info:ofi/fmt:xml:xsd:ctx"><ctx:context-object><ctx:referent><ctx:identifier>info:doi/10.1000/y</ctx:identifier><ctx:metadata-by-val><ctx:format>info:ofi/fmt:xml:xsd:book</ctx:format><ctx:metadata><b:book xmlns:b="b"><b:authors><b:author><b:aulast>Carson</b:aulast><b:aufirst>Rachel</b:aufirst></b:author></b:authors><b:btitle>The Sea Around Us</b:btitle><b:date>1951</b:date></b:book></ctx:metadata></ctx:metadata-by-val></ctx:referent></ctx:context-object></ctx:context-objects>');
    expect(draft?.item).toEqual({ type: 'book', title: 'The Sea Around Us', author: [{ family: 'Carson', given: 'Rachel' }], issued: { 'date-parts': [[1951]] }, DOI: '10.1000/y' });
  });
});

describe('Crossref JSON', () => {
  it('reads works of the REST API, with abstracts freed of JATS', () => {
    const [draft] = read(JSON.stringify({ 'message-type': 'work', message: { DOI: '10.1000/z', type: 'book-chapter', title: ['A chapter'], subtitle: ['Its rest'], 'container-title': ['The book', 'The series'], author: [{ given: 'Ada', family: 'Lovelace' }, { name: 'A Group' }], issued: { 'date-parts': [[2012, 1]] }, abstract: '<jats:p>One &amp; two.</jats:p><jats:p>Three.</jats:p>' } }));
    expect(draft?.item).toMatchObject({ type: 'chapter', title: 'A chapter: Its rest', 'container-title': 'The book', 'collection-title': 'The series', author: [{ family: 'Lovelace', given: 'Ada' }, { literal: 'A Group' }], issued: { 'date-parts': [[2012, 1]] }, abstract: 'One & two.\n\nThree.' });
  });
});

describe('Citavi', () => {
  const project = `<CitaviExchangeData><Persons><Person id="p1"><FirstName>Ada</FirstName><LastName>Lovelace</LastName></Person><Person id="p2"><LastName>Royal Society</LastName></Person></Persons>
    <References><Reference id="r1"><ReferenceType>Contribution</ReferenceType><Title>Notes</Title><Subtitle>On the Engine</Subtitle><PageRange>&lt;sp&gt;&lt;n&gt;3&lt;/n&gt;&lt;os&gt;3&lt;/os&gt;&lt;/sp&gt;&lt;os&gt;3-9&lt;/os&gt;</PageRange></Reference><Reference id="r2"><ReferenceType>BookEdited</ReferenceType><Title>Memoirs</Title><Year>1843</Year></Reference></References>
    <ReferenceAuthors><OnetoN>r1;p1</OnetoN></ReferenceAuthors><ReferenceEditors><OnetoN>r2;p2</OnetoN></ReferenceEditors><ReferenceReferences><OnetoN>r2;r1</OnetoN></ReferenceReferences>
    <Categories><Category id="c1"><Name>Engines</Name></Category><Category id="c2"><Name>Analytical</Name></Category></Categories><CategoryCatgories><OnetoN>c1;c2</OnetoN></CategoryCatgories><ReferenceCategories><OnetoN>r1;c2</OnetoN></ReferenceCategories>
    <KnowledgeItems><KnowledgeItem id="k1"><ReferenceID>r1</ReferenceID><CoreStatement>Loom</CoreStatement><QuotationType>1</QuotationType><Text>It weaves.</Text></KnowledgeItem></KnowledgeItems></CitaviExchangeData>`;

  it('joins a contribution with the book it is in, its categories and quotations', () => {
    const [draft] = read(project);
    expect(draft?.item).toMatchObject({ type: 'chapter', title: 'Notes: On the Engine', 'container-title': 'Memoirs', page: '3-9', author: [{ family: 'Lovelace', given: 'Ada' }], editor: [{ literal: 'Royal Society' }], issued: { 'date-parts': [[1843]] } });
    expect(draft?.collections).toEqual([['Engines', 'Analytical']]);
    expect(draft?.notes).toEqual(['### Loom\n\n> It weaves.']);
  });
});

describe('BIBO', () => {
  it('reads articles with lists of people, in either spelling of a list', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bibo="http://purl.org/ontology/bibo/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
      <bibo:AcademicArticle rdf:about="#a"><dcterms:title>On Sets</dcterms:title><dcterms:issued>1965-06</dcterms:issued><dcterms:isPartOf rdf:resource="#j"/><bibo:volume>8</bibo:volume><bibo:doi>10.1000/x</bibo:doi>
        <bibo:authorList rdf:parseType="Collection"><foaf:Person><foaf:givenName>Lotfi</foaf:givenName><foaf:familyName>Zadeh</foaf:familyName></foaf:Person><foaf:Person><foaf:givenName>A.</foaf:givenName><foaf:familyName>Ho</foaf:familyName></foaf:Person></bibo:authorList></bibo:AcademicArticle>
      <bibo:Journal rdf:about="#j"><dcterms:title>Information and Control</dcterms:title><bibo:issn>0019-9958</bibo:issn></bibo:Journal></rdf:RDF>`;
    expect(read(text).map(({ item }) => item)).toEqual([{ type: 'article-journal', title: 'On Sets', issued: { 'date-parts': [[1965, 6]] }, 'container-title': 'Information and Control', ISSN: '0019-9958', volume: '8', DOI: '10.1000/x', author: [{ family: 'Zadeh', given: 'Lotfi' }, { family: 'Ho', given: 'A.' }] }]);
  });
});

describe('what a paper has no value for stays beside it', () => {
  it('of PubMed: qualifiers of subjects, substances, dates of handling', () => {
    const [draft] = read('<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID>1</PMID><DateRevised><Year>2015</Year><Month>9</Month><Day>15</Day></DateRevised><Article><Journal><Title>J</Title></Journal><ArticleTitle>T.</ArticleTitle></Article><ChemicalList><Chemical><NameOfSubstance>Iodine</NameOfSubstance></Chemical></ChemicalList><MeshHeadingList><MeshHeading><DescriptorName>Graves Disease</DescriptorName><QualifierName MajorTopicYN="Y">radiotherapy</QualifierName></MeshHeading></MeshHeadingList></MedlineCitation></PubmedArticle></PubmedArticleSet>');
    expect(draft?.tags).toEqual(['Graves Disease']);
    expect(draft?.verbatim?.fields).toMatchObject({ 'pubmed:MeshHeading': 'Graves Disease/radiotherapy*', 'pubmed:NameOfSubstance': 'Iodine', 'pubmed:DateRevised': '2015-09-15', 'pubmed:MedlineCitation.Status': 'MEDLINE' });
  });
  it('of MARC: fields of the catalogue, and where a part stands in its book', () => {
    const field = (tag: string, ...parts: [string, string][]): string => `<datafield tag="${tag}">${parts.map(([code, text]) => `<subfield code="${code}">${text}</subfield>`).join('')}</datafield>`;
    const [draft] = read(`<record><leader>00864naa a2200253 c 4500</leader>${field('245', ['a', 'Part'], ['c', 'by A. Ho'])}${field('773', ['t', 'The book'], ['g', 'Seite 447-473'])}${field('776', ['z', '978-0'])}</record>`);
    expect(draft?.item).toMatchObject({ type: 'chapter', title: 'Part', 'container-title': 'The book', page: '447-473' });
    expect(draft?.verbatim?.fields).toMatchObject({ 'marc:245': '$c by A. Ho', 'marc:776': '$z 978-0' });
  });
  it('of every source: fields that the kind of paper does not have', () => {
    const [draft] = read('<xml><records><record><ref-type name="Book">6</ref-type><titles><title>T</title></titles><pages>162-168</pages></record></records></xml>');
    expect(draft?.verbatim?.fields['zotero:pages']).toBe('162-168');
  });
});

describe('MEDLINE', () => {
  it('joins a title of several fields', () => {
    expect(read('PMID- 1\nIS  - 0955-2359 (Print)\nIS  - 0955-2359 (Linking)\nIS  - 1477-4674 (Electronic)\nTI  - T\n')[0]?.item.ISSN).toBe('0955-2359 1477-4674');
    expect(read('PMID- 1\nTI  - One\nTI  - two?\nTI  - Three\nPT  - Journal Article\n')[0]?.item.title).toBe('One: two? Three');
  });
});

describe('tagged displays of catalogues', () => {
  it('of Copac: each title begins a book, long values go on in the next line', () => {
    const [one, other, ...more] = read('TI- On growth\n    and form\nAU- Thompson, D. W. 1860-1948\nAU- Royal Society\nPY- 1917\nPU- Cambridge : CUP\nKW- Biology; Morphology\nPD- 793p ; 23cm\n\nTI- Another\nPY- 1918\n');
    expect(one).toMatchObject({ item: { type: 'book', title: 'On growth and form', author: [{ family: 'Thompson', given: 'D. W.' }, { literal: 'Royal Society' }], issued: { 'date-parts': [[1917]] }, publisher: 'Cambridge : CUP' }, tags: ['Biology', 'Morphology'], verbatim: { fields: { 'copac:PD': '793p ; 23cm' } } });
    expect(other?.item.title).toBe('Another');
    expect(more).toEqual([]);
  });
  it('of Ovid with labels: degrees are no people, sources are taken apart or kept', () => {
    const [one, other] = read('<1>\nScore\n  *****\nAuthor\n  Bunkers, Sandra Schmidt RN; PhD; FAAN 1;  Ho, A. 2\nTitle\n  Listening.[Article]\nSource\n  Nursing Science Quarterly.   28(2):103-106, April 2015.\nDOI Number\n  10.1177/x\n\n<2>\nAuthor\n  Max [Ed]\nSource\n  Somewhere else\nPublication Type\n  Book\n');
    expect(one?.item).toMatchObject({ type: 'article-journal', title: 'Listening', author: [{ family: 'Bunkers', given: 'Sandra Schmidt' }, { family: 'Ho', given: 'A.' }], 'container-title': 'Nursing Science Quarterly', volume: '28', issue: '2', page: '103-106', issued: { 'date-parts': [[2015, 4]] }, DOI: '10.1177/x' });
    expect(one?.verbatim?.fields['ovid:Score']).toBe('*****');
    expect(other).toMatchObject({ item: { type: 'book', editor: [{ family: 'Max' }] }, verbatim: { fields: { 'ovid:SO': 'Somewhere else' } } });
  });
  it('of INSPEC: the source is taken apart as far as it says what it is', () => {
    const [one, ...more] = read('Record 1 of 1 - INSPEC 1990-1998\n\nTI ~ The SIS project\nAU ~ Prechelt, Lutz; Adam, R. \nSO ~ Computer Journal. June 1992; 19(2): 20-25\nRT ~ Journal-Paper\n');
    expect(one?.item).toMatchObject({ type: 'article-journal', title: 'The SIS project', author: [{ family: 'Prechelt', given: 'Lutz' }, { family: 'Adam', given: 'R.' }], 'container-title': 'Computer Journal', issued: { 'date-parts': [[1992]] }, volume: '19', issue: '2', page: '20-25' });
    expect(more).toEqual([]);
  });
});

describe('the sources of Word', () => {
  const source = (fields: string): string => `<?xml version="1.0"?><b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" SelectedStyle=""><b:Source>${fields}</b:Source></b:Sources>`;

  it('are read with people, parts of dates and places, a standard number by its shape, and what no field holds beside the paper', () => {
    const [draft] = read(source('<b:Tag>Doe12</b:Tag><b:SourceType>Book</b:SourceType><b:LCID>1031</b:LCID><b:Title>On Things</b:Title><b:Year>2012</b:Year><b:Month>March</b:Month><b:Day>4</b:Day><b:City>Bonn</b:City><b:CountryRegion>Germany</b:CountryRegion><b:StandardNumber>ISBN: 978-3-16-148410-0</b:StandardNumber><b:Theater>Globe</b:Theater><b:Author><b:Author><b:NameList><b:Person><b:Last>Doe</b:Last><b:First>Jane</b:First><b:Middle>Q.</b:Middle></b:Person></b:NameList></b:Author><b:Editor><b:Corporate>The Group</b:Corporate></b:Editor></b:Author>'));
    expect(draft?.item).toEqual({ type: 'book', title: 'On Things', language: 'de', issued: { 'date-parts': [[2012, 3, 4]] }, 'publisher-place': 'Bonn, Germany', ISBN: '978-3-16-148410-0', author: [{ family: 'Doe', given: 'Jane Q.' }], editor: [{ literal: 'The Group' }] });
    expect(draft?.citationKey).toBe('Doe12');
    expect(draft?.verbatim?.fields['word:Theater']).toBe('Globe');
  });

  it('say seasons, and numbers by the names that JabRef puts before them', () => {
    const [draft] = read(source('<b:SourceType>JournalArticle</b:SourceType><b:Title>T</b:Title><b:Year>2011</b:Year><b:Month>Fall</b:Month><b:StandardNumber>:ISBN:978-3-16-148410-0 :ISSN:0937-6429 :MRN:12345</b:StandardNumber>'));
    expect(draft?.item).toMatchObject({ ISBN: '978-3-16-148410-0', ISSN: '0937-6429', issued: { 'date-parts': [[2011]], season: 3 } });
    expect(draft?.verbatim?.fields['word:StandardNumber']).toBe(':MRN:12345');
  });

  it('name who is talked to, who invented and who made a work as its author', () => {
    const person = '<b:NameList><b:Person><b:Last>Noether</b:Last></b:Person></b:NameList>';
    for (const [type, role] of [['Interview', 'Interviewee'], ['Patent', 'Inventor'], ['Art', 'Artist']]) expect(read(source(`<b:SourceType>${type ?? ''}</b:SourceType><b:Title>T</b:Title><b:Author><b:${role ?? ''}>${person}</b:${role ?? ''}></b:Author>`))[0]?.item.author).toEqual([{ family: 'Noether' }]);
  });
});

describe('Biblioscape', () => {
  it('is read by its tags up to a line of dashes; second and third titles stay beside the paper', () => {
    const drafts = read('--AU-- Baklouti, F.; Huang, S. C.\n--TI-- Splicing\n--ST-- Blood\n--YP-- 1996\n--VL-- 87\n--NB-- 9\n--PS-- 3934\n--PE-- 3941\n--KW-- Actin; Rna\n--RT-- Journal Article\n--IS-- 0006-4971\n--TT-- Third title\n------\n--TI-- Another\n--RT-- Book\n------\n');
    expect(drafts[0]).toMatchObject({ item: { type: 'article-journal', title: 'Splicing', 'container-title': 'Blood', volume: '87', issue: '9', page: '3934-3941', ISSN: '0006-4971', author: [{ family: 'Baklouti', given: 'F.' }, { family: 'Huang', given: 'S. C.' }], issued: { 'date-parts': [[1996]] } }, tags: ['Actin', 'Rna'], verbatim: { fields: { 'biblioscape:TT': 'Third title' } } });
    expect(drafts[1]?.item).toEqual({ type: 'book', title: 'Another' });
  });
  it('keeps what a journal seldom has, such as an edition', () => {
    expect(read('--TI-- T\n--RT-- Journal Article\n--ED-- Second Edition\n------\n')[0]?.item).toEqual({ type: 'article-journal', title: 'T', edition: 'Second Edition' });
  });
});
