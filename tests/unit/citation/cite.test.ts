import { describe, expect, it } from 'vitest';
import { Cite, placeOf, writeCites } from '../../../src/citation/cite.ts';
import { placeFrom } from '../../../src/citation/place.ts';

const cite = (key: string, more: Partial<Cite> = {}): Cite => Cite.parse({ id: key, key, ...more });
const [plain, other] = [cite('a2020'), cite('b2021')];
const page = cite('a2020', { locator: '4-7', prefix: 'see', suffix: 'among others' });

describe('citations in a source text', () => {
  it('name several works at once where nothing is said about any', () => {
    expect(writeCites([plain, other], 'latex')).toBe('\\cite{a2020,b2021}');
    expect(writeCites([plain, other], 'natbib')).toBe('\\citep{a2020,b2021}');
    expect(writeCites([plain, other], 'biblatex')).toBe('\\autocite{a2020,b2021}');
    expect(writeCites([plain, other], 'pandoc')).toBe('[@a2020; @b2021]');
    expect(writeCites([plain, other], 'pandoc', { brackets: false })).toBe('@a2020; @b2021');
    expect(writeCites([plain, other], 'typst')).toBe('@a2020 @b2021');
    expect(writeCites([plain, other], 'org')).toBe('[cite:@a2020;@b2021]');
    expect(writeCites([plain, other], 'mmd')).toBe('[][#a2020][][#b2021]');
    expect(writeCites([plain, other], 'asciidoctor-bibtex')).toBe('cite:[a2020, b2021]');
    expect(writeCites([plain, other], 'citekey')).toBe('a2020,b2021');
  });
  it('say where in a work, and what stands around it', () => {
    expect(writeCites([page], 'latex')).toBe('\\cite[see][pp. 4--7, among others]{a2020}');
    expect(writeCites([page, other], 'biblatex')).toBe('\\autocites[see][pp. 4--7, among others]{a2020}{b2021}');
    expect(writeCites([page, other], 'pandoc')).toBe('[see @a2020, pp. 4-7, among others; @b2021]');
    expect(writeCites([cite('a2020', { locator: '3', label: 'chapter' })], 'typst')).toBe('#cite(<a2020>, supplement: [ch. 3])');
    expect(writeCites([page], 'org')).toBe('[cite:see @a2020 pp. 4-7, among others]');
  });
  it('leave authors out in each language’s way', () => {
    const silent = cite('a2020', { suppressAuthor: true });
    expect(writeCites([silent], 'biblatex')).toBe('\\autocite*{a2020}');
    expect(writeCites([silent], 'natbib')).toBe('\\citeyearpar{a2020}');
    expect(writeCites([silent], 'pandoc')).toBe('[-@a2020]');
    expect(writeCites([silent], 'typst')).toBe('#cite(<a2020>, form: "year")');
  });
  it('take another command', () => { expect(writeCites([plain], 'latex', { command: 'textcite' })).toBe('\\textcite{a2020}'); });
  it('keep letters that the language would take for its own', () => {
    expect(writeCites([cite('a2020', { suffix: '100% & more [sic]' })], 'latex')).toBe('\\cite[{100\\% \\& more [sic]}]{a2020}');
    expect(writeCites([cite('doi/10.1:x')], 'pandoc')).toBe('[@doi/10.1:x]');
    expect(writeCites([cite('odd.')], 'pandoc')).toBe('[@{odd.}]');
    expect(writeCites([cite('odd+key')], 'typst')).toBe('#cite(label("odd+key"))');
  });
  it('count pages', () => {
    expect([cite('a', { locator: '4' }), cite('a', { locator: '4–7' }), cite('a', { locator: '3', label: 'figure' }), plain].map(placeOf)).toEqual(['p. 4', 'pp. 4–7', 'fig. 3', '']);
  });
});

describe('a place as people type it', () => {
  it.each([['p. 4', 'page', '4'], ['pp 12-15', 'page', '12-15'], ['ch 3', 'chapter', '3'], ['§ 2', 'section', '2'], ['fig. 2a', 'figure', '2a'], ['Page 9', 'page', '9']])('%s', (typed, label, locator) => {
    expect(placeFrom(typed)).toEqual({ label, locator });
  });
  it.each(['paper', 'vision 2020', 'chapter', 'p', 'networks', 'note taking', 'line search 3d'])('%s is words', (typed) => { expect(placeFrom(typed)).toBeNull(); });
});
