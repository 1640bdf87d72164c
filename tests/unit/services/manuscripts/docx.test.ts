import { describe, expect, it } from 'vitest';
import { docxText } from '../../../../src/services/manuscripts/docx.ts';
import { field, smallDocx, words } from '../../../helpers/small-docx.ts';

const LECUN = { type: 'article-journal', title: 'Deep learning', DOI: '10.1038/nature14539', author: [{ family: 'LeCun', given: 'Yann' }], issued: { 'date-parts': [[2015]] } };
const VASWANI = { type: 'paper-conference', title: 'Attention is all you need', author: [{ family: 'Vaswani', given: 'Ashish' }], issued: { 'date-parts': [['2017']] } };
const citation = (...items: unknown[]): string => JSON.stringify({ citationID: 'aB"3', properties: { formattedCitation: '(LeCun & Bengio, 2015)' }, citationItems: items.map((itemData, id) => ({ id, itemData })), schema: 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json' });
const names = (...lines: string[]): string[] => docxText(smallDocx(lines)).works.map(({ name }) => name);

describe('what a Word document cites', () => {
  it('is in the fields of Zotero, by their citation keys, wherever Word broke them into runs', () => {
    const code = ` ADDIN ZOTERO_ITEM CSL_CITATION ${citation({ ...LECUN, 'citation-key': 'lecun2015deep' }, VASWANI)} `;
    for (const runs of [1, 3, 40]) {
      const { works, text } = docxText(smallDocx([words('As shown ') + field(code, '(LeCun & Bengio, 2015)', { runs })]));
      expect(works).toMatchObject([{ name: 'lecun2015deep', item: { DOI: '10.1038/nature14539' } }, { name: 'Vaswani 2017', item: { title: 'Attention is all you need' } }]);
      expect(text.trim()).toBe('As shown (LeCun & Bengio, 2015)');
    }
  });
  it('is in the fields of Mendeley, and in the tags of its newer citations', () => {
    expect(names(field(`ADDIN CSL_CITATION ${citation(LECUN)}`, '[1]'))).toEqual(['10.1038/nature14539']);
    const tag = Buffer.from(citation(VASWANI)).toString('base64');
    expect(names(`<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_${tag}"/></w:sdtPr><w:sdtContent>${words('[2]')}</w:sdtContent></w:sdt>`)).toEqual(['Vaswani 2017']);
  });
  it('is in the fields of EndNote, within them or beside them', () => {
    const record = '<record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author>LeCun, Yann</author></authors></contributors><titles><title>Deep learning</title></titles><dates><year>2015</year></dates><electronic-resource-num>10.1038/nature14539</electronic-resource-num></record>';
    const code = `<EndNote><Cite><Author>LeCun</Author><Year>2015</Year><RecNum>7</RecNum><DisplayText>(1)</DisplayText>${record}</Cite></EndNote>`;
    expect(docxText(smallDocx([field(` ADDIN EN.CITE ${code}`, '(1)')])).works).toMatchObject([{ item: { title: 'Deep learning', DOI: '10.1038/nature14539' } }]);
    expect(names(field(' ADDIN EN.CITE ', field(' ADDIN EN.CITE.DATA ', '', { data: code }), { data: code })).filter((name, at, all) => all.indexOf(name) === at)).toEqual(['10.1038/nature14539']);
  });
  it('is in the citations of Word itself, and of simple fields', () => {
    expect(names(field(' CITATION LeC15 \\l 1033 \\m Vas17', '(LeCun, 2015)'), '<w:fldSimple w:instr=" CITATION He16 \\l 1033 "></w:fldSimple>')).toEqual(['LeC15', 'Vas17', 'He16']);
  });
  it('is in words and footnotes too, where keys are written as they are', () => {
    const { text } = docxText(smallDocx([words('See [@he20') + words('16deep; @smith & co]')], [words('Also @doe1999.')]));
    expect(text).toContain('[@he2016deep; @smith & co]');
    expect(text).toContain('@doe1999');
  });
  it('is not in fields of other kinds, nor in what is broken', () => {
    expect(names(field(' PAGEREF _Toc1 \\h ', '3'), field('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY', 'LeCun'), field('ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"', '?'))).toEqual([]);
    expect(() => docxText(new Uint8Array([1, 2, 3]))).toThrow();
  });
});
