import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';
import { readSource } from '../../../src/services/engine/import-reading.ts';
import type { MemoryDisk } from '../../helpers/memory-disk.ts';
import { memoryDisk } from '../../helpers/memory-disk.ts';

const [FOLDER, HOME] = ['/library', '/home'];
const BYTES = Buffer.from('%PDF-1.4 a paper /Title (Notes on the Analytical Engine) %%EOF');

let disk: MemoryDisk;
let engine: Engine;
async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
const all = async () => (await ask('papers.query', { scope: { in: 'all' }, first: 50 })).rows;
const filesOf = async (paper: string) => (await ask('papers.get', { id: paper })).attachments;
const bring = async (files: string[], order: Partial<Input<'import.commit'>> = {}) => {
  const { preview, ...seen } = await ask('import.preview', { source: { files } });
  return { seen, done: await ask('import.commit', { preview, duplicates: 'join', ...order }) };
};

beforeEach(async () => {
  disk = memoryDisk();
  await disk.mkdir(`${HOME}/papers/old`);
  for (const [name, bytes] of [['scan.pdf', BYTES], ['papers/Turing 1936 On Computable Numbers.pdf', Buffer.from('%PDF-1.4 turing')], ['papers/old/more.bib', Buffer.from('@book{knuth, title={The Art of Computer Programming}, author={Knuth, Donald}, year={1968}}')], ['papers/.hidden.pdf', BYTES], ['papers/notes.docx', BYTES]] as const) await disk.write(`${HOME}/${name}`, bytes);
  let [time, turn] = [Date.UTC(2026, 0, 1), 0];
  const opened = await openEngine({ folder: FOLDER, disk, create: true, machine: 'desk', now: () => time++, random: (length) => new Uint8Array(length).fill(++turn % 32), index: 'asked' });
  if (!opened.ok) throw new Error(opened.error.message);
  engine = opened.value;
});

describe('a PDF that is brought in', () => {
  it('becomes a paper, its file copied into the library under the paper’s name, with one undo', async () => {
    const { seen, done } = await bring([`${HOME}/scan.pdf`]);
    expect(seen).toMatchObject({ files: 1, total: 1, fresh: 1 });
    expect(await all()).toMatchObject([{ title: 'Notes on the Analytical Engine', hasPdf: true }]);
    expect(await filesOf(done.ids[0] ?? '')).toMatchObject([{ kind: 'kept', path: 'files/Notes on the Analytical Engine.pdf', title: 'scan.pdf', bytes: BYTES.length }]);
    expect(Buffer.from(await disk.read(`${FOLDER}/files/Notes on the Analytical Engine.pdf`)).equals(BYTES)).toBe(true);
    expect(await disk.stat(`${HOME}/scan.pdf`)).not.toBeNull();
    await ask('history.undo', {});
    expect(await all()).toEqual([]);
    expect(disk.paths().filter((path) => /\/(?:files|incoming)\//.test(path))).toEqual([]);
    expect((await ask('library.check', {})).findings).toEqual([]);
  });

  it('of a paper that is here goes to that paper, once', async () => {
    const { preview } = await ask('import.preview', { source: { text: '@article{l, title={Notes on the Analytical Engine}, year={1843}}', name: 'refs.bib' } });
    const { ids: [paper = ''] } = await ask('import.commit', { preview });
    expect((await bring([`${HOME}/scan.pdf`])).done).toMatchObject({ imported: 0, joined: 1 });
    await bring([`${HOME}/scan.pdf`]);
    expect(await filesOf(paper)).toHaveLength(1);
    expect(await disk.list(`${FOLDER}/cache/incoming`)).toEqual([]);
  });

  it('comes in not at all where its copy cannot be made', async () => {
    const { preview } = await ask('import.preview', { source: { files: [`${HOME}/scan.pdf`] } });
    disk.room = 10;
    await expect(ask('import.commit', { preview })).rejects.toThrow('no-space');
    disk.room = Infinity;
    expect(await all()).toEqual([]);
    expect(await disk.list(`${FOLDER}/cache/incoming`)).toEqual([]);
    expect(await ask('import.commit', { preview })).toMatchObject({ imported: 1 });
  });
});

describe('a folder that is brought in', () => {
  it('gives its PDFs and lists of references, those below it too, and nothing else', async () => {
    const { seen } = await bring([`${HOME}/papers`]);
    expect(seen).toMatchObject({ files: 1, total: 2 });
    expect((await all()).map(({ title, year }) => `${title} ${year}`).sort()).toEqual(['On Computable Numbers 1936', 'The Art of Computer Programming 1968']);
  });

  it('without any says so', async () => {
    await disk.mkdir(`${HOME}/empty`);
    await expect(ask('import.preview', { source: { files: [`${HOME}/empty`] } })).rejects.toThrow('holds no PDFs');
  });
});

describe('many files at once', () => {
  const many = async (count: number): Promise<string[]> => {
    const paths = Array.from({ length: count }, (_, at) => `${HOME}/many/${String(at)}.bib`);
    for (const [at, path] of paths.entries()) await disk.write(path, Buffer.from(`@book{k${String(at)}, title={Book ${String(at)}}}`));
    return paths;
  };

  it('come in together, as a person who picks out a shelf of them expects', async () => {
    await disk.mkdir(`${HOME}/many`);
    expect(await ask('import.preview', { source: { files: await many(1200) } })).toMatchObject({ total: 1200, problems: [] });
  });

  it('that are more than are read at once are said to be', async () => {
    await disk.mkdir(`${HOME}/many`);
    const files = await many(3);
    const read = await readSource(disk, { files }, () => Promise.resolve(), 2);
    expect(read).toMatchObject({ ok: true, value: { drafts: [{}, {}], problems: [{ severity: 'warning', message: expect.stringContaining('first 2') }] } });
  });
});

describe('what is dropped on a place', () => {
  it('goes into the collection, what is here already too, with one undo', async () => {
    const { created: [collection = ''] } = await ask('command.run', { name: 'collection.create', input: { name: 'Thesis' } });
    const count = async (): Promise<number | undefined> => (await ask('library.overview', {})).collections[0]?.count;
    await bring([`${HOME}/papers/old/more.bib`]);
    expect(await count()).toBe(0);
    await bring([`${HOME}/papers`], { duplicates: 'skip', into: { collection } });
    expect(await count()).toBe(2);
    expect(await all()).toHaveLength(2);
    await ask('history.undo', {});
    expect(await count()).toBe(0);
    expect(await all()).toHaveLength(1);
  });

  it('gets the tag, and new papers the status', async () => {
    const { done } = await bring([`${HOME}/papers/old/more.bib`]);
    await ask('command.run', { name: 'tag.add', input: { selection: { ids: done.ids }, name: 'engines' } });
    const { tags: [tag] } = await ask('library.overview', {});
    await bring([`${HOME}/scan.pdf`], { into: { tag: tag?.id, status: 'reading' } });
    expect((await all()).find(({ hasPdf }) => hasPdf)).toMatchObject({ status: 'reading', tags: [tag?.id] });
    expect((await all()).find(({ hasPdf }) => !hasPdf)).toMatchObject({ status: 'inbox' });
  });
});
