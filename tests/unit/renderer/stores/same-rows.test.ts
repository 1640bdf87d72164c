import { describe, expect, it } from 'vitest';
import type { PaperRow } from '../../../../src/contract/views.ts';
import { sameRows } from '../../../../renderer/stores/same-rows.ts';

const row = (id: string, more: Partial<PaperRow> = {}): PaperRow => ({
  id, title: `Title ${id}`, authors: '', year: '', venue: '', type: 'article', citationKey: id, status: 'inbox', rating: 0, tags: ['a', 'b'], hasPdf: false, hasCode: false, hasNote: false, marks: 0, doubtful: false, added: '', changed: '', snippet: '', ...more,
});

describe('rows fetched again', () => {
  it('are the rows at hand where these say the same, and new ones where anything differs', () => {
    const [one, two, three] = [row('1'), row('2'), row('3')];
    const atHand = new Map([one, two, three].map((each) => [each.id, each]));
    const again = sameRows([row('2'), row('1', { tags: ['a'] }), row('3', { rating: 1 }), row('4')], atHand);
    expect(again[0]).toBe(two);
    expect(again.slice(1)).toEqual([row('1', { tags: ['a'] }), row('3', { rating: 1 }), row('4')]);
    for (const known of [one, three]) expect(again).not.toContain(known);
  });

  it('are new ones where a passage went away, or is another', () => {
    const [one, two] = [row('1', { passage: { text: 'plain', marks: [[0, 5]] } }), row('2', { passage: { text: 'plain', marks: [[0, 5]] } })];
    const again = sameRows([row('1'), row('2', { passage: { text: 'plain', marks: [[0, 2]] } })], new Map([[one.id, one], [two.id, two]]));
    expect(again.map(({ passage }) => passage?.marks)).toEqual([undefined, [[0, 2]]]);
  });
});
