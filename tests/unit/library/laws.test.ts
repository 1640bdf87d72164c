import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Change } from '../../../src/model/change.ts';
import { TABLES, TABLE_NAMES } from '../../../src/model/tables.ts';
import { invertChanges } from '../../../src/library/invert.ts';
import { emptyLibrary, applyChange } from '../../../src/library/state.ts';
import { redoChanges, undoChanges } from '../../../src/library/undo.ts';
import { applyAll, picture, steadyContext, step, take } from './library-world.ts';

/** A paper is put back after a collection it was in was deleted: the record that comes back names it, and lets it go in the same command. */
const RESTORED = [{ kind: 0, a: 0, b: 0, text: ' ' }, { kind: 8, a: 0, b: 0, text: ' ' }, { kind: 18, a: 0, b: 21, text: ' ' }, { kind: 9, a: 0, b: 0, text: ' ' }];

const steps = fc.array(step, { minLength: 1, maxLength: 30 });

describe('changes', () => {
  it('taken back, leave the library as it was, to the last index', () => {
    fc.assert(fc.property(steps, (path) => {
      const [state, context] = [emptyLibrary(), steadyContext()];
      for (const one of path) {
        const before = picture(state);
        const changes = take(state, one, context);
        const after = picture(state);
        applyAll(state, invertChanges(changes));
        expect(picture(state)).toEqual(before);
        applyAll(state, changes);
        expect(picture(state)).toEqual(after);
      }
    }), { numRuns: 150 });
  });

  it('turned around twice are what they were', () => {
    fc.assert(fc.property(steps, (path) => {
      const [state, context] = [emptyLibrary(), steadyContext()];
      for (const one of path) { const changes = take(state, one, context); expect(invertChanges(invertChanges(changes))).toEqual(changes); }
    }));
  });

  it('and the records they leave fit their schemas; played again from nothing they give the same library', () => {
    fc.assert(fc.property(steps, (path) => {
      const [state, again, context] = [emptyLibrary(), emptyLibrary(), steadyContext()];
      for (const one of path) for (const change of take(state, one, context)) applyChange(again, Change.parse(JSON.parse(JSON.stringify(change))));
      expect(picture(again)).toEqual(picture(state));
      for (const table of TABLE_NAMES) for (const record of state[table].values()) TABLES[table].parse(record);
    }));
  });
});

describe('undo', () => {
  it('takes back any row of commands, the last first, and redo brings them again', () => {
    fc.assert(fc.property(steps, (path) => {
      const [state, context] = [emptyLibrary(), steadyContext()];
      const done = path.map((one) => ({ before: picture(state), changes: take(state, one, context), after: picture(state) }));
      for (const { before, changes } of [...done].reverse()) {
        const undo = undoChanges(state, changes);
        if (!undo.ok) throw new Error(undo.error.message);
        applyAll(state, undo.value);
        expect(picture(state)).toEqual(before);
      }
      for (const { changes, after } of done) {
        const redo = redoChanges(state, changes);
        if (!redo.ok) throw new Error(redo.error.message);
        applyAll(state, redo.value);
        expect(picture(state)).toEqual(after);
      }
    }), { numRuns: 150, examples: [[RESTORED]] });
  });

  it('out of turn either declines or leaves no reference to a record that is nowhere', () => {
    fc.assert(fc.property(steps, fc.nat(29), (path, nth) => {
      const [state, context] = [emptyLibrary(), steadyContext()];
      const done = path.map((one) => take(state, one, context));
      const undo = undoChanges(state, done[nth % done.length] ?? []);
      if (undo.ok) applyAll(state, undo.value);
      else expect(undo.error.code).toBe('declined');
      for (const paper of state.paper.values()) for (const tag of paper.tags) expect(state.tag.has(tag)).toBe(true);
      for (const table of ['note', 'annotation', 'attachment'] as const) for (const { paper } of state[table].values()) expect(paper === undefined || state.paper.has(paper) || state.trash.paper.has(paper)).toBe(true);
    }), { numRuns: 300 });
  });

  it('does not bring a paper back with a tag that was deleted meanwhile', () => {
    const [state, context] = [emptyLibrary(), steadyContext()];
    for (let n = 0; n < 4; n++) take(state, { kind: 0, a: 0, b: 0, text: ' ' }, context);
    const trashed = take(state, { kind: 8, a: 0, b: 0, text: ' ' }, context);
    take(state, { kind: 15, a: 0, b: 0, text: ' ' }, context);
    expect(undoChanges(state, trashed)).toMatchObject({ ok: false, error: { code: 'declined' } });
  });

  it('declines a field that was changed again, and says so', () => {
    const [state, context] = [emptyLibrary(), steadyContext()];
    take(state, { kind: 0, a: 0, b: 0, text: 'x' }, context);
    const first = take(state, { kind: 3, a: 0, b: 1, text: 'first' }, context);
    take(state, { kind: 3, a: 0, b: 1, text: 'second' }, context);
    expect(undoChanges(state, first)).toMatchObject({ ok: false, error: { code: 'declined', details: { reason: 'edited', table: 'paper' } } });
  });
});
