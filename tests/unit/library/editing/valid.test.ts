import fc from 'fast-check';
import { expect, it } from 'vitest';
import { edited } from '../../../../src/library/edit-record.ts';
import { runCommand } from '../../../../src/library/run.ts';
import { emptyLibrary } from '../../../../src/library/state.ts';
import { Paper } from '../../../../src/model/paper.ts';
import { applyAll, steadyContext } from '../library-world.ts';

const FIELDS = ['citationKey', 'keyPinned', 'links', 'rating', 'status', 'doubts', 'item.type', 'item.title', 'item.volume', 'item.author', 'item.issued', 'item.custom'];
const value = fc.oneof(
  fc.constantFrom<unknown>(null, 'read', 'book', [{ family: 'Doe' }], [{ family: 1 }], { 'date-parts': [[2020]] }, { 'date-parts': '2020' }, [{ kind: 'code', url: 'https://example.org' }], { author: 'guessed' }),
  fc.integer(), fc.boolean(), fc.string(),
);

it('refuses an edit exactly where the whole record would not be valid after it', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), value), { minLength: 1, maxLength: 3, selector: ([field]) => field }), (fields) => {
    const state = emptyLibrary();
    const context = steadyContext();
    const added = runCommand(state, 'paper.add', { draft: { item: { type: 'book', title: 'Deep nets' }, citationKey: 'a' } }, context);
    if (!added.ok) throw new Error(added.error.message);
    applyAll(state, added.value.changes);
    const [paper] = state.paper.values();
    if (!paper) throw new Error('no paper');
    const set = Object.fromEntries(fields);
    const whole = Paper.safeParse(edited(paper, { op: 'set', table: 'paper', id: paper.id, before: {}, after: set })).success && set['citationKey'] !== '';
    expect(runCommand(state, 'paper.edit', { paper: paper.id, set }, context).ok).toBe(whole);
  }), { numRuns: 300 });
});
