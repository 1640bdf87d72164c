import { describe, expect, it } from 'vitest';
import { expected, type Choice } from '../../../../renderer/features/import/import-store.ts';
import { looksLikePapers } from '../../../../renderer/features/import/looks.ts';

const entry = (index: number, verdict: 'new' | 'duplicate') => ({ index, title: 't', authors: '', year: '', abstract: '', type: 'article', verdict, doubts: [] });
const rest = { repeats: 'join' as const, prefer: 'library' as const, choices: new Map<number, Choice>() };
const preview = { files: 0, preview: 'p', format: 'f', name: '', origin: {}, total: 3, fresh: 2, duplicates: 1, repeated: 0, tags: 0, collections: 0, entries: [entry(0, 'new'), entry(1, 'new'), entry(2, 'duplicate')], leftOut: [], problems: [] };

describe('what an import will bring, as its button says', () => {
  it('leaves out what is there', () => { expect(expected({ preview, skip: new Set(), duplicates: 'skip', ...rest })).toEqual({ papers: 2, joins: 0 }); });
  it('adds copies when asked', () => { expect(expected({ preview, skip: new Set(), duplicates: 'keep', ...rest })).toEqual({ papers: 3, joins: 0 }); });
  it('lets one copy be decided by itself', () => { expect(expected({ preview, skip: new Set(), duplicates: 'skip', ...rest, choices: new Map([[2, { fate: 'join', prefer: 'file' }]]) })).toEqual({ papers: 2, joins: 1 }); });
  it('counts what is joined apart', () => { expect(expected({ preview, skip: new Set([0]), duplicates: 'join', ...rest })).toEqual({ papers: 1, joins: 1 }); });
});

describe('whether a pasted text may hold papers', () => {
  it.each(['@article{a, title={T}}', 'see 10.1145/3292500.3330701', 'A title\n\nAn abstract that goes on for a good while and says something.'])('takes %j', (text) => {
    expect(looksLikePapers(text)).toBe(true);
  });
  it.each(['', 'hello', 'buy milk\nand bread'])('leaves %j alone', (text) => { expect(looksLikePapers(text)).toBe(false); });
});
