import { expect, it } from 'vitest';
import { runCommand } from '../../../../src/library/run.ts';
import { emptyLibrary } from '../../../../src/library/state.ts';
import { undoChanges } from '../../../../src/library/undo.ts';
import { applyAll, steadyContext } from '../library-world.ts';

it('words are marked and quoted at once, in a new note or at the end of one, and one undo takes both back', () => {
  const [state, context] = [emptyLibrary(), steadyContext()];
  const run = (name: string, input: unknown) => {
    const done = runCommand(state, name, input, context);
    if (!done.ok) throw new Error(done.error.message);
    applyAll(state, done.value.changes);
    return done.value;
  };
  const [paper = ''] = run('paper.add', { draft: { item: { type: 'article', title: 'Deep', abstract: 'All you need.' }, citationKey: 'deep2020' } }).created;
  const words = { paper, target: { type: 'abstract' }, selector: { exact: 'you need', prefix: 'All ', suffix: '.', start: 4, end: 12 }, kind: 'highlight', colour: 'yellow' };
  const first = run('annotation.quote', words);
  const [note] = [...state.note.values()];
  expect(note).toMatchObject({ paper, markdown: `> you need [@deep2020] [↗](sheaf://open/deep2020/${first.created[0] ?? ''})\n` });
  const second = run('annotation.quote', { ...words, note: note?.id });
  expect([state.note.size, state.annotation.size, state.note.get(note?.id ?? '')?.markdown.match(/you need/g)?.length]).toEqual([1, 2, 2]);
  for (const { changes } of [second, first]) {
    const undo = undoChanges(state, changes);
    if (!undo.ok) throw new Error(undo.error.message);
    applyAll(state, undo.value);
  }
  expect([state.note.size, state.annotation.size]).toEqual([0, 0]);
});
