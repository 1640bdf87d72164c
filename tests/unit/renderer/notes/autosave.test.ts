import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../src/contract/errors.ts';
import type { Result } from '../../../../src/contract/errors.ts';
import { makeAutosave } from '../../../../renderer/features/notes/autosave.ts';
import type { SaveState } from '../../../../renderer/features/notes/autosave.ts';

const setUp = (answers: (text: string) => Promise<Result<unknown>>) => {
  const written: string[] = [];
  const states: SaveState['at'][] = [];
  const autosave = makeAutosave({ write: (text) => { written.push(text); return answers(text); }, delay: 500, onState: (state) => states.push(state.at) });
  return { written, states, autosave };
};

describe('a note is saved by itself', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('once typing pauses, with the last text only', async () => {
    const { written, states, autosave } = setUp(() => Promise.resolve(ok(null)));
    autosave.change(() => 'a');
    autosave.change(() => 'ab');
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(written).toEqual(['ab']);
    expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
  });
  it('says saved only after the answer', async () => {
    let answer: (result: Result<unknown>) => void = () => undefined;
    const { states, autosave } = setUp(() => new Promise((resolve) => { answer = resolve; }));
    autosave.change(() => 'a');
    void autosave.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)).toBe('saving');
    answer(ok(null));
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('saved');
  });
  it('never writes twice at once; text typed meanwhile follows', async () => {
    const answers: ((result: Result<unknown>) => void)[] = [];
    const { written, states, autosave } = setUp(() => new Promise((resolve) => answers.push(resolve)));
    autosave.change(() => 'a');
    void autosave.flush();
    autosave.change(() => 'ab');
    const done = autosave.flush();
    expect(written).toEqual(['a']);
    answers[0]?.(ok(null));
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual(['a', 'ab']);
    answers[1]?.(ok(null));
    expect(await done).toBe(true);
    expect(states.at(-1)).toBe('saved');
  });
  it('keeps a text that could not be written, and says so', async () => {
    let works = false;
    const { written, states, autosave } = setUp(() => Promise.resolve(works ? ok(null) : fail('no-space', 'The disk is full.')));
    autosave.change(() => 'a');
    expect(await autosave.flush()).toBe(false);
    expect(states.at(-1)).toBe('failed');
    expect(autosave.pending()).toBe(true);
    works = true;
    expect(await autosave.flush()).toBe(true);
    expect(written).toEqual(['a', 'a']);
    expect(states.at(-1)).toBe('saved');
  });
});
