import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../src/contract/errors.ts';
import type { Note } from '../../../../src/model/note.ts';
import { noteWriter } from '../../../../renderer/features/notes/note-writer.ts';

interface Written { note?: string; paper?: string; title?: string; markdown: string }
const NOTE: Note = { id: 'n', paper: 'p', title: 'Plan', markdown: 'before', added: '2026-01-01T00:00:00.000Z', changed: '2026-01-01T00:00:00.000Z' };

let papers: Set<string>;
let notes: Map<string, Written>;
let stopped: boolean;
let anew: number;
const onAnew = () => { anew++; };

/** What the library answers to `note.write`. */
const write = (input: Written) => {
  const id = input.note ?? `new ${notes.size}`;
  if (input.note !== undefined && !notes.has(id)) return fail('not-found', 'That note is not in the library.', { details: { table: 'note' } });
  if (input.paper !== undefined && !papers.has(input.paper)) return fail('not-found', 'The paper is not in the library.', { details: { table: 'paper' } });
  notes.set(id, { ...notes.get(id), ...input });
  return stopped ? fail('engine-stopped', 'The engine stopped.') : ok({ created: input.note === undefined ? [id] : [] });
};
const call = (name: string, input: unknown) => Promise.resolve(name === 'papers.get'
  ? ok({ notes: [...notes].map(([id, { markdown }]) => ({ id, markdown })) })
  : write((input as { input: Written }).input));

beforeEach(() => {
  [papers, notes, stopped, anew] = [new Set(['p']), new Map(), false, 0];
  vi.stubGlobal('window', { sheaf: { call } });
});
afterEach(() => { vi.unstubAllGlobals(); });

describe('the words of a note', () => {
  it('begin one note, and go on in it', async () => {
    const save = noteWriter({ paper: 'p', note: null, onAnew });
    await save('one');
    await save('one two');
    expect([...notes.values()]).toMatchObject([{ paper: 'p', markdown: 'one two' }]);
    expect(anew).toBe(0);
  });

  it('begin it anew where it is gone, once, of the same paper and with its title', async () => {
    const save = noteWriter({ paper: 'p', note: NOTE, onAnew });
    expect(await save('after')).toMatchObject({ ok: true });
    await save('after that');
    expect([...notes.values()]).toMatchObject([{ paper: 'p', title: 'Plan', markdown: 'after that' }]);
    expect(anew).toBe(1);
  });

  it('stand alone where the paper is gone as well', async () => {
    papers.clear();
    expect(await noteWriter({ paper: 'p', note: NOTE, onAnew })('after')).toMatchObject({ ok: true });
    expect([...notes.values()]).toEqual([{ title: 'Plan', markdown: 'after' }]);
  });

  it('are not written twice where the engine stopped before it answered', async () => {
    const save = noteWriter({ paper: 'p', note: null, onAnew });
    stopped = true;
    await save('one');
    stopped = false;
    await save('one two');
    expect([...notes.values()].map(({ markdown }) => markdown)).toEqual(['one two']);
  });
});
