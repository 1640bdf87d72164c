import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';
import type { Loss, MemoryDisk } from '../../helpers/memory-disk.ts';
import { memoryDisk } from '../../helpers/memory-disk.ts';

const FOLDER = '/library';
const OUTSIDE = '/home';
const BYTES = Buffer.from('%PDF-1.4 the first file');
const OTHER = Buffer.from('%PDF-1.4 quite another one');
const BIB = '@article{lovelace, title={Notes on the Engine: a {CON}tribution}, author={Lovelace, Ada}, year={1843}}\n@article{turing, title={On Computable Numbers}, author={Turing, Alan}, year={1936}}';

let disk: MemoryDisk;
let engine: Engine;
let ids: string[];
let time = Date.UTC(2026, 0, 1);

async function open(on: MemoryDisk): Promise<Engine> {
  let turn = 0;
  const opened = await openEngine({ folder: FOLDER, disk: on, create: true, machine: 'desk', now: () => time++, random: (length) => new Uint8Array(length).fill(++turn % 32), index: 'asked' });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
async function value<N extends OperationName>(of: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await of.call(name, input);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
const ask = <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => value(engine, name, input);
const run = (name: string, input: unknown): Promise<unknown> => ask('command.run', { name, input });
const filesOf = async (paper: string, of = engine) => (await value(of, 'papers.get', { id: paper })).attachments;
const bytesAt = async (path: string, on = disk): Promise<string> => Buffer.from(await on.read(path)).toString();
const found = async (id: string, of = engine, on = disk): Promise<string> => bytesAt((await value(of, 'attachment.locate', { id })).file, on);
async function reopen(): Promise<void> { await engine.close(); engine = await open(disk); }
async function bring(...files: string[]): Promise<string[]> { return (await ask('attachment.bring', { paper: ids[0] ?? '', files })).ids; }

async function prepare(): Promise<void> {
  disk = memoryDisk();
  await disk.mkdir(`${OUTSIDE}/moved`);
  for (const [name, bytes] of [['a.pdf', BYTES], ['b.pdf', OTHER]] as const) await disk.write(`${OUTSIDE}/${name}`, bytes);
  await disk.syncDir(OUTSIDE);
  engine = await open(disk);
  const { preview } = await ask('import.preview', { source: { text: BIB, name: 'refs.bib' } });
  ({ ids } = await ask('import.commit', { preview }));
}
beforeEach(prepare);

describe('a file that is added', () => {
  it('is copied into files/ under the pattern, and stays where it was', async () => {
    await bring(`${OUTSIDE}/a.pdf`);
    const [file] = await filesOf(ids[0] ?? '');
    expect(file).toMatchObject({ kind: 'kept', path: 'files/Lovelace 1843 Notes on the Engine - a CONtribution.pdf', mediaType: 'application/pdf', bytes: BYTES.length, title: 'a.pdf', sha256: createHash('sha256').update(BYTES).digest('hex') });
    expect(await bytesAt(`${FOLDER}/${file?.path ?? ''}`)).toBe(BYTES.toString());
    expect(await bytesAt(`${OUTSIDE}/a.pdf`)).toBe(BYTES.toString());
    expect(await disk.list(`${FOLDER}/cache/incoming`)).toEqual([]);
  });

  it('is not kept twice when it is the same byte for byte, under whatever name', async () => {
    await disk.write(`${OUTSIDE}/copy.pdf`, BYTES);
    await bring(`${OUTSIDE}/a.pdf`);
    expect(await ask('attachment.bring', { paper: ids[0] ?? '', files: [`${OUTSIDE}/copy.pdf`, `${OUTSIDE}/b.pdf`] })).toMatchObject({ there: 1, ids: [expect.any(String)] });
    expect((await filesOf(ids[0] ?? '')).map(({ path }) => path)).toEqual(['files/Lovelace 1843 Notes on the Engine - a CONtribution.pdf', 'files/Lovelace 1843 Notes on the Engine - a CONtribution (2).pdf']);
  });

  it('comes with the others of its command or not at all', async () => {
    await expect(bring(`${OUTSIDE}/a.pdf`, `${OUTSIDE}/none.pdf`)).rejects.toThrow('unreadable');
    expect(await filesOf(ids[0] ?? '')).toEqual([]);
    expect(disk.paths().filter((path) => /\/(?:files|incoming)\//.test(path))).toEqual([]);
  });

  it('is only pointed to when it is linked', async () => {
    await ask('attachment.bring', { paper: ids[0] ?? '', files: [`${OUTSIDE}/a.pdf`, 'https://example.org/paper'], link: true });
    expect(await filesOf(ids[0] ?? '')).toMatchObject([{ kind: 'linked', path: `${OUTSIDE}/a.pdf`, bytes: BYTES.length }, { kind: 'linked', path: 'https://example.org/paper' }]);
    expect(disk.paths().filter((path) => path.startsWith(`${FOLDER}/files/`))).toEqual([]);
  });
});

describe('deleting', () => {
  it('lays the files of a paper in the trash with it, and putting back restores them byte for byte, also after a restart', async () => {
    const [id = ''] = await bring(`${OUTSIDE}/a.pdf`);
    const path = (await filesOf(ids[0] ?? ''))[0]?.path ?? '';
    await run('paper.trash', { selection: { ids: [ids[0]] } });
    expect(await disk.stat(`${FOLDER}/${path}`)).toBeNull();
    expect(await found(id)).toBe(BYTES.toString());
    await reopen();
    expect((await ask('library.check', {})).findings).toEqual([]);
    expect(await ask('trash.facts', {})).toEqual({ papers: 1, files: 1, bytes: BYTES.length });
    await run('paper.restore', { selection: { ids: [ids[0]] } });
    expect(await bytesAt(`${FOLDER}/${path}`)).toBe(BYTES.toString());
  });

  it('a file is taken back by undo after a restart, though another took its name in between', async () => {
    const [id = ''] = await bring(`${OUTSIDE}/a.pdf`);
    const path = (await filesOf(ids[0] ?? ''))[0]?.path ?? '';
    await run('attachment.remove', { attachment: id });
    expect(await disk.stat(`${FOLDER}/${path}`)).toBeNull();
    await reopen();
    await ask('history.undo', {});
    expect(await found(id)).toBe(BYTES.toString());
    await run('attachment.remove', { attachment: id });
    await bring(`${OUTSIDE}/b.pdf`);
    expect((await filesOf(ids[0] ?? ''))[0]?.path).not.toBe(path);
  });

  it('for good takes the bytes of the papers in the trash when the library is closed, and nobody else’s', async () => {
    await bring(`${OUTSIDE}/a.pdf`);
    const other = await ask('attachment.bring', { paper: ids[1] ?? '', files: [`${OUTSIDE}/b.pdf`] });
    await run('paper.trash', { selection: { ids: [ids[0]] } });
    await run('trash.empty', {});
    await ask('history.undo', {});
    await run('paper.restore', { selection: { ids: [ids[0]] } });
    expect(await found((await filesOf(ids[0] ?? ''))[0]?.id ?? '')).toBe(BYTES.toString());
    await run('paper.trash', { selection: { ids: [ids[0]] } });
    await run('trash.empty', {});
    await reopen();
    expect(disk.paths().filter((path) => path.startsWith(`${FOLDER}/trash/`))).toEqual([]);
    expect(await found(other.ids[0] ?? '')).toBe(OTHER.toString());
  });
});

describe('renaming by a pattern', () => {
  it('names all files of papers alike, numbers what collides, and is taken back at once', async () => {
    const [one = '', two = ''] = [...await bring(`${OUTSIDE}/a.pdf`), ...await bring(`${OUTSIDE}/b.pdf`)];
    const before = (await filesOf(ids[0] ?? '')).map(({ path }) => path);
    const of = { papers: { ids } };
    expect((await ask('attachment.names', { of, pattern: '{key} - {year}' })).names.map(({ after }) => after)).toEqual(['lovelace - 1843.pdf', 'lovelace - 1843 (2).pdf']);
    expect(await ask('attachment.rename', { of, pattern: '{key} - {year}' })).toMatchObject({ renamed: 2 });
    expect([await found(one), await found(two)]).toEqual([BYTES.toString(), OTHER.toString()]);
    expect(await ask('attachment.names', { of, pattern: '{key} - {year}' })).toMatchObject({ changed: 0, files: 2 });
    await reopen();
    await ask('history.undo', {});
    expect((await filesOf(ids[0] ?? '')).map(({ path }) => path)).toEqual(before);
    expect([await found(one), await found(two)]).toEqual([BYTES.toString(), OTHER.toString()]);
  });
});

describe('a file that is replaced', () => {
  it('keeps its id for its marks, and comes back by undo, though both had one name', async () => {
    const [id = ''] = await bring(`${OUTSIDE}/a.pdf`);
    await ask('attachment.replace', { id, file: `${OUTSIDE}/b.pdf` });
    expect(await found(id)).toBe(OTHER.toString());
    await reopen();
    await ask('history.undo', {});
    expect(await found(id)).toBe(BYTES.toString());
    await ask('history.redo', {});
    expect(await found(id)).toBe(OTHER.toString());
  });
});

describe('a file that is detached', () => {
  it('lies at the chosen place and is linked there, never over another file; undo has it in the library again', async () => {
    const [id = ''] = await bring(`${OUTSIDE}/a.pdf`);
    await expect(ask('attachment.detach', { id, to: `${OUTSIDE}/b.pdf` })).rejects.toThrow('conflict');
    await expect(ask('attachment.detach', { id, to: `${FOLDER}/x.pdf` })).rejects.toThrow('invalid-input');
    await ask('attachment.detach', { id, to: `${OUTSIDE}/moved/x.pdf` });
    expect(await filesOf(ids[0] ?? '')).toMatchObject([{ kind: 'linked', path: `${OUTSIDE}/moved/x.pdf` }]);
    expect(await bytesAt(`${OUTSIDE}/moved/x.pdf`)).toBe(BYTES.toString());
    await ask('history.undo', {});
    expect(await filesOf(ids[0] ?? '')).toMatchObject([{ kind: 'kept' }]);
    expect(await found(id)).toBe(BYTES.toString());
  });
});

describe('files that are missing', () => {
  it('are found together where they were moved, by name, size and bytes, and linked anew with one undo', async () => {
    await ask('attachment.bring', { paper: ids[0] ?? '', files: [`${OUTSIDE}/a.pdf`, `${OUTSIDE}/b.pdf`], link: true });
    for (const name of ['a.pdf', 'b.pdf']) await disk.rename(`${OUTSIDE}/${name}`, `${OUTSIDE}/moved/${name}`);
    await disk.write(`${OUTSIDE}/a.pdf.txt`, BYTES);
    await disk.mkdir(`${OUTSIDE}/another`);
    await disk.write(`${OUTSIDE}/another/a.pdf`, OTHER);
    expect((await ask('attachment.present', { paper: ids[0] ?? '' })).map(({ there }) => there)).toEqual([false, false]);
    expect(await ask('attachment.find', { folder: OUTSIDE })).toMatchObject({ missing: 2, found: 2 });
    expect((await filesOf(ids[0] ?? '')).map(({ path }) => path)).toEqual([`${OUTSIDE}/moved/a.pdf`, `${OUTSIDE}/moved/b.pdf`]);
    await ask('history.undo', {});
    expect((await filesOf(ids[0] ?? '')).map(({ path }) => path)).toEqual([`${OUTSIDE}/a.pdf`, `${OUTSIDE}/b.pdf`]);
  });

  it('that are kept come back to their place', async () => {
    const [id = ''] = await bring(`${OUTSIDE}/a.pdf`);
    const { file } = await ask('attachment.locate', { id });
    await disk.rename(file, `${OUTSIDE}/moved/${file.slice(file.lastIndexOf('/') + 1)}`);
    expect(await ask('attachment.find', { folder: OUTSIDE })).toMatchObject({ missing: 1, found: 1 });
    expect(await found(id)).toBe(BYTES.toString());
  });

  it('that are kept are no work to undo: the next undo takes back what a person did before', async () => {
    const [id = ''] = await bring(`${OUTSIDE}/a.pdf`);
    const { file } = await ask('attachment.locate', { id });
    await disk.rename(file, `${OUTSIDE}/moved/${file.slice(file.lastIndexOf('/') + 1)}`);
    expect(await ask('attachment.find', { folder: OUTSIDE })).toMatchObject({ found: 1, linked: 0 });
    await reopen();
    expect(await ask('history.undo', {})).toMatchObject({ label: 'attachment.add' });
    expect(await filesOf(ids[0] ?? '')).toEqual([]);
    expect(await ask('history.undo', {})).toMatchObject({ label: 'library.import' });
    await ask('history.redo', {});
    await ask('history.redo', {});
    expect(await found(id)).toBe(BYTES.toString());
  });

  it('come back into the trash, where their paper lies there', async () => {
    const [id = ''] = await bring(`${OUTSIDE}/a.pdf`);
    await run('paper.trash', { selection: { ids: [ids[0]] } });
    const { file } = await ask('attachment.locate', { id });
    await disk.rename(file, `${OUTSIDE}/moved/${file.slice(file.lastIndexOf('/') + 1)}`);
    expect(await ask('attachment.find', { folder: OUTSIDE })).toMatchObject({ found: 1 });
    await run('paper.restore', { selection: { ids: [ids[0]] } });
    expect(await found(id)).toBe(BYTES.toString());
    expect((await ask('library.check', {})).findings).toEqual([]);
  });
});

describe('one file of several papers', () => {
  const both = async (): Promise<[string, string]> => {
    const [one = ''] = await bring(`${OUTSIDE}/a.pdf`);
    const { ids: [two = ''] } = await ask('attachment.bring', { paper: ids[1] ?? '', files: [`${OUTSIDE}/a.pdf`] });
    return [one, two];
  };
  const placeOf = async (id: string): Promise<string> => (await ask('attachment.locate', { id })).file;
  /** Whether two names are of one content: what changes under the one is seen under the other. */
  async function areOne(one: string, two: string): Promise<boolean> {
    disk.spoil(one, () => Buffer.from('altered'));
    const same = await bytesAt(two) === 'altered';
    disk.spoil(one, () => BYTES);
    if (!same) disk.spoil(two, () => BYTES);
    return same;
  }

  it('is stored once, under a name for each', async () => {
    const [one, two] = await both();
    expect([await placeOf(one), await placeOf(two)]).toEqual([`${FOLDER}/files/Lovelace 1843 Notes on the Engine - a CONtribution.pdf`, `${FOLDER}/files/Turing 1936 On Computable Numbers.pdf`]);
    expect(await areOne(await placeOf(one), await placeOf(two))).toBe(true);
  });

  it('stays with the one when the other is deleted for good, also after a restart', async () => {
    const [one, two] = await both();
    await run('paper.trash', { selection: { ids: [ids[0]] } });
    expect(await found(two)).toBe(BYTES.toString());
    await ask('history.undo', {});
    expect([await found(one), await found(two)]).toEqual([BYTES.toString(), BYTES.toString()]);
    await ask('history.redo', {});
    await run('trash.empty', {});
    await reopen();
    expect(disk.paths().filter((path) => path.startsWith(`${FOLDER}/trash/`))).toEqual([]);
    expect(await found(two)).toBe(BYTES.toString());
    expect((await ask('library.check', {})).findings).toEqual([]);
  });

  it('is shared with one in the trash, never with one that was altered in its place', async () => {
    const [one = ''] = await bring(`${OUTSIDE}/a.pdf`);
    await run('attachment.remove', { attachment: one });
    const inTrash = `${FOLDER}/trash/${one}/Lovelace 1843 Notes on the Engine - a CONtribution.pdf`;
    const toOther = async (): Promise<string> => placeOf((await ask('attachment.bring', { paper: ids[1] ?? '', files: [`${OUTSIDE}/a.pdf`] })).ids[0] ?? '');
    expect(await areOne(inTrash, await toOther())).toBe(true);
    await ask('history.undo', {});
    await disk.remove(inTrash);
    await disk.write(inTrash, Buffer.from(BYTES.map((byte) => byte ^ 1)));
    expect(await bytesAt(await toOther())).toBe(BYTES.toString());
  });
});

/** Work on files, one step after the other; each may be the last before the power goes. */
const STEPS: ((of: Engine) => Promise<unknown>)[] = [
  (of) => value(of, 'attachment.bring', { paper: ids[0] ?? '', files: [`${OUTSIDE}/a.pdf`] }),
  async (of) => value(of, 'attachment.rename', { of: { papers: { ids } }, pattern: '{key}' }),
  async (of) => value(of, 'attachment.replace', { id: (await filesOf(ids[0] ?? '', of))[0]?.id ?? '', file: `${OUTSIDE}/b.pdf` }),
  (of) => value(of, 'command.run', { name: 'paper.trash', input: { selection: { ids: [ids[0]] } } }),
  (of) => value(of, 'history.undo', {}),
  (of) => value(of, 'history.undo', {}),
  async (of) => value(of, 'command.run', { name: 'attachment.remove', input: { attachment: (await filesOf(ids[0] ?? '', of))[0]?.id ?? '' } }),
  (of) => value(of, 'history.undo', {}),
  async (of) => value(of, 'attachment.detach', { id: (await filesOf(ids[0] ?? '', of))[0]?.id ?? '', to: `${OUTSIDE}/moved/out.pdf` }),
];

/** What is wrong after the power went: every file a record names is whole where the library looks for it, and after all undos the first bytes are back. */
async function wrongAfter(after: MemoryDisk): Promise<string | null> {
  const again = await open(after);
  const attachments = await filesOf(ids[0] ?? '', again);
  for (const { id, sha256 } of attachments) {
    const bytes = await found(id, again, after).catch(() => 'nothing');
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return `the record says ${String(sha256)}, there is ${bytes}`;
  }
  const { findings } = await value(again, 'library.check', {});
  if (findings.length > 0) return JSON.stringify(findings);
  for (const name of ['a.pdf', 'b.pdf']) if (!(await after.stat(`${OUTSIDE}/${name}`))) return `the original ${name} is gone`;
  await again.close();
  return null;
}

describe('a crash at any operation', () => {
  it('leaves every file where its record says, whole, and the originals untouched', async () => {
    const wrong: string[] = [];
    let cuts = 0;
    for (let over = false; !over; cuts++) {
      for (const loss of ['drop', 'keep', 'tear'] as Loss[]) {
        await prepare();
        const first = disk.operations;
        let cut = false;
        disk.before = () => { if (disk.operations - first >= cuts) { cut = true; throw Object.assign(new Error('power cut'), { code: 'EIO' }); } };
        for (const step of STEPS) if (!cut) await step(engine).catch(() => undefined);
        over = !cut;
        const problem = await wrongAfter(disk.crash(loss)).catch((error: unknown) => String(error));
        if (problem) wrong.push(`operation ${String(cuts)}, ${loss}: ${problem}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(cuts).toBeGreaterThan(60);
  }, 120_000);
});

describe('any work on files', () => {
  it('undone to the end leaves none, done again has every byte', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('add', 'addOther', 'rename', 'trash', 'restore', 'remove', 'replace', 'restart'), { minLength: 1, maxLength: 8 }), async (deeds) => {
      await prepare();
      const paper = ids[0] ?? '';
      let undos = 0;
      for (const deed of deeds) {
        const id = (await filesOf(paper))[0]?.id ?? '';
        const before = (await ask('library.overview', {})).library.revision;
        if (deed === 'restart') { await reopen(); continue; }
        await ({
          add: () => bring(`${OUTSIDE}/a.pdf`), addOther: () => bring(`${OUTSIDE}/b.pdf`),
          rename: () => ask('attachment.rename', { of: { papers: { ids } }, pattern: `{key} ${deeds.length}` }),
          trash: () => run('paper.trash', { selection: { ids: [paper] } }), restore: () => run('paper.restore', { selection: { ids: [paper] } }),
          remove: () => run('attachment.remove', { attachment: id }), replace: () => ask('attachment.replace', { id, file: `${OUTSIDE}/b.pdf` }),
        }[deed]().catch(() => undefined));
        if ((await ask('library.overview', {})).library.revision > before) undos++;
        for (const file of await filesOf(paper)) expect(createHash('sha256').update(await found(file.id)).digest('hex')).toBe(file.sha256);
      }
      const then = await Promise.all((await filesOf(paper)).map((file) => found(file.id)));
      for (let n = 0; n < undos; n++) await ask('history.undo', {});
      expect(await filesOf(paper)).toEqual([]);
      for (let n = 0; n < undos; n++) await ask('history.redo', {});
      expect(await Promise.all((await filesOf(paper)).map((file) => found(file.id)))).toEqual(then);
    }), { numRuns: 25 });
  }, 60_000);
});
