import { describe, expect, it } from 'vitest';
import { Cite } from '../../../src/citation/cite.ts';
import type { CslItem } from '../../../src/model/csl.ts';
import { styles } from '../../../src/services/styles/styles.ts';

const shelf = await styles();
const work = (family: string, given: string, year: number, title: string): CslItem => ({ type: 'article-journal', title, author: [{ family, given }], issued: { 'date-parts': [[year]] }, 'container-title': 'Nature', volume: '1', page: '1-9' });
const papers = Object.entries({
  lecun: work('LeCun', 'Yann', 2015, 'Deep learning'), turing: work('Turing', 'Alan', 1950, 'Computing machinery'), early: work('Turing', 'Alan', 1936, 'Computable numbers'), other: work('Turing', 'Alan', 1936, 'An extension'),
  many: { ...work('Vaswani', 'Ashish', 2017, 'Attention'), author: ['Vaswani', 'Shazeer', 'Parmar', 'Uszkoreit'].map((family) => ({ family, given: 'A.' })) },
}).map(([id, item]) => ({ id, item }));
const cite = (id: string, more: Partial<Cite> = {}): Cite => Cite.parse({ id, key: id, ...more });
function set(style: string, ...cites: Cite[]): string {
  const processor = shelf.processor(style);
  if (!processor.ok) throw new Error(processor.error.message);
  return processor.value.citation(papers.filter(({ id }) => cites.some((one) => one.id === id)), cites).text;
}

describe('a citation in a style', () => {
  it('names authors and year, or a number, or is a note', () => {
    expect(set('apa', cite('lecun'))).toBe('(LeCun, 2015)');
    expect(set('ieee', cite('lecun'))).toBe('[1]');
    expect(set('chicago-fullnote-bibliography', cite('lecun'))).toMatch(/^Yann LeCun, “Deep Learning,” Nature 1 \(2015\): 1–9\.$/);
    expect(set('modern-language-association', cite('lecun'))).toBe('(LeCun)');
  });
  it.each([['page', '7', 'p. 7'], ['page', '7-9', 'pp. 7–9'], ['chapter', '3', 'Chapter 3'], ['section', '2', 'Section 2'], ['figure', '4', 'Figure 4'], ['note', '5', 'Note 5'], ['paragraph', '6', 'para. 6']] as const)('says where: %s %s', (label, locator, said) => {
    expect(set('apa', cite('lecun', { label, locator })).toLowerCase()).toBe(`(LeCun, 2015, ${said})`.toLowerCase());
  });
  it('has words before and after', () => {
    expect(set('apa', cite('lecun', { prefix: 'see', suffix: 'and others' }))).toBe('(see LeCun, 2015, and others)');
    expect(set('apa', cite('lecun', { prefix: 'cf.', locator: '7', suffix: '; my italics' }))).toBe('(cf. LeCun, 2015, p. 7; my italics)');
  });
  it('leaves the author out where the sentence names them', () => {
    expect(set('apa', cite('lecun', { suppressAuthor: true }))).toBe('(2015)');
    expect(set('apa', cite('lecun', { suppressAuthor: true, locator: '7' }))).toBe('(2015, p. 7)');
  });
  it('puts several works together, as the style orders them', () => {
    expect(set('apa', cite('turing'), cite('lecun'))).toBe('(LeCun, 2015; Turing, 1950)');
    expect(set('apa', cite('turing'), cite('early'))).toBe('(Turing, 1936, 1950)');
    expect(set('nature', cite('turing'), cite('early'), cite('lecun'))).toBe('1–3');
  });
  it('tells works of one author and year apart', () => {
    expect(set('apa', cite('other'), cite('early'))).toBe('(Turing, 1936a, 1936b)');
    expect(set('apa', cite('early'))).toBe('(Turing, 1936)');
  });
  it('says ibid. of the work just named, in styles that do, and shortens one named before', () => {
    const note = (...cites: Cite[]): string => set('chicago-fullnote-bibliography-with-ibid', ...cites);
    expect(note(cite('lecun', { locator: '2' }), cite('lecun', { locator: '5' }))).toMatch(/^Yann LeCun, “Deep Learning,” .*: 2; ibid\., 5\.$/);
    expect(note(cite('lecun', { locator: '2' }), cite('lecun', { locator: '2' }))).toMatch(/: 2; ibid\.$/);
    expect(note(cite('lecun'), cite('turing'), cite('lecun'))).toMatch(/^Yann LeCun, “Deep Learning,” .*; Alan Turing, .*; LeCun, “Deep Learning.”$/);
    expect(set('apa', cite('lecun', { locator: '2' }), cite('turing'))).toBe('(LeCun, 2015, p. 2; Turing, 1950)');
  });
  it('shortens many authors', () => { expect(set('apa', cite('many'))).toBe('(Vaswani et al., 2017)'); });
});
