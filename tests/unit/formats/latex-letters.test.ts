import { describe, expect, it } from 'vitest';
import { bibtex } from '../../../src/formats/bibtex/bibtex.ts';
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

describe('signs of mathematics', () => {
  it('are characters where a formula is no more than they', () => {
    expect(texToText('over $\\mathbb{R}$ and $\\mathcal L$, $A \\not\\subset B$')).toBe('over ℝ and ℒ, $A \\not\\subset B$');
    expect(['\\forall', '\\notin', '\\not\\leq', '\\frac{1}{3}', '\\greaterequivlnt', '\\longrightarrow'].map((one) => texToText(`$${one}$`))).toEqual(['∀', '∉', '≰', '⅓', '≳', '⟶']);
    expect(texToText('$\\frac{7}{13}$')).toBe('$\\frac{7}{13}$');
  });

  it('have commands in ASCII, which bring them back', () => {
    expect(asciiTex('∑ 𝑘 ℝ 𝜌 α ⅓ ⁴')).toBe('{$\\sum$} {$k$} {$\\mathbb{R}$} {$\\rho$} {$\\alpha$} {$\\frac{1}{3}$} {$^{4}$}');
    expect(texToText(asciiTex('∑ ∀ ℝ α ⅓ ⁴ ₂ ≳ → ⊗'))).toBe('∑ ∀ ℝ α ⅓ ⁴ ₂ ≳ → ⊗');
  });

  it('leave formulas alone, and the punctuation of Chinese', () => {
    expect(asciiTex('a $r_{\\text{ρ}}$')).toBe('a $r_{\\text{ρ}}$');
    expect(asciiTex('語，言；Ⅱ')).toBe('語，言；II');
  });
});

describe('other letters', () => {
  it('are read by their names in LaTeX: Cyrillic, guillemets in pairs', () => {
    expect(texToText('{\\cyrchar\\CYRM}{\\cyrchar\\cyri}{\\cyrchar\\cyrr}')).toBe('Мир');
    expect(texToText('le <<~mot~>> et a << b')).toBe('le «\u00a0mot\u00a0» et a << b');
  });

  it('never stand in for an address', () => {
    const text = bibtex.write?.([{ id: '', citationKey: 'k', item: { type: 'book', title: 'é', URL: 'https://example.org/é' }, tags: [] }], { letters: 'latex' }).text ?? '';
    expect(text).toContain("title = {{\\'{e}}}");
    expect(text).toContain('url = {https://example.org/é}');
  });

  it('are not what a name is only sorted by', () => expect(texToText('{\\noopsort{meer}}{van der Meer}')).toBe('van der Meer'));
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
