import { describe, expect, it } from 'vitest';
import { fold, termsOf, tokens } from '../../../src/search/tokens.ts';

const words = (text: string): string[] => tokens(text).map((token) => token.text);

describe('words of a text', () => {
  it.each([
    ['Bjørn Müller-Weiß', ['bjorn', 'mullerweiss', 'muller', 'weiss']],
    ['eﬃcient Œuvre', ['efficient', 'oeuvre']],
    ["Pir\\'a and K{\\\"o}nig, Erd\\H{o}s", ['pira', 'and', 'konig', 'erdos']],
    ['$\\alpha$-divergence of $L_2$', ['alphadivergence', 'alpha', 'divergence', 'of', 'l2']],
    ['\\textbf{bold} \\alpha\\beta', ['bold', 'alpha', 'beta']],
    ['H<sub>2</sub>O <i>in vivo</i>', ['h2o', 'in', 'vivo']],
    ['55.8\\% of 3,000', ['55.8', 'of', '3', '000']],
    ['O’Neill’s fine‑tuning', ['oneills', 'finetuning', 'fine', 'tuning']],
    ['深度学习', ['深度', '度学', '学习', '习']],
    ['BERT模型', ['bert', '模型', '型']],
    ['Теория ё', ['теория', 'е']],
    ['', []],
  ])('%s', (text, expected) => { expect(words(text)).toEqual(expected); });

  it('folds a text and its decomposed form alike', () => { expect(fold('Ångström')).toBe(fold('Ångström'.normalize('NFD'))); });

  it('reads a searched word as a row, and with hyphens also as one', () => {
    expect(termsOf('fine-tuning')).toEqual({ row: ['fine', 'tuning'], whole: 'finetuning' });
    expect(termsOf('10.1145/3292500')).toEqual({ row: ['10.1145', '3292500'], whole: null });
    expect(termsOf('深度学习')).toEqual({ row: ['深度', '度学', '学习'], whole: null });
  });
});
