import { beforeEach, describe, expect, it } from 'vitest';
import { makeTyping, type Typing } from '../../../renderer/features/details/typing.ts';

let shown: string | null;
let kept: number;
let saved: string[];
let answers: ((kept: boolean) => void)[];
let field: Typing;
const save = (text: string): Promise<boolean> => new Promise((resolve) => { saved.push(text); answers.push(resolve); });
const answer = async (took: boolean): Promise<void> => { answers.shift()?.(took); await new Promise((resolve) => { setImmediate(resolve); }); };

beforeEach(() => {
  [shown, kept, saved, answers] = [null, 0, [], []];
  field = makeTyping({ onTyped: (text) => { shown = text; }, onKept: () => { kept++; } });
});

describe('a field', () => {
  it('keeps what was typed, once, and then shows what is kept', async () => {
    field.type('new');
    void field.keep('old', save);
    void field.keep('old', save);
    expect([saved, field.busy(), shown]).toEqual([['new'], true, 'new']);
    await answer(true);
    expect([saved, field.busy(), shown, kept]).toEqual([['new'], false, null, 1]);
  });

  it('asks for nothing where nothing differs', async () => {
    await field.keep('old', save);
    field.type('old');
    await field.keep('old', save);
    expect([saved, shown]).toEqual([[], null]);
  });

  it('holds what was typed where it is refused', async () => {
    field.type('new');
    void field.keep('old', save);
    await answer(false);
    expect([shown, kept]).toEqual(['new', 0]);
  });

  it('holds what is typed on while it is being kept, and keeps that too when the field is left', async () => {
    field.type('new');
    void field.keep('old', save);
    field.type('newer');
    await answer(true);
    expect([shown, kept]).toEqual(['newer', 0]);
    field.type('newest');
    void field.keep('new', save);
    field.type('and more');
    void field.keep('new', save);
    await answer(true);
    await answer(true);
    expect([saved, shown, kept]).toEqual([['new', 'newest', 'and more'], null, 1]);
  });

  it('is led back to what it was when that is typed on', async () => {
    field.type('new');
    void field.keep('old', save);
    field.type('old');
    void field.keep('old', save);
    await answer(true);
    await answer(true);
    expect([saved, shown]).toEqual([['new', 'old'], null]);
  });
});
