import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, type ParsedQuery } from '../../../src/search/query.ts';

const row = (words: string, more: Partial<Extract<ParsedQuery, { is: 'row' }>> = {}): ParsedQuery => ({ is: 'row', words: words.split(' '), field: null, prefix: false, ...more });

describe('the query language', () => {
  it.each<[string, ParsedQuery]>([
    ['', { is: 'everything' }],
    ['sparse', row('sparse', { prefix: true })],
    ['sparse ', row('sparse')],
    ['sparse train', { is: 'and', of: [row('sparse'), row('train', { prefix: true })] }],
    ['"Sparse Training"', row('sparse training')],
    ['“sparse training”', row('sparse training')],
    ['"sparse tra', row('sparse tra', { prefix: true })],
    ['-sparse ', { is: 'not', of: row('sparse') }],
    ['a or b c ', { is: 'and', of: [{ is: 'or', of: [row('a'), row('b')] }, row('c')] }],
    ['a OR ', row('a')],
    ['or', { is: 'everything' }],
    ['author:Frankle ', row('frankle', { field: 'authors' })],
    ['title:"lottery ticket"', row('lottery ticket', { field: 'title' })],
    ['tag:vision/resnet ', row('vision resnet', { field: 'tags' })],
    ['year:2020', { is: 'year', from: 2020, to: 2020 }],
    ['year:2018..2020', { is: 'year', from: 2018, to: 2020 }],
    ['year:2020..', { is: 'year', from: 2020, to: 9999 }],
    ['year:..2020', { is: 'year', from: 1, to: 2020 }],
    ['year:soon ', row('soon')],
    ['is:read', { is: 'fact', name: 'is', value: 'read' }],
    ['-has:pdf', { is: 'not', of: { is: 'fact', name: 'has', value: 'pdf' } }],
    ['is:', { is: 'everything' }],
    ['author:', { is: 'everything' }],
    ['weird:thing ', row('weird thing')],
    ['fine-tuning ', { is: 'or', of: [row('finetuning'), row('fine tuning')] }],
    ['学 ', row('学', { prefix: true })],
  ])('%s', (text, expected) => { expect(parseQuery(text)).toEqual(expected); });

  it('takes anything', () => {
    const pieces = fc.constantFrom('"', '-', ':', 'or', ' ', 'year:', 'author:', '..', '(', ')', '|', '\\', 'word', '学', '\u0000');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces).map((all) => all.join(''))), (text) => { expect(parseQuery(text)).toHaveProperty('is'); }));
  });
});
