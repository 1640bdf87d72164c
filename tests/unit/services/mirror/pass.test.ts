import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../src/library/run.ts';
import { applyChange, emptyLibrary } from '../../../../src/library/state.ts';
import type { LibraryState } from '../../../../src/library/state.ts';
import { notes as handlers } from '../../../../src/services/engine/operations/notes.ts';
import type { Session } from '../../../../src/services/engine/session.ts';
import { nothingSeen } from '../../../../src/services/mirror/folder.ts';
import type { Ask, MirrorReport } from '../../../../src/services/mirror/pass.ts';
import { mirrorOnce } from '../../../../src/services/mirror/pass.ts';
import { memoryDisk } from '../../../helpers/memory-disk.ts';
import type { MemoryDisk } from '../../../helpers/memory-disk.ts';

const FOLDER = '/vault';
let state: LibraryState;
let disk: MemoryDisk;
let count = 0;

/** A library in memory that answers as the engine does. */
function run(name: string, input: unknown): string {
  const outcome = runCommand(state, name, input, { now: '2026-01-01T00:00:00.000Z', newId: () => `01ARZ3NDEKTSV4RRFFQ69G${String(1000 + ++count)}` });
  if (!outcome.ok) throw new Error(outcome.error.message);
  for (const change of outcome.value.changes) applyChange(state, change, '2026-01-01T00:00:00.000Z');
  return outcome.value.created[0] ?? '';
}
const ask = ((name: string, input: { name: string; input: unknown }) => {
  if (name === 'library.overview') return Promise.resolve({ library: { folder: '/library' }, tags: [...state.tag.values()] });
  if (name === 'command.run') return Promise.resolve({ created: [run(input.name, input.input)].filter((id) => id !== '') });
  const handler = handlers[name as keyof typeof handlers] as (session: Session, input: unknown) => { ok: boolean; value: unknown };
  return Promise.resolve(handler({ store: { state } } as Session, { from: 0, count: 500, text: '', ...input }).value);
}) as unknown as Ask;

const pass = (on = disk): Promise<MirrorReport> => mirrorOnce({ ask, disk: on, folder: FOLDER, seen: nothingSeen() });
const paper = (title: string): string => run('paper.add', { draft: { item: { type: 'book', title, author: [{ family: 'Lovelace', given: 'Ada' }], issued: { 'date-parts': [[1843]] } } } });
const keyOf = (id: string): string => state.paper.get(id)?.citationKey ?? '';
const file = async (name: string, on = disk): Promise<string> => Buffer.from(await on.read(`${FOLDER}/${name}`)).toString('utf8');
const files = async (on = disk): Promise<string[]> => (await on.list(FOLDER)).filter((name) => name.endsWith('.md'));
const write = (name: string, text: string, on = disk): Promise<void> => on.write(`${FOLDER}/${name}`, Buffer.from(text));
const edit = async (name: string, from: string, to: string, on = disk): Promise<void> => write(name, (await file(name, on)).replace(from, to), on);
const texts = (): string[] => [...state.note.values()].map(({ markdown }) => markdown).sort();

beforeEach(() => { state = emptyLibrary(); disk = memoryDisk(); count = 0; });

describe('a mirror of the notes', () => {
  it('has a file for each note, named after its paper, and is then left alone', async () => {
    const id = paper('Sketch');
    run('note.write', { paper: id, markdown: 'It weaves.' });
    run('note.write', { markdown: '# A plan\n\ntext' });
    expect(await pass()).toMatchObject({ written: 2 });
    expect(await files()).toEqual(['A plan.md', `${keyOf(id)}.md`].sort());
    expect(await file(`${keyOf(id)}.md`)).toMatch(/^---\ntitle: "Sketch"\nauthors: \["Ada Lovelace"\]\nyear: 1843\ncitekey: "lovelace1843sketch"\n[\s\S]*---\n\nIt weaves\.\n$/);
    expect(await pass()).toEqual({ written: 0, removed: 0, taken: 0, conflicts: 0 });
  });
  it('brings edits back, and takes the library’s to the folder', async () => {
    const note = run('note.write', { paper: paper('Sketch'), markdown: 'one' });
    await pass();
    await edit('lovelace1843sketch.md', 'one', 'two');
    expect(await pass()).toMatchObject({ taken: 1 });
    expect(texts()).toEqual(['two']);
    run('note.write', { note, markdown: 'three' });
    await pass();
    expect(await file('lovelace1843sketch.md')).toContain('three');
  });
  it('keeps both texts where both sides were changed', async () => {
    const note = run('note.write', { paper: paper('Sketch'), markdown: 'one' });
    await pass();
    await edit('lovelace1843sketch.md', 'one', 'in the folder');
    run('note.write', { note, markdown: 'in the library' });
    expect(await pass()).toMatchObject({ conflicts: 1 });
    expect(texts()).toEqual(['in the folder', 'in the library']);
    expect(await file('lovelace1843sketch.md')).toContain('in the library');
    expect(await file('lovelace1843sketch-2.md')).toContain('in the folder');
    expect(await pass()).toEqual({ written: 0, removed: 0, taken: 0, conflicts: 0 });
  });
  it('follows a citation key, with what was edited meanwhile, and a file that was renamed', async () => {
    const id = paper('Sketch');
    run('note.write', { paper: id, markdown: 'one' });
    await pass();
    run('paper.edit', { paper: id, set: { citationKey: 'ada' } });
    await edit('lovelace1843sketch.md', 'one', 'two');
    await pass();
    expect([await files(), texts()]).toEqual([['ada.md'], ['two']]);
    await disk.rename(`${FOLDER}/ada.md`, `${FOLDER}/My own name.md`);
    await pass();
    await edit('My own name.md', 'two', 'three');
    await pass();
    expect([await files(), texts()]).toEqual([['My own name.md'], ['three']]);
  });
  it('never deletes a note for a file that is gone; deletes the file of a deleted note, unless it was edited', async () => {
    const id = paper('Sketch');
    const [kept, gone, edited] = ['kept', 'gone', 'edited'].map((markdown) => run('note.write', { markdown }));
    run('note.write', { paper: id, markdown: 'of a paper' });
    await pass();
    await disk.remove(`${FOLDER}/kept.md`);
    run('note.delete', { note: gone });
    run('note.delete', { note: edited });
    await edit('edited.md', 'edited\n', 'edited, more\n');
    await pass();
    expect(texts()).toEqual(['edited, more', 'kept', 'of a paper']);
    expect(await files()).not.toContain('gone.md');
    expect(await files()).not.toContain('kept.md');
    run('note.write', { note: kept, markdown: 'kept, more' });
    await pass();
    expect(await file('kept.md')).toContain('kept, more');
  });
  it('keeps the file of a note that is only not among those that were listed: others were deleted meanwhile', async () => {
    run('note.write', { paper: paper('Sketch'), markdown: 'one' });
    await pass();
    await edit('lovelace1843sketch.md', 'title:', 'mine: kept\ntitle:');
    const passedOver = ((name: string, input: Record<string, unknown>) => (name === 'notes.mirrored' && input['id'] === undefined ? Promise.resolve({ total: 0, notes: [] }) : ask(name as 'notes.mirrored', input))) as unknown as Ask;
    expect(await mirrorOnce({ ask: passedOver, disk, folder: FOLDER, seen: nothingSeen() })).toMatchObject({ removed: 0 });
    expect(await file('lovelace1843sketch.md')).toContain('mine: kept');
  });
  it('takes a new file that is named after a paper, and leaves others alone', async () => {
    const id = paper('Sketch');
    await disk.mkdir(FOLDER);
    await write(`${keyOf(id)}.md`, '---\naliases: [x]\n---\nmine');
    await write('Groceries.md', 'milk');
    await pass();
    expect(texts()).toEqual(['mine']);
    expect(await file(`${keyOf(id)}.md`)).toContain('aliases: [x]');
    expect(await file('Groceries.md')).toBe('milk');
  });
  it('does not write over a file of the same name that is not its own', async () => {
    await disk.mkdir(FOLDER);
    await write('A plan.md', 'somebody else’s');
    run('note.write', { markdown: 'A plan' });
    await pass();
    expect(await file('A plan.md')).toBe('somebody else’s');
    expect(await file('A plan-2.md')).toContain('A plan\n');
  });
});

describe('the tags in a file’s head', () => {
  let id = '';
  const tagged = (): string[] => (state.paper.get(id)?.tags ?? []).map((tag) => state.tag.get(tag)?.name ?? '').sort();
  const tag = (name: string): string => run('tag.add', { selection: { ids: [id] }, name });
  const untag = (name: string): string => run('tag.remove', { selection: { ids: [id] }, tag: [...state.tag.values()].find((one) => one.name === name)?.id });
  const lineOf = async (name = 'lovelace1843sketch.md'): Promise<string> => /^tags: .*$/m.exec(await file(name))?.[0] ?? '';
  beforeEach(async () => {
    id = paper('Sketch');
    tag('to cite');
    tag('method/loom');
    run('note.write', { paper: id, markdown: 'It weaves.' });
    await pass();
  });

  it('come back as changes to the paper: what was put there and what was taken out, whatever YAML they are written in', async () => {
    expect(await lineOf()).toBe('tags: ["method/loom","to-cite"]');
    await edit('lovelace1843sketch.md', await lineOf(), 'tags:\n  - to-cite\n  - "#engines"');
    expect(await pass()).toMatchObject({ taken: 1 });
    expect(tagged()).toEqual(['engines', 'to cite']);
    expect(await lineOf()).toBe('tags: ["engines","to-cite"]');
    expect(await pass()).toEqual({ written: 0, removed: 0, taken: 0, conflicts: 0 });
    expect(texts()).toEqual(['It weaves.']);
  });
  it('join those that were given and taken in the library meanwhile', async () => {
    await edit('lovelace1843sketch.md', await lineOf(), 'tags: [method/loom, to-cite, mine]');
    tag('theirs');
    untag('method/loom');
    await pass();
    expect(tagged()).toEqual(['mine', 'theirs', 'to cite']);
    expect(await lineOf()).toBe('tags: ["mine","theirs","to-cite"]');
  });
  it('stay as they are where the head, or its line of tags, is gone', async () => {
    await edit('lovelace1843sketch.md', `${await lineOf()}\n`, '');
    await pass();
    expect(tagged()).toEqual(['method/loom', 'to cite']);
    expect(await lineOf()).toBe('tags: ["method/loom","to-cite"]');
  });
  it('reach the other notes of the paper', async () => {
    run('note.write', { paper: id, markdown: 'Another.' });
    await pass();
    await edit('lovelace1843sketch.md', await lineOf(), 'tags: []');
    await pass();
    expect([tagged(), await lineOf('lovelace1843sketch-2.md')]).toEqual([[], 'tags: []']);
  });
  it('of a file that becomes a note go to its paper', async () => {
    const other = paper('Notes');
    await write(`${keyOf(other)}.md`, '---\ntags: loom\n---\nmine');
    await pass();
    expect(state.paper.get(other)?.tags.map((one) => state.tag.get(one)?.name)).toEqual(['loom']);
  });
});

describe('the folder', () => {
  it('alone is written to, whatever the folder says of itself', async () => {
    const note = run('note.write', { markdown: 'A plan' });
    await disk.mkdir(FOLDER);
    await write('.sheaf-mirror.json', JSON.stringify({ notes: { [note]: { file: '../out.md', stem: '../out', base: 'x' } } }));
    await pass();
    expect(disk.paths().filter((path) => path.endsWith('.md'))).toEqual([expect.stringMatching(/^\/vault\/[^/]+$/)]);
  });
  it('alone is written to, whatever keys and titles are', async () => {
    const id = paper('Sketch');
    run('paper.edit', { paper: id, set: { citationKey: '../../outside' } });
    run('note.write', { paper: id, markdown: 'one' });
    run('note.write', { markdown: '# ../../../etc/passwd\n![x](files/images/../../../x.png)' });
    const touched = new Set<string>();
    const asked: MemoryDisk = Object.assign(Object.create(disk) as MemoryDisk, { write: (path: string, bytes: Uint8Array) => { touched.add(path); return disk.write(path, bytes); }, remove: (path: string) => { touched.add(path); return disk.remove(path); }, rename: (from: string, to: string) => { touched.add(to); return disk.rename(from, to); } });
    await pass(asked);
    expect([...touched].filter((path) => !/^\/vault\/[^/]+$/.test(path))).toEqual([]);
    expect(await files()).toHaveLength(2);
  });
});

describe('a mirror that is killed', () => {
  /** Edits on both sides, a renamed key, a deleted note, a new file. */
  async function workload(): Promise<MemoryDisk> {
    state = emptyLibrary();
    count = 0;
    const before = memoryDisk();
    const [first, second] = [paper('Sketch'), paper('Notes')];
    const note = run('note.write', { paper: first, markdown: 'one' });
    run('tag.add', { selection: { ids: [second] }, name: 'old' });
    run('note.write', { paper: second, markdown: 'two' });
    const gone = run('note.write', { markdown: 'gone' });
    run('note.write', { markdown: 'both' });
    await pass(before);
    await edit('lovelace1843sketch.md', 'one', 'one, in the folder', before);
    run('note.write', { note, markdown: 'one, in the library' });
    run('paper.edit', { paper: second, set: { citationKey: 'renamed' } });
    await edit('lovelace1843notes.md', 'two', 'two, edited', before);
    await edit('lovelace1843notes.md', 'tags: ["old"]', 'tags: ["new"]', before);
    run('note.delete', { note: gone });
    await write('renamed-3.md', 'a new file', before);
    return before;
  }
  const tagNames = (): string[] => [...state.paper.values()].flatMap(({ tags }) => tags.map((one) => state.tag.get(one)?.name ?? ''));
  it('at any operation, has lost nothing and doubled nothing when it runs again', async () => {
    const whole = await workload();
    const from = whole.operations;
    await pass(whole);
    const steps = whole.operations - from;
    const [endTexts, endFiles] = [texts(), await files(whole)];
    expect(endTexts).toEqual(['a new file', 'both', 'one, in the folder', 'one, in the library', 'two, edited']);
    expect(steps).toBeGreaterThan(10);
    for (let at = 0; at < steps; at++) for (const loss of ['drop', 'keep', 'tear'] as const) {
      const dying = await workload();
      const end = dying.operations + at;
      dying.before = () => { if (dying.operations >= end) throw new Error('killed'); };
      await pass(dying).catch(() => undefined);
      const after = dying.crash(loss);
      await pass(after);
      await pass(after);
      expect({ at, loss, texts: texts(), tags: tagNames() }).toEqual({ at, loss, texts: endTexts, tags: ['new'] });
      expect((await files(after)).length, `${String(at)} ${loss}`).toBe(endFiles.length);
    }
  });
});
