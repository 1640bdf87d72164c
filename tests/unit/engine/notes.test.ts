import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { contract } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';

let engine: Engine;
let now = 0;

async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
  contract[name].output.parse(answer.value);
  return answer.value;
}
const run = (name: string, input: unknown): Promise<Output<'command.run'>> => ask('command.run', { name, input });
const created = async (name: string, input: unknown): Promise<string> => (await run(name, input)).created[0] ?? '';
const paper = (title: string): Promise<string> => created('paper.add', { draft: { item: { type: 'book', title, author: [{ family: 'Lovelace' }], issued: { 'date-parts': [[1843]] } } } });
const textOf = async (id: string): Promise<string | undefined> => (await ask('papers.get', { id })).notes[0]?.markdown;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  const opened = await openEngine({ folder: join(mkdtempSync(join(tmpdir(), 'sheaf-notes-')), 'Library'), create: true, machine: 'test-machine', now: () => now, log: (_, error) => { throw error; } });
  if (!opened.ok) throw new Error(opened.error.message);
  engine = opened.value;
});
afterEach(() => engine.close());

describe('undo of writing', () => {
  const write = async (note: string, markdown: string, after: number): Promise<void> => {
    now += after;
    await run('note.write', { note, markdown });
  };

  it('takes back what was written without a pause as one, and does it again as one', async () => {
    const id = await paper('Notes');
    const note = await created('note.write', { paper: id, markdown: 'An' });
    await write(note, 'An engine', 60_000);
    await write(note, 'An engine weaves', 1_000);
    await write(note, 'An engine weaves patterns', 5_000);
    await ask('history.undo', {});
    expect(await textOf(id)).toBe('An');
    await ask('history.redo', {});
    expect(await textOf(id)).toBe('An engine weaves patterns');
    await ask('history.undo', {});
    await ask('history.undo', {});
    expect(await textOf(id)).toBeUndefined();
  });
  it('goes no further than two minutes, another note, or another command', async () => {
    const [id, other] = [await paper('Notes'), await paper('Others')];
    const note = await created('note.write', { paper: id, markdown: '0' });
    const second = await created('note.write', { paper: other, markdown: 'second' });
    for (let piece = 1; piece <= 20; piece++) await write(note, `${String(piece)}`, 15_000);
    await ask('history.undo', {});
    expect(await textOf(id)).toBe('11');
    await ask('history.redo', {});
    await write(second, 'second, more', 1_000);
    await run('paper.rate', { selection: { ids: [id] }, rating: 3 });
    await write(note, 'end', 1_000);
    await ask('history.undo', {});
    expect([await textOf(id), await textOf(other)]).toEqual(['20', 'second, more']);
    await ask('history.undo', {});
    await ask('history.undo', {});
    expect([await textOf(id), await textOf(other)]).toEqual(['20', 'second']);
  });
});

describe('notes and what they name', () => {
  it('are listed the latest first, and found by their words or their paper', async () => {
    const id = await paper('Sketch of the Engine');
    await run('note.write', { paper: id, markdown: '# On weaving\n\nIt *weaves* algebraical patterns.' });
    now += 1000;
    await run('note.write', { markdown: 'A plan\n\n- [ ] read [[lovelace1843sketch]]' });
    const titles = async (text: string): Promise<string[]> => (await ask('notes.list', { text })).notes.map(({ title }) => title);
    expect(await titles('')).toEqual(['A plan', 'On weaving']);
    expect(await titles('PATTERNS weaves')).toEqual(['On weaving']);
    expect(await titles('engine')).toEqual(['On weaving']);
    expect(await titles('nothing')).toEqual([]);
    await run('paper.trash', { selection: { ids: [id] } });
    expect(await titles('')).toEqual(['A plan']);
  });
  it('are found from the paper, or the note, they name, in every way it is written', async () => {
    const id = await paper('Sketch');
    const key = (await ask('papers.get', { id })).paper.citationKey;
    await run('note.write', { paper: id, markdown: `Its own note on [[${key}]]` });
    const plan = await created('note.write', { markdown: 'The plan' });
    const naming = await Promise.all([`[[${key}]]`, `[@${key}, p. 4]`, `sheaf://open/${key}`].map((link) => created('note.write', { markdown: `See ${link} and [[the plan]]` })));
    await run('note.write', { markdown: `\`[[${key}]]\`` });
    expect((await ask('notes.mentions', { id })).map((line) => line.id).sort()).toEqual([...naming].sort());
    expect((await ask('notes.mentions', { id: plan })).map((line) => line.id).sort()).toEqual([...naming].sort());
    await run('note.write', { note: naming[0], markdown: 'no longer' });
    expect(await ask('notes.mentions', { id })).toHaveLength(2);
    expect(await ask('notes.target', { key })).toEqual({ paper: id, note: null });
    expect(await ask('notes.target', { key: 'The Plan' })).toEqual({ paper: null, note: plan });
  });
});
