import { describe, expect, it } from 'vitest';
import { manyEdits } from '../../../../src/library/editing/edit-many.ts';
import type { ManyEdit } from '../../../../src/library/editing/edit-many.ts';
import { patternOf } from '../../../../src/library/editing/pattern.ts';
import { invertChanges } from '../../../../src/library/invert.ts';
import { runCommand } from '../../../../src/library/run.ts';
import { emptyLibrary } from '../../../../src/library/state.ts';
import { applyAll, picture, steadyContext } from '../library-world.ts';

function library() {
  const [state, context] = [emptyLibrary(), steadyContext()];
  const drafts = [{ item: { type: 'book', title: 'Deep Learning With GPUs', publisher: 'MIT press', author: [{ family: 'Ada', given: 'Lovelace' }] } }, { item: { type: 'book', title: 'Other' } }];
  const made = runCommand(state, 'library.import', { drafts, joins: [] }, context);
  if (!made.ok) throw new Error(made.error.message);
  applyAll(state, made.value.changes);
  return { state, context, ids: [...state.paper.keys()] };
}

describe('editing many papers', () => {
  it.each<[ManyEdit, string, unknown]>([
    [{ do: 'set', field: 'publisher', value: 'MIT Press' }, 'publisher', 'MIT Press'], [{ do: 'set', field: 'publisher', value: '' }, 'publisher', undefined],
    [{ do: 'set', field: 'issued', value: 'March 2021' }, 'issued', { 'date-parts': [[2021, 3]] }],
    [{ do: 'add', field: 'author', value: 'Curie, Marie' }, 'author', [{ family: 'Ada', given: 'Lovelace' }, { family: 'Curie', given: 'Marie' }]],
    [{ do: 'remove', field: 'author', value: 'Ada, Lovelace' }, 'author', undefined], [{ do: 'swap', field: 'author' }, 'author', [{ family: 'Lovelace', given: 'Ada' }]],
    [{ do: 'case', field: 'title', to: 'sentence' }, 'title', 'Deep learning with GPUs'],
    [{ do: 'replace', field: 'publisher', find: 'press', by: 'Press $1', regex: false, matchCase: true }, 'publisher', 'MIT Press $1'],
    [{ do: 'replace', field: 'publisher', find: '^(\\w+) press$', by: '$1 Press', regex: true, matchCase: true }, 'publisher', 'MIT Press'],
  ])('%j', (edit, field, value) => {
    const { state, context, ids } = library();
    const before = picture(state);
    const done = runCommand(state, 'paper.editMany', { selection: { ids }, edits: [edit] }, context);
    if (!done.ok) throw new Error(done.error.message);
    applyAll(state, done.value.changes);
    expect(state.paper.get(ids[0] ?? '')?.item[field]).toEqual(value);
    applyAll(state, invertChanges(done.value.changes));
    expect(picture(state)).toEqual(before);
  });

  it.each(['(a+)+$', '(a|a)*', '((a*))+', '(?=a)', '(a)\\1', 'a*b*c*d', '(', ''])('refuses the pattern %j', (find) => { expect(patternOf(find, true, true).ok).toBe(false); });

  it('leaves alone what would not differ', () => {
    const edits = manyEdits([{ do: 'set', field: 'title', value: 'Other' }]);
    const { state, ids } = library();
    const paper = state.paper.get(ids[1] ?? '');
    expect(edits.ok && paper && edits.value(paper)).toEqual({});
  });
});
