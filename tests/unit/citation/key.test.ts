import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { citationKey } from '../../../src/citation/key.ts';
import type { CslItem } from '../../../src/model/csl.ts';

const free = () => false;
const paper = (family: string, year: number | undefined, title: string): CslItem => ({
  type: 'article', author: [{ family, given: 'A.' }], title, ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
});
const key = (family: string, year: number | undefined, title: string): string => citationKey(paper(family, year, title), free);

describe('citation keys', () => {
  it.each([
    ['Thangarasa', 2023, 'SPDF: Sparse Pre-training and Dense Fine-tuning', 'thangarasa2023spdf'],
    ['Vaswani', 2017, 'Attention Is All You Need', 'vaswani2017attention'],
    ['Weiß', 2020, 'On the Nature of Things', 'weiss2020nature'],
    ['Sørensen', 2020, 'A Pre-training Method', 'sorensen2020pretraining'],
    ['Łukasz', 2020, '$\\alpha$-Divergence', 'lukasz2020divergence'],
    ['Müller-Lüdenscheidt', 2021, '<i>In vivo</i> studies', 'mullerludenscheidt2021vivo'],
    ["O’Neill", 2021, '42', 'oneill202142'],
    ['Колмогоров', 1965, 'Три подхода', 'kolmogorov1965tri'],
    ['Παπαδόπουλος', 1999, 'Δίκτυα', 'papadopoulos1999diktya'],
    ['김', 2022, 'Deep nets', 'gim2022deep'],
    ['张', 2022, '深度学习', 'zhang2022'],
    ['ばし', 2022, 'Deep Nets for All', 'deepnets2022'],
    ['Doe', undefined, '', 'doe'],
  ])('%s %s %s → %s', (family, year, title, expected) => {
    expect(key(family, year, title)).toBe(expected);
  });

  it('takes an institution, an editor or nobody', () => {
    expect(citationKey({ type: 'report', author: [{ literal: 'International Panel on Climate Change' }], title: 'Report' }, free)).toBe('internationalreport');
    expect(citationKey({ type: 'article', author: [{ literal: 'Ada Lovelace' }], title: 'Notes' }, free)).toBe('lovelacenotes');
    expect(citationKey({ type: 'book', editor: [{ family: 'Ed' }], title: 'The Book' }, free)).toBe('edbook');
    expect(citationKey({ type: 'article', title: 'SPDF: Sparse Pre-training' }, free)).toBe('spdfsparse');
    expect(citationKey({ type: 'book' }, free)).toBe('anon');
  });

  it('adds a, b, … z, aa to a key that is taken', () => {
    const used = new Set<string>();
    for (let i = 0; i < 29; i++) used.add(citationKey(paper('Li', 2020, 'Graphs'), (k) => used.has(k)));
    const keys = [...used];
    expect([keys[0], keys[1], keys[2], keys[26], keys[27]]).toEqual(['li2020graphs', 'li2020graphsa', 'li2020graphsb', 'li2020graphsz', 'li2020graphsaa']);
    expect(keys).toHaveLength(29);
  });

  it('is always plain ASCII that BibTeX takes', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (family, title) => {
      expect(citationKey(paper(family, 2020, title), free)).toMatch(/^[a-z0-9]+$/);
    }));
  });
});
