import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { EventName, Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { contract } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';

const PAGE = join(import.meta.dirname, '../../../../shared/samples/daily-papers-page.txt');
const BIB = `@article{lovelace1843notes, title={Notes on the {Analytical} Engine}, author={Lovelace, Ada}, journal={Taylor's Memoirs}, year={1843}, doi={10.1000/ada}, keywords={engines, history}}
@article{turing1936, title={On Computable Numbers}, author={Turing, Alan}, journal={Proc. LMS}, year={1936}, abstract={The computable numbers may be described briefly as the real numbers whose expressions as a decimal are calculable by finite means.}}`;

let folder = '';
let engine: Engine;
const heard: { name: EventName; payload: unknown }[] = [];

async function reopen(): Promise<void> {
  const opened = await openEngine({ folder, create: true, machine: 'test-machine', log: (_, error) => { throw error; } });
  if (!opened.ok) throw new Error(opened.error.message);
  engine = opened.value;
  engine.on((name, payload) => heard.push({ name, payload }));
}

async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
  contract[name].output.parse(answer.value);
  return answer.value;
}

const run = (name: string, input: unknown): Promise<Output<'command.run'>> => ask('command.run', { name, input });
const importText = async (text: string, duplicates: 'skip' | 'join' = 'skip') => ask('import.commit', { preview: (await ask('import.preview', { source: { text, name: 'refs.bib' } })).preview, duplicates });
const all = { scope: { in: 'all' }, sort: 'title', descending: false } as const;

beforeEach(async () => { folder = join(mkdtempSync(join(tmpdir(), 'sheaf-engine-')), 'Library'); heard.length = 0; await reopen(); });
afterEach(() => engine.close());

describe('the engine', () => {
  it('previews, imports, lists, and takes an import back with one undo', async () => {
    const preview = await ask('import.preview', { source: { text: BIB, name: 'refs.bib' } });
    expect(preview).toMatchObject({ format: 'bibtex', total: 2, fresh: 2, duplicates: 0 });
    const done = await ask('import.commit', { preview: preview.preview });
    expect(done).toMatchObject({ imported: 2, skipped: 0, joined: 0 });
    const list = await ask('papers.query', all);
    const rows = await ask('papers.rows', { query: list.query, version: list.version, from: 0, count: 10 });
    expect(rows.map((row) => row.citationKey)).toEqual(['lovelace1843notes', 'turing1936']);
    expect(rows[1]?.snippet).toMatch(/^The computable numbers/);
    expect((await ask('library.overview', {})).tags.map(({ name, count }) => [name, count])).toEqual([['engines', 1], ['history', 1]]);
    expect((await ask('papers.query', { scope: { in: 'import', group: done.group } })).total).toBe(2);
    await ask('history.undo', {});
    expect((await ask('library.overview', {}))).toMatchObject({ counts: { all: 0, trash: 0 }, tags: [], redo: { label: 'library.import' } });
    await ask('history.redo', {});
    expect((await ask('library.overview', {})).counts.all).toBe(2);
  });

  it('takes back one command out of the middle of the history while what it left still stands, and says why not otherwise', async () => {
    await importText(BIB);
    const [first] = (await ask('papers.query', { ...all, first: 1 })).rows;
    const paper = first?.id ?? '';
    await run('paper.rate', { selection: { ids: [paper] }, rating: 4 });
    await run('paper.status', { selection: { ids: [paper] }, status: 'read' });
    const rated = (await ask('history.list', { paper })).find(({ command }) => command === 'paper.rate');
    expect(rated).toMatchObject({ here: true, by: 'window', fields: [{ field: 'rating', before: '', after: '4' }] });
    await ask('history.takeBack', { id: rated?.id ?? '', paper });
    const { paper: now } = await ask('papers.get', { id: paper });
    expect([now.rating, now.status]).toEqual([undefined, 'read']);
    expect((await ask('history.list', { paper })).find(({ id }) => id === rated?.id)).toMatchObject({ undone: true });
    expect(await engine.call('history.takeBack', { id: rated?.id ?? '', paper })).toMatchObject({ ok: false, error: { code: 'declined' } });
    await ask('history.undo', {});
    expect((await ask('papers.get', { id: paper })).paper.status).toBe('inbox');
    await run('paper.rate', { selection: { ids: [paper] }, rating: 2 });
    const older = (await ask('history.list', { paper })).find(({ command }) => command === 'paper.rate');
    await run('paper.rate', { selection: { ids: [paper] }, rating: 5 });
    expect(await engine.call('history.takeBack', { id: older?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'declined', details: { reason: 'edited' } } });
  });

  it('names the papers that one added by hand may be a copy of, until the two are related', async () => {
    await importText(BIB);
    const { created: [id = ''] } = await run('paper.add', { draft: { item: { type: 'article-journal', title: 'On computable numbers' } } });
    const [copy] = await ask('papers.copies', { id });
    expect(copy).toMatchObject({ title: 'On Computable Numbers', authors: 'Turing', year: '1936', by: 'title' });
    await run('paper.edit', { paper: id, set: { 'item.issued': { 'date-parts': [[1999]] }, 'item.author': [{ family: 'Church' }] } });
    expect(await ask('papers.copies', { id })).toEqual([]);
    await run('paper.edit', { paper: id, set: { 'item.DOI': '10.1000/ADA' } });
    expect(await ask('papers.copies', { id })).toMatchObject([{ title: 'Notes on the Analytical Engine', by: 'identifier' }]);
    await run('relation.add', { from: id, to: (await ask('papers.copies', { id }))[0]?.id, kind: 'related' });
    expect(await ask('papers.copies', { id })).toEqual([]);
  });

  it('keeps what the command line did apart from what the window did', async () => {
    await importText(BIB);
    const [first] = (await ask('papers.query', { ...all, first: 1 })).rows;
    await engine.call('command.run', { name: 'paper.rate', input: { selection: { ids: [first?.id ?? ''] }, rating: 3 } }, 'command-line');
    expect((await ask('history.list', {})).map(({ command, by }) => [command, by])).toEqual([['paper.rate', 'command-line'], ['library.import', 'window']]);
  });

  it('finds copies of what is there, skips them, or fills in their empty fields', async () => {
    await importText(BIB);
    expect(await importText(BIB)).toMatchObject({ imported: 0, skipped: 2 });
    const joined = await importText('@article{other, title={On computable numbers.}, author={Turing, A. M.}, year={1936}, volume={42}, journal={Another}}', 'join');
    expect(joined).toMatchObject({ imported: 0, joined: 1 });
    const [found] = await ask('papers.find', { names: ['turing1936'] });
    const { paper } = await ask('papers.get', { id: found?.ids[0] ?? '' });
    expect(paper.item).toMatchObject({ volume: '42', 'container-title': 'Proc. LMS' });
  });

  it('keeps a handle over changes, with a new version, and refuses rows of the old one', async () => {
    const { ids } = await importText(BIB);
    const before = await ask('papers.query', { scope: { in: 'status', status: 'inbox' } });
    await run('paper.status', { selection: { query: before.query, except: [ids[0] ?? ''] }, status: 'read' });
    const refused = await engine.call('papers.rows', { query: before.query, version: before.version, from: 0, count: 10 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const after = await ask('papers.query', { scope: { in: 'status', status: 'inbox' } });
    expect(after).toMatchObject({ query: before.query, total: 1 });
    expect(after.version).toBeGreaterThan(before.version);
    expect(heard.find(({ name, payload }) => name === 'changed' && JSON.stringify(payload).includes(ids[1] ?? '?'))).toBeDefined();
  });

  it('undoes everything also after a restart, and keeps the history of a paper', async () => {
    const { ids } = await importText(BIB);
    const id = ids[1] ?? '';
    const text = (await ask('papers.get', { id })).paper.item.abstract ?? '';
    await run('annotation.add', { paper: id, target: { type: 'abstract' }, selector: { exact: 'real numbers', prefix: 'briefly as the ', suffix: ' whose', start: text.indexOf('real numbers'), end: text.indexOf('real numbers') + 12 }, kind: 'highlight', colour: 'yellow' });
    await run('tag.add', { selection: { ids: [id] }, name: 'computability' });
    await run('note.write', { paper: id, markdown: 'Reading *this* again.' });
    await run('paper.edit', { paper: id, set: { 'item.abstract': `Newly said. ${text.replace('real numbers', 'rational ones')}` } });
    expect((await ask('papers.get', { id })).annotations[0]).toMatchObject({ orphan: true });
    await engine.close();
    await reopen();
    expect((await ask('papers.get', { id })).notes[0]?.markdown).toBe('Reading *this* again.');
    for (const label of ['paper.edit', 'note.write', 'tag.add']) expect((await ask('history.undo', {})).label).toBe(label);
    const detail = await ask('papers.get', { id });
    expect(detail.paper.item.abstract).toBe(text);
    expect(detail.notes).toEqual([]);
    expect(detail.annotations[0]?.orphan).toBeUndefined();
    expect((await ask('history.list', { paper: id })).map(({ command, undone }) => [command, undone])).toEqual([
      ['history.undo', false], ['history.undo', false], ['history.undo', false], ['paper.edit', true], ['note.write', true], ['tag.add', true], ['annotation.add', false], ['library.import', false],
    ]);
  });

  it('trashes, restores, and empties the trash, each with an undo', async () => {
    const { ids } = await importText(BIB);
    await run('paper.trash', { selection: { ids } });
    expect((await ask('papers.query', { scope: { in: 'trash' } })).total).toBe(2);
    await run('paper.restore', { selection: { ids: ids.slice(0, 1) } });
    await run('trash.empty', {});
    expect((await ask('library.overview', {})).counts).toMatchObject({ all: 1, trash: 0 });
    await ask('history.undo', {});
    expect((await ask('library.overview', {})).counts).toMatchObject({ all: 1, trash: 1 });
    expect(await ask('library.check', {})).toMatchObject({ sound: true, findings: [] });
  });

  it('searches full text once the index is there', async () => {
    await importText(BIB);
    await expect.poll(async () => (await ask('papers.query', { scope: { in: 'all' }, text: 'calculable finite', sort: 'relevance' })).total).toBe(1);
    await run('tag.add', { selection: (await ask('papers.find', { names: ['turing1936'] })).map(({ ids }) => ({ ids }))[0], name: 'zebra' });
    expect((await ask('papers.query', { scope: { in: 'all' }, text: 'tag:zebra' })).total).toBe(1);
  });

  it('takes over a downloaded file', async () => {
    const { ids } = await importText(BIB);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'cache', 'download.pdf'), '%PDF-1.4');
    const kept = await ask('attachment.keep', { paper: ids[0] ?? '', from: join(folder, 'cache', 'download.pdf'), mediaType: 'application/pdf', bytes: 8, sha256: 'x' });
    expect(kept.path).toMatch(/^files\/Lovelace 1843 Notes/);
    expect(readFileSync((await ask('attachment.locate', { id: kept.id })).file, 'utf8')).toBe('%PDF-1.4');
  });

  it('writes what it read', async () => {
    await importText(BIB);
    const { text, count } = await ask('export.text', { selection: { query: (await ask('papers.query', all)).query, except: [] }, format: 'bibtex' });
    expect(count).toBe(2);
    expect(text).toContain('@article{lovelace1843notes,');
  });

  it('cites in a style', async () => {
    const { ids } = await importText(BIB);
    const cited = await ask('cite.bibliography', { selection: { ids: ids.slice(1) }, style: 'apa' });
    expect(cited.text).toContain('Turing, A. (1936). On Computable Numbers.');
    expect(cited.html).toContain('<i>');
    expect((await ask('cite.styles', { text: 'apa' })).map(({ id }) => id)).toContain('apa');
  });

  it('refuses what is not asked rightly', async () => {
    expect(await engine.call('papers.get', { id: 'nonsense' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await engine.call('command.run', { name: 'no.such', input: {} })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await engine.call('history.undo', {})).toMatchObject({ ok: false, error: { code: 'declined' } });
  });

  it.skipIf(!existsSync(PAGE))('brings in the listed page with its 74 papers', async () => {
    const preview = await ask('import.preview', { source: { file: PAGE } });
    expect(preview).toMatchObject({ format: 'listed-page', total: 74, fresh: 74 });
    expect(await ask('import.commit', { preview: preview.preview })).toMatchObject({ imported: 74 });
    expect((await ask('import.preview', { source: { file: PAGE } })).duplicates).toBe(74);
  });
});
