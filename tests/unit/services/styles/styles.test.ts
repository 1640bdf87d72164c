import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../src/model/csl.ts';
import { styles } from '../../../../src/services/styles/styles.ts';
import { WELL_KNOWN } from '../../../../src/services/styles/well-known.ts';

const shelf = await styles();
const article: CslItem = {
  type: 'article-journal', title: 'Deep <i>in vivo</i> learning of $\\alpha$-helices', author: [{ family: 'LeCun', given: 'Yann' }, { family: 'Bengio', given: 'Yoshua' }, { family: 'Hinton', given: 'Geoffrey' }],
  issued: { 'date-parts': [[2015, 5, 28]] }, 'container-title': 'Nature', volume: '521', issue: '7553', page: '436-444', DOI: '10.1038/nature14539', abstract: 'Never shown.',
};
const preprint: CslItem = { type: 'article', title: 'Attention is all you need', author: [{ family: 'Vaswani', given: 'Ashish' }], issued: { 'date-parts': [['2017']] }, publisher: 'arXiv', URL: 'https://arxiv.org/abs/1706.03762' };

function cite(style: string, items: CslItem[], locale?: string): { text: string; html: string; count: number } {
  const processor = shelf.processor(style, locale);
  if (!processor.ok) throw new Error(processor.error.message);
  return processor.value.bibliography(items.map((item, i) => ({ id: `P${i}`, item })));
}

describe('references', () => {
  it('are right in APA, sorted, as text and as HTML', () => {
    const { text, html, count } = cite('apa', [preprint, article]);
    expect(text.split('\n')).toEqual([
      'LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep in vivo learning of α-helices. Nature, 521(7553), 436–444. https://doi.org/10.1038/nature14539',
      'Vaswani, A. (2017). Attention is all you need. arXiv. https://arxiv.org/abs/1706.03762',
    ]);
    expect(html).toContain('Deep <i>in vivo</i> learning of α-helices. <i>Nature</i>, <i>521</i>(7553)');
    expect(html).toContain('text-indent: -2em');
    expect(count).toBe(2);
  });

  it('put a space behind the number in IEEE, keep its order', () => {
    expect(cite('ieee', [preprint, article]).text).toMatch(/^\[1\] A\. Vaswani.*\n\[2\] Y\. LeCun/);
  });

  it('come from a warm processor with the items of now', () => {
    cite('apa', [article]);
    expect(cite('apa', [{ ...article, title: 'Changed' }]).text).toContain('Changed');
    expect(cite('apa', []).text).toBe('');
  });

  it('speak the language asked for', () => {
    expect(cite('apa', [{ ...article, issued: {} }], 'de').text).toMatch(/o\.\sJ\./);
    expect(cite('apa', [{ ...article, issued: {} }]).text).toContain('n.d.');
  });

  it('are harmless HTML', () => {
    const { html } = cite('apa', [{ ...article, title: '<script>alert(1)</script> & <img src=x onerror=alert(1)>', author: [{ literal: '<b onclick=x>Evil</b>' }] }]);
    expect(html).not.toMatch(/<(?:script|img|b )/);
  });

  it('of a style without a bibliography are its notes', () => { expect(cite('bluebook-law-review', [article]).text).toMatch(/^Yann LeCun.*521 Nature 436/); });
});

describe('the shelf of styles', () => {
  it('says that a style or a language is not there, and what is near', () => {
    const style = shelf.processor('apaa');
    expect(style.ok ? '' : `${style.error.code} ${style.error.message}`).toMatch(/^not-found There is no citation style "apaa"\. Near it: apa\b/);
    expect(shelf.processor('constructor').ok).toBe(false);
    expect(shelf.processor('apa', 'xx-YY').ok).toBe(false);
  });

  it('lists styles by words of their titles', () => {
    expect(shelf.list('apa')[0]?.id).toBe('apa');
    expect(shelf.list('modern language association').map(({ id }) => id)).toContain('modern-language-association');
    expect(shelf.list('', 5)).toHaveLength(5);
    expect(shelf.list('', 5).map(({ id }) => id)).toEqual(['apa', 'modern-language-association', 'chicago-author-date', 'chicago-note-bibliography', 'chicago-fullnote-bibliography']);
    expect(shelf.titled(WELL_KNOWN).map(({ id }) => id)).toEqual(WELL_KNOWN);
  });
});
