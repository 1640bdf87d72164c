import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/library/run.ts';
import { emptyLibrary, type LibraryState } from '../../../src/library/state.ts';
import { applyAll, steadyContext } from './library-world.ts';

const context = steadyContext();
function run(state: LibraryState, name: string, input: unknown): string[] {
  const outcome = runCommand(state, name, input, context);
  if (!outcome.ok) throw new Error(outcome.error.message);
  applyAll(state, outcome.value.changes);
  return outcome.value.created;
}
const add = (state: LibraryState, family: string, citationKey: string): string => run(state, 'paper.add', { draft: { item: { type: 'book', title: 'Deep nets', author: [{ family }], issued: { 'date-parts': [[2020]] } }, citationKey } })[0] ?? '';
const keyOf = (state: LibraryState, id: string): string | undefined => state.paper.get(id)?.citationKey;

describe('citation keys of a library', () => {
  it('take the notes that name them along, also where two papers change keys', () => {
    const state = emptyLibrary();
    const [one, two] = [add(state, 'Doe', 'Roe2020'), add(state, 'Roe', 'Doe2020')];
    const [note = ''] = run(state, 'note.write', { markdown: 'See [[Roe2020]] and [@Doe2020, p. 3]; `[[Roe2020]]` is code.' });
    run(state, 'paper.refreshKey', { selection: { ids: [one, two] }, pattern: 'auth + year' });
    expect([keyOf(state, one), keyOf(state, two)]).toEqual(['Doe2020', 'Roe2020']);
    expect(state.note.get(note)?.markdown).toBe('See [[Doe2020]] and [@Roe2020, p. 3]; `[[Roe2020]]` is code.');
  });

  it('renamed and renamed back leave every note, comment and relation as it was, byte for byte', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9:_(]{1,10}$/);
    const body = fc.array(fc.constantFrom('[[old]]', '[@old, p. 3]', '@old', '[[other|x]]', '`[[old]]`', '[*](sheaf://open/old/01ARZ3NDEKTSV4RRFFQ69G5FAV)', 'older', '\n\n- ', '“é”')).map((parts) => parts.join(' '));
    fc.assert(fc.property(body, name, (markdown, to) => {
      fc.pre(to !== 'other' && to !== 'old');
      const state = emptyLibrary();
      const [one, other] = [add(state, 'Doe', 'old'), add(state, 'Roe', 'other')];
      const [note = ''] = run(state, 'note.write', { markdown });
      run(state, 'relation.add', { from: one, to: other, kind: 'cites' });
      run(state, 'paper.edit', { paper: one, set: { citationKey: to } });
      expect([...state.relation.values()]).toMatchObject([{ from: one, to: other }]);
      run(state, 'paper.edit', { paper: one, set: { citationKey: 'old' } });
      expect(state.note.get(note)?.markdown).toBe(markdown);
    }), { numRuns: 60 });
  });

  it('of papers that are joined are those of the one that stays, in every note', () => {
    const state = emptyLibrary();
    const [one, two] = [add(state, 'Doe', 'stays'), add(state, 'Doe', 'goes')];
    const [note = ''] = run(state, 'note.write', { markdown: 'See [[goes]] and [@stays; @goes, p. 2].' });
    run(state, 'paper.merge', { groups: [{ into: one, from: [two] }] });
    expect(state.note.get(note)?.markdown).toBe('See [[stays]] and [@stays; @stays, p. 2].');
  });

  it('are told apart by letters, and pinned ones stay where asked', () => {
    const state = emptyLibrary();
    const ids = ['a', 'b', 'c'].map((key) => add(state, 'Doe', key));
    run(state, 'paper.pinKey', { selection: { ids: ids.slice(1, 2) }, pinned: true });
    run(state, 'paper.refreshKey', { selection: { ids }, pattern: '[auth:lower][year]', keepPinned: true });
    expect(ids.map((id) => keyOf(state, id))).toEqual(['doe2020', 'b', 'doe2020a']);
  });

  it('are not touched by a pattern that cannot be read', () => {
    const state = emptyLibrary();
    const id = add(state, 'Doe', 'mine');
    expect(runCommand(state, 'paper.refreshKey', { selection: { ids: [id] }, pattern: 'autor + year' }, context)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(runCommand(state, 'paper.edit', { paper: id, set: { citationKey: 'yours' } }, context)).toMatchObject({ ok: true });
  });
});
