import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../../../src/model/attachment.ts';
import type { Change } from '../../../../src/model/change.ts';
import { checkLibrary } from '../../../../src/services/library/check.ts';
import type { Store } from '../../../../src/services/library/store.ts';
import { FOLDER, contents, create, idOf, open, paperOf, put, retitle, run, trash } from '../../../helpers/library-workbench.ts';
import type { Loss, MemoryDisk } from '../../../helpers/memory-disk.ts';
import { memoryDisk } from '../../../helpers/memory-disk.ts';

/** What a program does to a library: `did` is called when a command was acknowledged. Commands are made in a fixed order. */
type Workload = (store: Store, disk: MemoryDisk, did: () => void) => Promise<void>;

const SMALL = { shardBytes: 600, foldBytes: 1500 };
const PDF = Buffer.from('%PDF-1.4 the bytes of a paper');
const pdf = (n: number): Attachment => ({ id: idOf(900 + n), paper: idOf(1), kind: 'kept', path: `files/paper-${n}.pdf`, mediaType: 'application/pdf', bytes: PDF.length, sha256: 'c0c6a2a0f2a2', added: '2026-01-01T00:00:00.000Z' });
const keep = (n: number): Change => ({ op: 'put', table: 'attachment', id: pdf(n).id, record: pdf(n) });

async function inTurn(store: Store, did: () => void, ...commands: Change[][]): Promise<void> {
  for (const changes of commands) { await run(store, changes); did(); }
}

const workloads: Record<string, Workload> = {
  'commands in turn': (store, _, did) => inTurn(store, did, [put(1), put(2)], [retitle(1, 'Paper 1', 'A')], [trash(paperOf(2))], [put(3)]),
  'commands at once': async (store, _, did) => { await Promise.all([1, 2, 3, 4, 5].map((n) => run(store, [put(n), put(n + 10)]).then(did))); },
  'folds between commands': async (store, _, did) => {
    await inTurn(store, did, [put(1), put(2), put(3), put(4)]);
    await store.fold();
    await inTurn(store, did, [retitle(2, 'Paper 2', 'B'), put(5), put(6), put(7), put(8)]);
    await store.fold();
    await inTurn(store, did, [trash(paperOf(3))], [{ op: 'patch', table: 'paper', id: idOf(1), field: 'item.title', splices: [{ at: 0, cut: '', put: 'New ' }] }]);
    await store.fold();
    await inTurn(store, did, [put(9)]);
  },
  'a backup and closing': async (store, _, did) => {
    await inTurn(store, did, [put(1), put(2)], [retitle(1, 'Paper 1', 'C')]);
    await store.close();
  },
  'keeping, trashing and bringing back a file': async (store, disk, did) => {
    await disk.write(`${FOLDER}/cache/download`, PDF);
    await disk.syncDir(`${FOLDER}/cache`);
    await inTurn(store, did, [put(1)]);
    await run(store, [keep(1)], { moves: [{ from: 'cache/download', to: 'files/paper-1.pdf' }] });
    did();
    await inTurn(store, did, [{ op: 'remove', table: 'attachment', id: pdf(1).id, record: pdf(1) }], [{ ...keep(1), op: 'put', record: pdf(1), restored: true }]);
    await store.fold();
  },
};

/** What the library holds after each of the workload's commands, from none to all. */
async function steps(workload: Workload): Promise<unknown[]> {
  const disk = memoryDisk();
  const store = await create(disk, SMALL);
  const found = [contents(store)];
  const commit = store.commit.bind(store);
  store.commit = (command) => { const done = commit(command); found.push(contents(store)); return done; };
  await workload(store, disk, () => undefined);
  return found;
}

/** Cuts the power at one operation of a workload, and says what is wrong with what is found afterwards. */
async function cutAt(workload: Workload, operation: number, loss: Loss, expected: unknown[], lies?: (path: string) => boolean): Promise<{ wrong: string | null; finished: boolean }> {
  const disk = memoryDisk();
  if (lies) disk.ignoresSync = lies;
  const store = await create(disk, SMALL);
  const first = disk.operations;
  let acknowledged = 0;
  let cut = false;
  disk.before = () => { if (disk.operations - first >= operation) { cut = true; throw Object.assign(new Error('power cut'), { code: 'EIO' }); } };
  const acked = (): void => { if (!cut) acknowledged++; };
  await workload(store, disk, acked).catch(() => undefined);
  return { wrong: await whatIsWrong(disk.crash(loss), acknowledged, expected).catch((error: unknown) => String(error)), finished: !cut };
}

async function whatIsWrong(disk: MemoryDisk, acknowledged: number, expected: unknown[]): Promise<string | null> {
  const store = await open(disk, SMALL);
  const now = JSON.stringify(contents(store));
  const step = expected.findIndex((state, index) => index >= acknowledged && JSON.stringify(state) === now);
  if (step < 0) return `${acknowledged} were acknowledged, but the library is not as after any later command`;
  if (store.problems.length > 0) return `it found problems: ${JSON.stringify(store.problems)}`;
  for (const attachment of store.state.attachment.values()) if (!PDF.equals(await disk.read(`${FOLDER}/${attachment.path}`).catch(() => Buffer.alloc(0)))) return 'a kept file is not whole';
  const findings = (await checkLibrary(disk, FOLDER)).findings.filter((one) => !one.message.includes('Its bytes are not'));
  if (findings.length > 0) return `check found ${JSON.stringify(findings)}`;
  await run(store, [put(77)]);
  await store.fold();
  const again = await open(disk.crash('drop'), SMALL);
  return JSON.stringify(contents(again)) === JSON.stringify(contents(store)) ? null : 'what was saved after the crash is lost';
}

async function everyCrash(workload: Workload, lies?: (path: string) => boolean): Promise<{ cuts: number; wrong: string[] }> {
  const expected = await steps(workload);
  const wrong: string[] = [];
  for (let operation = 0; ; operation++) {
    let over = false;
    for (const loss of ['drop', 'keep', 'tear'] as const) {
      const found = await cutAt(workload, operation, loss, expected, lies);
      over = found.finished;
      if (found.wrong) wrong.push(`operation ${operation}, ${loss}: ${found.wrong}`);
    }
    if (over || (lies && wrong.length > 0)) return { cuts: operation, wrong };
  }
}

describe('a crash at any operation', () => {
  it.each(Object.entries(workloads))('of %s leaves everything acknowledged and nothing half done', async (_, workload) => {
    const { cuts, wrong } = await everyCrash(workload);
    expect(wrong).toEqual([]);
    expect(cuts).toBeGreaterThan(4);
  });
});

/** Runs what shall fail: an operation that meets `refuse` throws, as on a disk that is disturbed for a moment. */
async function disturbed(disk: MemoryDisk, refuse: (op: string, path: string) => boolean, work: () => Promise<void>): Promise<boolean> {
  let failed = false;
  disk.before = (op, path) => { if (refuse(op, path)) { failed = true; throw Object.assign(new Error('disturbed'), { code: 'EIO' }); } };
  await work().catch(() => undefined);
  disk.before = () => undefined;
  return failed;
}

/** Twice a fold stops at the nth renaming after library.json was written; then the power goes at one operation of the next fold. */
async function foldsThatStop(nth: number, operation: number, loss: Loss): Promise<{ wrong: string | null; finished: boolean; stopped: boolean }> {
  const disk = memoryDisk();
  // No fold but those that are asked for.
  const store = await create(disk, { shardBytes: SMALL.shardBytes });
  await inTurn(store, () => undefined, [put(1), put(2), put(3), put(4), put(5), put(6)]);
  await store.fold();
  let stopped = true;
  for (const [from, to] of [['', 'A'], ['A', 'B']] as const) {
    await inTurn(store, () => undefined, [1, 3, 6].map((n) => retitle(n, from === '' ? `Paper ${n}` : `${from}${n}`, `${to}${n}`)), to === 'A' ? [put(7)] : [put(8)]);
    let renamed = 0;
    stopped &&= await disturbed(disk, (op, path) => op === 'rename' && path.endsWith('.json.next') && ++renamed > nth, () => store.fold());
  }
  await inTurn(store, () => undefined, [trash(paperOf(2))]);
  const expected = [contents(store)];
  const first = disk.operations;
  let cut = false;
  disk.before = () => { if (disk.operations - first >= operation) { cut = true; throw Object.assign(new Error('power cut'), { code: 'EIO' }); } };
  await store.fold().catch(() => undefined);
  disk.before = () => undefined;
  return { wrong: await whatIsWrong(disk.crash(loss), 0, expected).catch((error: unknown) => String(error)), finished: !cut, stopped };
}

describe('a fold that stops twice between library.json and its last renaming', () => {
  it.each([0, 1])('after %i renamings loses nothing, wherever the power goes in the next one', async (nth) => {
    const wrong: string[] = [];
    for (let operation = 0, finished = false; !finished; operation++) {
      for (const loss of ['drop', 'keep', 'tear'] as const) {
        const found = await foldsThatStop(nth, operation, loss);
        expect(found.stopped).toBe(true);
        finished = found.finished;
        if (found.wrong) wrong.push(`operation ${operation}, ${loss}: ${found.wrong}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the proof can fail: a disk that only pretends to sync', () => {
  it.each([
    ['the journal', /\/journal\/[^/]+\.ndjson$/, 'commands in turn'],
    ['new files of records', /\.json\.next$/, 'folds between commands'],
    ['library.json', /library\.json\.tmp$/, 'folds between commands'],
    ['the folder itself', /^\/library$/, 'folds between commands'],
    ['the folder of journals', /\/journal$/, 'folds between commands'],
    ['the folder of folded journals', /\/history$/, 'folds between commands'],
    ['a downloaded file', /\/cache\/download$/, 'keeping, trashing and bringing back a file'],
    ['the folder of files', /\/files$/, 'keeping, trashing and bringing back a file'],
  ])('%s', async (_, lie, name) => {
    const { wrong } = await everyCrash(workloads[name] ?? workloads['commands in turn'] ?? (async () => undefined), (path) => lie.test(path));
    expect(wrong).not.toEqual([]);
  });
});
