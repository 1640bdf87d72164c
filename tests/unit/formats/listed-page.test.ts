import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { showEscapes } from '../../../src/formats/listed-page/escapes.ts';
import { linksIn } from '../../../src/formats/listed-page/links.ts';
import { listedPage } from '../../../src/formats/listed-page/listed-page.ts';
import type { Reading } from '../../../src/formats/format.ts';

const read = (text: string): Reading => listedPage.read?.(text) ?? { drafts: [], problems: [], leftOut: [], origin: {} };
const titles = (text: string): (string | undefined)[] => read(text).drafts.map(({ item }) => item.title);
const prose = (about: string): string => `We study ${about} and ask what it takes to make it work in practice. Our experiments on four tasks show that a simple change helps. It costs nothing at inference and saves a third of the training time, which we explain with a short analysis of the gradients.`;

const SAMPLE = new URL('../../../../shared/samples/daily-papers-page.txt', import.meta.url);

describe.skipIf(!existsSync(SAMPLE))('the sample page (skipped where ../shared is not there)', () => {
  const source = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8') : '';
  /** The two escapes that this page has, replaced without the code under test. */
  const expected = source.split('\n').filter((line) => line.trim()).slice(5).map((line) => line.trim().replaceAll('\\%', '%').replaceAll("\\'a", 'á'));

  it('gives exactly its 74 papers, titles and abstracts whole', () => {
    const { drafts } = read(source);
    expect(drafts).toHaveLength(74);
    expect(drafts.map(({ item }) => item.title)).toEqual(expected.filter((_, i) => i % 2 === 0));
    expect(drafts.map(({ item }) => item.abstract)).toEqual(expected.filter((_, i) => i % 2 === 1));
  });
  it('keeps its date and origin, and takes no header line for a paper', () => {
    const { origin, leftOut } = read(source);
    expect(origin).toEqual({ page: 'by AK and the research community', date: 'Mar 11' });
    expect(leftOut.map(({ line }) => line)).toEqual([1, 3, 5, 7, 9]);
  });
  it('leaves no escape and doubts nothing', () => {
    const { drafts } = read(source);
    expect(drafts.filter(({ item }) => /\\[%'&]/.test(item.abstract ?? ''))).toEqual([]);
    expect(drafts.filter(({ doubts }) => doubts)).toEqual([]);
  });
});

describe('pages of the same kind', () => {
  it('reads author lines, votes and dates', () => {
    const { drafts } = read(['Daily digest', '', '42', '', 'Small Models Learn From Large Ones', '', 'Ana Silva, Björn Müller, Xi Chen', '', '12 Mar 2026', '', prose('distillation'), '', '17 upvotes', '', 'On Reading Slowly', 'Noor Haddad and Marek Novák', prose('reading')].join('\n'));
    expect(drafts.map(({ item }) => [item.title, item.author?.map((name) => name.family), item.issued?.['date-parts']])).toEqual([
      ['Small Models Learn From Large Ones', ['Silva', 'Müller', 'Chen'], [[2026, 3, 12]]],
      ['On Reading Slowly', ['Haddad', 'Novák'], undefined],
    ]);
  });
  it('keeps the paragraphs of an abstract together', () => {
    const { drafts } = read(`A Title of Four Words\n\n${prose('one')}\n\n${prose('two')}\n\nCode is at https://github.com/a/b.\n\nAnother Title Stands Here\n\n${prose('three')}`);
    expect(drafts.map(({ item }) => item.abstract?.split('\n\n').length)).toEqual([3, 1]);
    expect(drafts[0]?.links).toEqual([{ kind: 'code', url: 'https://github.com/a/b' }]);
  });
  it('puts together lines that were broken at a column', () => {
    const wrapped = prose('wrapping').replace(/(.{60,75}) /g, '$1\n');
    const { drafts } = read(`A Title of Four Words\n\n${wrapped}\n\nAnother Title Stands Here\n\n${wrapped}`);
    expect(drafts.map(({ item }) => item.abstract)).toEqual([prose('wrapping'), prose('wrapping')]);
  });
  it('reads titles alone, and says that it is not sure of them', () => {
    const { drafts } = read('Papers of the week\n\nMar 3\n\nSparse Training of Dense Networks\n\nA Survey of Surveys in Machine Reading\n');
    expect(drafts.map(({ item }) => item.title)).toEqual(['Sparse Training of Dense Networks', 'A Survey of Surveys in Machine Reading']);
    expect(drafts.every(({ doubts }) => doubts?.['title'])).toBe(true);
  });
  it('does not guess what a line between two papers is', () => {
    const { drafts } = read(`A Title of Four Words\n\n${prose('one')}\n\nAn Unexplained Line Stands Here\n\nAnother Title Stands Here\n\n${prose('two')}`);
    expect(drafts.map(({ item, doubts }) => [item.title, doubts !== undefined])).toEqual([['A Title of Four Words', false], ['An Unexplained Line Stands Here', true], ['Another Title Stands Here', false]]);
  });
  it('reads labelled listings', () => {
    const { drafts } = read(`[1] arXiv:2506.01234 [pdf, html]\nTitle: Reading Machines\nAuthors: Ana Silva, Xi Chen\nSubjects: Machine Learning (cs.LG)\nAbstract: ${prose('machines')}\n`);
    expect(drafts[0]?.item).toMatchObject({ title: 'Reading Machines', author: [{ family: 'Silva', given: 'Ana' }, { family: 'Chen', given: 'Xi' }], abstract: prose('machines') });
  });
  it('reads HTML, with identifiers from its links', () => {
    const html = `<!doctype html><html><head><title>Papers of the day</title></head><body><nav>Home</nav><h3><a href="/papers/2303.10464">Sparse &amp; Dense</a></h3><p>${prose('html')}</p><div>12</div><h3><a href="https://arxiv.org/abs/2401.00001">Second Paper Here</a></h3><p>${prose('two')}</p><script>alert(1)</script></body></html>`;
    const { drafts, origin } = read(html);
    expect(drafts.map(({ item }) => [item.title, item.number])).toEqual([['Sparse & Dense', 'arXiv:2303.10464'], ['Second Paper Here', 'arXiv:2401.00001']]);
    expect(origin.page).toBe('Papers of the day');
  });
  it('takes nothing for a paper where there is none', () => { expect(titles('')).toEqual([]); expect(titles('hello')).toEqual([]); });
});

describe('escapes', () => {
  it.each([['55.8\\%', '55.8%'], ["Pir\\'a", 'Pirá'], ["Pir\\'{a}", 'Pirá'], ["Pir\\'a as Jos\\'e is", 'Pirá as José is'], ["na\\\"{\\i}ve", 'naïve'], ['\\"{o}ffnen', 'öffnen'], ['Ga\\v{s}i\\\'c', 'Gašić'], ['\\c{c}a', 'ça'], ['Stra\\ss{}e', 'Straße'], ['R\\&D', 'R&D']])('%s is %s', (from, to) => { expect(showEscapes(from)).toBe(to); });
  it('leaves mathematics alone', () => { expect(showEscapes("costs $O(n\\log n)\\%$ and 5\\%")).toBe('costs $O(n\\log n)\\%$ and 5%'); });
});

describe('links', () => {
  it.each([
    ['see https://github.com/a/b{link}.', 'https://github.com/a/b', 'code'], ['(https://clearinghouse.net),which', 'https://clearinghouse.net', 'page'],
    ['The dataset is at https://example.org/x_(y).', 'https://example.org/x_(y)', 'data'], ['https://huggingface.co/datasets/a', 'https://huggingface.co/datasets/a', 'data'],
  ])('finds the one in %s', (text, url, kind) => { expect(linksIn(text)).toEqual([{ kind, url }]); });
});
