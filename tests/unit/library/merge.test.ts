import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateGroups } from '../../../src/library/duplicates.ts';
import { fold } from '../../../src/library/fold.ts';
import { runCommand } from '../../../src/library/run.ts';
import type { LibraryState } from '../../../src/library/state.ts';
import { emptyLibrary } from '../../../src/library/state.ts';
import { redoChanges, undoChanges } from '../../../src/library/undo.ts';
import type { Step } from './library-world.ts';
import { applyAll, picture, steadyContext, step, take } from './library-world.ts';

const context = steadyContext();
const run = (state: LibraryState, name: string, input: unknown) => {
  const outcome = runCommand(state, name, input, context);
  if (!outcome.ok) throw new Error(outcome.error.message);
  applyAll(state, outcome.value.changes);
  return outcome.value;
};
const world = (path: Step[]): LibraryState => {
  const state = emptyLibrary();
  for (const one of [{ kind: 0, a: 1, b: 2, text: 'one' }, { kind: 0, a: 3, b: 4, text: 'two' }, { kind: 2, a: 0, b: 0, text: 'three' }, ...path]) take(state, one, context);
  return state;
};
const add = (state: LibraryState, item: object, more: object = {}): string => run(state, 'paper.add', { draft: { item: { type: 'article', ...item }, ...more } }).created[0] ?? '';

const fromJson = (text: string): unknown => { try { return JSON.parse(text) as unknown; } catch { return text; } };

describe('papers that are joined', () => {
  it('lose nothing of either side, and undo parts them as they were; redo joins them again', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), fc.nat(50), fc.nat(50), (path, a, b) => {
      const state = world(path);
      const ids = [...state.paper.keys()];
      fc.pre(ids.length > 1);
      const [into, from] = [ids[a % ids.length] ?? '', ids[(a + 1 + (b % (ids.length - 1))) % ids.length] ?? ''];
      const [one, other] = [state.paper.get(into), state.paper.get(from)];
      const before = picture(state);
      const belongings = (['note', 'annotation', 'attachment'] as const).flatMap((table) => [...state[table].values()].filter(({ paper }) => paper === into || paper === from).map(({ id }) => id)).sort();
      const { changes } = run(state, 'paper.merge', { groups: [{ into, from: [from] }] });
      const kept = state.paper.get(into);
      const after = picture(state);
      expect([state.paper.has(from), state.trash.paper.has(from)]).toEqual([false, true]);
      expect((['note', 'annotation', 'attachment'] as const).flatMap((table) => [...state[table].values()].filter(({ paper }) => paper === into).map(({ id }) => id)).sort()).toEqual(belongings);
      expect([...(kept?.tags ?? [])].sort()).toEqual([...new Set([...(one?.tags ?? []), ...(other?.tags ?? [])])].sort());
      const said = new Set([...Object.values(kept?.item ?? {}), ...(kept?.verbatim ?? []).flatMap(({ fields }) => Object.values(fields).map(fromJson))].map((value) => fold(JSON.stringify(value))));
      for (const paper of [one, other]) for (const value of Object.values(paper?.item ?? {})) if (value !== '') expect(said).toContain(fold(JSON.stringify(value)));
      expect([kept?.citationKey, ...(kept?.verbatim ?? []).map(({ key }) => key)]).toContain(other?.citationKey);
      for (const relation of state.relation.values()) expect([relation.from, relation.to]).not.toContain(from);
      const undo = undoChanges(state, changes);
      if (!undo.ok) throw new Error(undo.error.message);
      applyAll(state, undo.value);
      expect(picture(state)).toEqual(before);
      const redo = redoChanges(state, changes);
      if (!redo.ok) throw new Error(redo.error.message);
      applyAll(state, redo.value);
      expect(picture(state)).toEqual(after);
    }), { numRuns: 150 });
  });

  it('keep every field: what is empty is filled, what differs is kept beside, with the other key', () => {
    const state = emptyLibrary();
    const one = add(state, { title: 'On Numbers', issued: { 'date-parts': [[1936]] }, publisher: 'LMS' }, { citationKey: 'turing' });
    const two = add(state, { title: 'On numbers', issued: { 'date-parts': [[1936, 11]] }, publisher: 'London Math. Soc.', volume: '42' }, { citationKey: 'turing36', tags: ['logic'] });
    run(state, 'paper.merge', { groups: [{ into: one, from: [two] }] });
    expect(state.paper.get(one)).toMatchObject({ citationKey: 'turing', item: { publisher: 'LMS', volume: '42', issued: { 'date-parts': [[1936, 11]] } }, verbatim: [{ format: 'joined', fields: { publisher: '"London Math. Soc."' } }, { format: 'joined', key: 'turing36' }] });
    expect(state.paper.get(one)?.tags).toHaveLength(1);
  });

  it('take over relations, without one to themselves or one twice', () => {
    const state = emptyLibrary();
    const [one, two, third] = ['a', 'b', 'c'].map((title) => add(state, { title }));
    for (const [from, to, kind] of [[one, third, 'cites'], [two, third, 'cites'], [third, two, 'related'], [one, two, 'version-of']]) run(state, 'relation.add', { from, to, kind });
    run(state, 'paper.merge', { groups: [{ into: one, from: [two] }] });
    expect([...state.relation.values()].map(({ from, to, kind }) => [from, to, kind]).sort()).toEqual([[one, third, 'cites'], [third, one, 'related']].sort());
  });

  it('are never joined with themselves, twice, or with one that is not there', () => {
    const state = emptyLibrary();
    const [one, two] = ['a', 'b'].map((title) => add(state, { title }));
    for (const groups of [[{ into: one, from: [one] }], [{ into: one, from: [two] }, { into: two, from: [one] }], [{ into: one, from: ['0'.repeat(26)] }]]) expect(runCommand(state, 'paper.merge', { groups }, context).ok).toBe(false);
  });
});

describe('likely copies', () => {
  it('share an identifier, or a title that nothing tells apart; those that are related are known to be two', () => {
    const state = emptyLibrary();
    const a = add(state, { title: 'First', DOI: '10.1000/a' });
    const b = add(state, { title: 'Called otherwise', DOI: 'https://doi.org/10.1000/A' });
    const c = add(state, { title: 'First', issued: { 'date-parts': [[2001]] }, author: [{ family: 'X' }] });
    add(state, { title: 'Editorial', volume: '1' });
    add(state, { title: 'Editorial', volume: '2' });
    expect(duplicateGroups(state)).toEqual([[a, b, c].sort()]);
    run(state, 'relation.add', { from: a, to: b, kind: 'version-of' });
    expect(duplicateGroups(state)).toEqual([[a, c].sort()]);
    run(state, 'paper.merge', { groups: [{ into: a, from: [c] }] });
    expect(duplicateGroups(state)).toEqual([]);
  });
});
