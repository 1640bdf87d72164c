import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';

let folder: string;
let engine: Engine;
const open = async (): Promise<Engine> => { const opened = await openEngine({ folder: join(folder, 'Library'), create: true, index: 'asked' }); if (!opened.ok) throw new Error(opened.error.message); return opened.value; };
const answer = <N extends OperationName>(name: N, input: Input<N>) => engine.call(name, input);
async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await answer(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as Output<N>;
}
const read = (text: string) => ask('import.preview', { source: { text, name: 'refs.bib' } });
const bring = async (text: string, order: Partial<Input<'import.commit'>> = {}) => ask('import.commit', { preview: (await read(text)).preview, ...order });
const all = async () => (await ask('papers.list', { selection: { query: (await ask('papers.query', { scope: { in: 'all' }, sort: 'title', descending: false })).query, except: [] } })).papers;

beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'sheaf-import-')); engine = await open(); });
afterEach(async () => { await engine.close(); await rm(folder, { recursive: true, force: true }); });

const HERE = '@article{doe, author = {Doe, Jane}, title = {On Things}, journal = {J}, year = {2001}, volume = {1}, odd = {mine}}';
const THERE = '@article{doe01, author = {Doe, Jane}, title = {On things}, journal = {Journal}, year = {2001}, pages = {1--9}, keywords = {a}, odd = {yours}, other = {new}}';

describe('papers that are here already', () => {
  it('brings in nothing new from the same file twice', async () => {
    await bring(`${HERE}\n@book{b, title = {B}, author = {A, B}, year = 2000}`);
    const preview = await read(`${HERE}\n@book{b, title = {B}, author = {A, B}, year = 2000}`);
    expect(preview).toMatchObject({ total: 2, fresh: 0, duplicates: 2, repeated: 0 });
    expect(await ask('import.commit', { preview: preview.preview, duplicates: 'join' })).toMatchObject({ imported: 0, command: '' });
    expect(await all()).toHaveLength(2);
  });
  it('shows a copy beside the paper it is a copy of, with what differs', async () => {
    await bring(HERE);
    const [entry] = (await read(THERE)).entries;
    expect(entry).toMatchObject({ verdict: 'duplicate', here: { title: 'On Things', citationKey: 'doe' } });
    expect(entry?.here?.differences).toEqual(expect.arrayContaining([{ field: 'container-title', here: 'J', there: 'Journal' }, { field: 'page', here: '', there: '1-9' }]));
  });
  it('joins without losing either side, and takes it back in one step', async () => {
    await bring(HERE);
    const before = await all();
    await bring(THERE, { duplicates: 'join' });
    const [paper] = await all();
    expect(paper?.item).toMatchObject({ 'container-title': 'J', volume: '1', page: '1-9' });
    expect(paper?.tags).toHaveLength(1);
    expect(paper?.verbatim).toMatchObject([{ fields: { odd: 'mine', 'odd+duplicate-1': 'yours', other: 'new' } }, { format: 'joined', fields: { 'container-title': '"Journal"' } }]);
    await ask('history.undo', {});
    const still = (papers: typeof before) => papers.map(({ item, tags, verbatim, citationKey }) => ({ item, tags, verbatim, citationKey }));
    expect(still(await all())).toEqual(still(before));
  });
  it('takes the file’s value where that is chosen, for one copy alone', async () => {
    await bring(HERE);
    await bring(THERE, { choices: [{ index: 0, fate: 'join', prefer: 'file' }] });
    const [paper] = await all();
    expect(paper?.item['container-title']).toBe('Journal');
    expect(paper?.verbatim?.at(-1)).toMatchObject({ format: 'joined', fields: { 'container-title': '"J"' } });
  });
  it('takes two columns of one title for two', async () => {
    await bring('@article{a, title = {Calendar}, author = {Anonymous}, journal = {T}, volume = 1, year = 1990, pages = {3}}');
    expect(await read('@article{b, title = {Calendar}, author = {Anonymous}, journal = {T}, volume = 2, year = 1990, pages = {3}}')).toMatchObject({ duplicates: 0 });
  });
});

describe('papers that stand in a file twice', () => {
  it('come in both unless they are to be joined', async () => {
    expect(await bring(`${HERE}\n${THERE}`)).toMatchObject({ imported: 2, joined: 0 });
  });
  it('are joined as new ones', async () => {
    const preview = await read(`${HERE}\n${THERE}`);
    expect(preview).toMatchObject({ repeated: 1, entries: [{ verdict: 'new' }, { verdict: 'repeated', repeats: 0 }] });
    expect(await ask('import.commit', { preview: preview.preview, repeats: 'join' })).toMatchObject({ imported: 1, joined: 1 });
    const [paper] = await all();
    expect(paper).toMatchObject({ citationKey: 'doe', item: { volume: '1', page: '1-9' } });
    expect(paper?.tags).toHaveLength(1);
  });
});

describe('the report', () => {
  const BROKEN = '@article{a, title = {One}}\n\n@article{b, title = {Two\n\n@article{a, title = {Three}}\n';
  it('says what was broken, with line and text, and which keys were taken; also after the library was opened again', async () => {
    const { group } = await bring(BROKEN);
    await engine.close();
    engine = await open();
    const [report] = await ask('import.reports', { group });
    expect(report).toMatchObject({ name: 'refs.bib', imported: 3, renamed: [{ from: 'a', to: 'a-2', line: 5 }] });
    expect(report?.problems.find(({ severity }) => severity === 'error')).toMatchObject({ line: 3, entry: 'b', text: 'title = {Two' });
    expect(await ask('import.reports', {})).toHaveLength(1);
  });
  it('finds the papers of an import however long ago it was', async () => {
    const { group } = await bring(HERE);
    await engine.close();
    engine = await open();
    expect(await ask('papers.query', { scope: { in: 'import', group } })).toMatchObject({ total: 1 });
  });
});

describe('long files', () => {
  const many = Array.from({ length: 6000 }, (_, index) => `@article{k${String(index)}, title = {Paper ${String(index)}}, author = {Doe, J${String(index)}}, year = {2001}}`).join('\n');
  it('are called off without a change', async () => {
    const going = answer('import.preview', { source: { text: many, name: 'x.bib' }, job: 'j' });
    await ask('import.cancel', { job: 'j' });
    expect(await going).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await all()).toEqual([]);
  });
  it('say how far they are', async () => {
    const seen: number[] = [];
    engine.on((name, payload) => { if (name === 'progress' && 'done' in payload && payload.job === 'j') seen.push(payload.done); });
    await ask('import.preview', { source: { text: many, name: 'x.bib' }, job: 'j' });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('several files at once', () => {
  it('are one import; one that holds no papers is said', async () => {
    const file = (name: string): string => join(folder, name);
    await writeFile(file('a.bib'), HERE);
    await writeFile(file('b.bib'), '@book{b, title = {B}}');
    await writeFile(file('c.txt'), '\0\0');
    const preview = await ask('import.preview', { source: { files: [file('a.bib'), file('b.bib'), file('c.txt')] } });
    expect(preview).toMatchObject({ total: 2, name: 'a.bib, b.bib', problems: [{ severity: 'error', file: 'c.txt' }] });
    expect(existsSync(file('a.bib'))).toBe(true);
  });
});
