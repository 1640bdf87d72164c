import { describe, expect, it } from 'vitest';
import { cslJson } from '../../../src/formats/csl-json/csl-json.ts';
import { langidOf } from '../../../src/formats/bibtex/languages.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import { asciiTex } from '../../../src/formats/bibtex/tex/write-tex.ts';

describe('letters in LaTeX', () => {
  it('takes ligatures apart and sets marks on letters without a dot', () => {
    expect(asciiTex('gratiﬁcations')).toBe('gratifications');
    expect(texToText(asciiTex('Paı̈doussis'))).toBe('Païdoussis');
  });

  it('reads bars over digits and the clicks of Khoisan languages', () => {
    expect(texToText('$\\langle 00\\overline 1\\rangle$')).toBe('⟨001̅⟩');
    expect(texToText('\\textdoublebarpipe Khomani')).toBe('ǂKhomani');
  });
});

describe('languages', () => {
  it('are known by code, by babel’s name and by their own', () => {
    expect(['de', 'en-US', 'pt_BR', 'eng', 'français', '中文;', 'zh-Hant', 'zh-CN', 'Spanish', 'german'].map(langidOf)).toEqual(['ngerman', 'american', 'brazilian', 'english', 'french', 'chinese', 'chinese-traditional', 'chinese', 'spanish', 'german']);
    expect(langidOf('Italian, English, French and German.')).toBeUndefined();
  });

  it('leave in CSL as codes', () => {
    const text = cslJson.write?.([{ id: '', citationKey: 'a', item: { type: 'book', language: 'English' }, tags: [] }]).text ?? '';
    expect(JSON.parse(text)).toMatchObject([{ language: 'en' }]);
  });
});
