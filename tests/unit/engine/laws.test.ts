import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';
import type { MemoryDisk } from '../../helpers/memory-disk.ts';
import { memoryDisk } from '../../helpers/memory-disk.ts';

const [FOLDER, HOME] = ['/library', '/home'];
let disk: MemoryDisk;
let engine: Engine;
let ids: string[];
let time = Date.UTC(2026, 0, 1);
let turn = 0;

async function open(): Promise<void> {
  const opened = await openEngine({ folder: FOLDER, disk, create: true, machine: 'desk', now: () => time++, random: (length) => new Uint8Array(length).map(() => ++turn % 256), index: 'asked' });
  if (!opened.ok) throw new Error(opened.error.message);
  engine = opened.value;
}
async function reopen(): Promise<void> { await engine.close(); await open(); }
async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
const run = (name: string, input: unknown): Promise<Output<'command.run'>> => ask('command.run', { name, input });

/** Every record and every file of the library, as bytes on the disk. What says when it was written (library.json, journals, backups) is left out. */
async function bytes(): Promise<Record<string, string>> {
  await engine.close();
  const paths = disk.paths().filter((path) => /^\/library\/(?:[a-z]+-\d+\.json$|files\/|trash\/)/.test(path));
  const all = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, Buffer.from(await disk.read(path)).toString('latin1')] as const)));
  await open();
  expect(paths.length).toBeGreaterThan(3);
  return all;
}

/** A few papers with all that belongs to one: tags, collections, notes, files of their own and one they share. */
async function prepare(count: number): Promise<void> {
  disk = memoryDisk();
  await disk.mkdir(HOME);
  for (let n = 0; n < count; n++) await disk.write(`${HOME}/${String(n)}.pdf`, Buffer.from(`%PDF-1.4 file ${String(n)}`));
  await open();
  const bib = Array.from({ length: count }, (_, n) => `@article{key${String(n)}, title={Paper {N}umber ${String(n)}}, author={Author${String(n % 3)}, Ann}, year={${String(1990 + n)}}, keywords={one, t${String(n % 2)}}, odd = {kept ${String(n)}}}`).join('\n');
  const { preview } = await ask('import.preview', { source: { text: bib, name: 'refs.bib' } });
  ({ ids } = await ask('import.commit', { preview }));
  for (const [n, paper] of ids.entries()) {
    await ask('attachment.bring', { paper, files: [`${HOME}/${String(n)}.pdf`, `${HOME}/0.pdf`] });
    if (n % 2) await run('note.write', { paper, markdown: `A note on ${String(n)}` });
  }
  await run('relation.add', { from: ids[0], to: ids[1], kind: 'cites' });
}

it('deleted and put back, in any order and over restarts, every record and file is the same to the byte', async () => {
  await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(4), { minLength: 1 }), fc.constantFrom('restore', 'undo', 'mixed'), fc.boolean(), async (which, way, restart) => {
    await prepare(5);
    const before = await bytes();
    const chosen = which.map((n) => ids[n]);
    for (const paper of chosen) await run('paper.trash', { selection: { ids: [paper] } });
    expect((await ask('library.overview', {})).counts.trash).toBe(chosen.length);
    if (restart) await reopen();
    if (way === 'undo') for (let n = 0; n < chosen.length; n++) await ask('history.undo', {});
    else if (way === 'mixed') { await ask('history.undo', {}); await run('paper.restore', { selection: { ids: chosen } }); }
    else await run('paper.restore', { selection: { ids: [...chosen].reverse() } });
    if (restart) await reopen();
    expect(await bytes()).toEqual(before);
  }), { numRuns: 15 });
}, 60_000);

it('a file that is deleted and put back is the same to the byte, as is its record', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), fc.boolean(), async (which, restart) => {
    await prepare(3);
    const before = await bytes();
    let deeds = 0;
    for (const n of which) {
      const { attachments } = await ask('papers.get', { id: ids[n % ids.length] ?? '' });
      const file = attachments[n % Math.max(1, attachments.length)];
      if (file) { await run('attachment.remove', { attachment: file.id }); deeds++; }
    }
    if (restart) await reopen();
    for (let n = 0; n < deeds; n++) await ask('history.undo', {});
    expect(await bytes()).toEqual(before);
  }), { numRuns: 15 });
}, 60_000);

it('files that are renamed by a pattern, and renamed back, have their names and bytes again', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom('{key}', '{year} {title}', 'same', '{authors}: {shorttitle}', '../{key}', 'con'), fc.boolean(), async (pattern, byUndo) => {
    await prepare(4);
    const namesNow = async (): Promise<string[]> => (await Promise.all(ids.map((id) => ask('papers.get', { id })))).flatMap(({ attachments }) => attachments.map(({ path, sha256 }) => `${path} ${sha256 ?? ''}`)).sort();
    const [names, before] = [await namesNow(), await bytes()];
    await ask('attachment.rename', { of: { papers: { ids } }, pattern });
    expect(disk.paths().every((path) => path.startsWith('/library/') || path.startsWith(`${HOME}/`))).toBe(true);
    if (byUndo) await ask('history.undo', {});
    else await ask('attachment.rename', { of: { papers: { ids } }, pattern: '{author} {year} {title}' });
    expect(await namesNow()).toEqual(names);
    if (byUndo) expect(await bytes()).toEqual(before);
    expect((await ask('library.check', {})).findings).toEqual([]);
  }), { numRuns: 12 });
}, 60_000);

it('papers that are joined, with their files and notes, are parted again by undo, to the byte, also after a restart', async () => {
  await prepare(4);
  const before = await bytes();
  await run('paper.merge', { groups: [{ into: ids[0], from: [ids[1], ids[2]] }] });
  const { attachments, notes } = await ask('papers.get', { id: ids[0] ?? '' });
  expect([attachments.length, notes.length]).toEqual([3, 1]);
  for (const { id } of attachments) expect((await ask('attachment.present', { paper: ids[0] ?? '' })).find((one) => one.id === id)?.there).toBe(true);
  await reopen();
  expect((await ask('library.check', {})).findings).toEqual([]);
  await ask('history.undo', {});
  const after = await bytes();
  const withoutTimes = (all: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(all).map(([path, text]) => [path, text.replace(/"changed":"[^"]*"/g, '')]));
  expect(withoutTimes(after)).toEqual(withoutTimes(before));
});

it('tags and collections renamed, moved or merged, and taken back after a restart, are the same to the byte', async () => {
  await prepare(4);
  const { tags } = await ask('library.overview', {});
  const [one, two] = tags;
  const { created: [parent] } = await run('collection.create', { name: 'Parent' });
  const { created: [child] } = await run('collection.create', { name: 'Child' });
  await run('collection.add', { selection: { ids }, collection: child });
  const before = await bytes();
  const deeds: [string, unknown][] = [['tag.edit', { tag: one?.id, name: 'renamed/deep' }], ['collection.edit', { collection: child, name: 'Other', parent }], ['tag.merge', { from: one?.id, into: two?.id }], ['collection.delete', { collection: parent }], ['tag.delete', { tag: two?.id }]];
  for (const [name, input] of deeds) await run(name, input);
  await reopen();
  for (let n = 0; n < deeds.length; n++) await ask('history.undo', {});
  const after = await bytes();
  const withoutTimes = (all: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(all).map(([path, text]) => [path, text.replace(/"changed":"[^"]*"/g, '')]));
  expect(withoutTimes(after)).toEqual(withoutTimes(before));
});

it('five thousand papers edited at once and taken back are as they were', async () => {
  disk = memoryDisk();
  await open();
  const drafts = Array.from({ length: 5000 }, (_, n) => ({ item: { type: 'article', title: `A Study Of Number ${String(n)}`, author: [{ family: `Author${String(n % 97)}`, given: 'Ann' }], ...(n % 2 ? { language: 'de' } : {}) }, tags: [`t${String(n % 7)}`] }));
  const { created } = await run('library.import', { drafts, joins: [] });
  ids = created;
  const plain = async (): Promise<string> => JSON.stringify((await Promise.all(ids.map((id) => ask('papers.get', { id })))).map(({ paper }) => ({ ...paper, changed: '' })));
  const before = await plain();
  const selection = { ids };
  await run('paper.editMany', { selection, edits: [{ do: 'set', field: 'language', value: 'en' }, { do: 'case', field: 'title', to: 'sentence' }, { do: 'swap', field: 'author' }, { do: 'replace', field: 'title', find: 'study', by: 'look', regex: false, matchCase: true }] });
  expect((await ask('papers.get', { id: ids[1] ?? '' })).paper.item).toMatchObject({ language: 'en', title: 'A look of number 1', author: [{ family: 'Ann', given: 'Author1' }] });
  await reopen();
  await ask('history.undo', {});
  expect(await plain()).toBe(before);
  await ask('history.redo', {});
  expect((await ask('papers.get', { id: ids[4999] ?? '' })).paper.item).toMatchObject({ language: 'en' });
}, 60_000);
