import { beforeEach, describe, expect, it } from 'vitest';
import { openLibraries, type Attending, type OpenLibrary } from '../../../electron/main/library.ts';
import type { Engine } from '../../../src/contract/bridge.ts';
import { fail, ok } from '../../../src/contract/errors.ts';

/** Engines that answer with the folder they were opened in; each can be made to go away by itself. */
let crash: () => void = () => undefined;
const start = async (folder: string, _create: boolean, onGone: () => void) => {
  let alive = true;
  crash = () => { alive = false; onGone(); };
  const call: Engine['call'] = async () => (alive ? ok(folder) as never : fail('engine-stopped', '', { retryable: true }));
  return ok<Engine>({ call, on: () => () => undefined, close: async () => { alive = false; } });
};
const told: string[] = [];
const openedWith = (attending: Attending): OpenLibrary =>
  openLibraries({ start, onEvent: (_name, payload) => { if ('state' in payload) told.push(payload.state); }, attending, unexpected: () => '' });
const idle: Attending = { entered: async () => undefined, leaving: async () => undefined };
const folderOf = async (library: OpenLibrary): Promise<unknown> => {
  const answer = await library.call('library.overview', {});
  return answer.ok ? answer.value : answer.error.code;
};

beforeEach(() => { told.length = 0; });

describe('the library that is open', () => {
  it('answers nothing while there is none', async () => {
    expect(await folderOf(openedWith(idle))).toBe('library-missing');
  });

  it('lets calls wait until it is open', async () => {
    const library = openedWith(idle);
    const opening = library.open('/one', false);
    expect(await folderOf(library)).toBe('/one');
    await opening;
  });

  it('still answers the work that belongs to it, whose end is waited for, when another one is opened', async () => {
    const asked: unknown[] = [];
    const library: OpenLibrary = openedWith({ ...idle, leaving: async () => { asked.push(await folderOf(library)); } });
    await library.open('/one', false);
    await library.open('/two', false);
    expect(asked).toEqual(['/one']);
    expect(await folderOf(library)).toBe('/two');
  });

  it('answers only when the work that belongs to it has begun, which may have been left half done', async () => {
    let begun: () => void = () => undefined;
    const library = openedWith({ ...idle, entered: () => new Promise((resolve) => { begun = resolve; }) });
    const opening = library.open('/one', false);
    await expect.poll(() => told).toContain('open');
    let answered = false;
    const asking = folderOf(library).then((folder) => { answered = true; return folder; });
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(answered).toBe(false);
    begun();
    await opening;
    expect(await asking).toBe('/one');
  });

  it('is left for another one also while its work has just begun', async () => {
    const answers: Promise<unknown>[] = [];
    const library: OpenLibrary = openedWith({ entered: async () => { answers.push(folderOf(library)); }, leaving: async () => { await Promise.all(answers); } });
    await Promise.all([library.open('/one', false), library.open('/two', false)]);
    expect(await Promise.all(answers)).toEqual(['/one', '/two']);
  });

  it('is started again after a crash, and calls wait for it', async () => {
    const library = openedWith(idle);
    await library.open('/one', false);
    crash();
    expect(await folderOf(library)).toBe('/one');
    expect(told).toEqual(['opening', 'open', 'restarting', 'open']);
  });

  it('is not started again when it crashes while it is being left', async () => {
    const library = openedWith({ ...idle, leaving: async () => { crash(); } });
    await library.open('/one', false);
    await library.open('/two', false);
    expect(await folderOf(library)).toBe('/two');
    expect(told).toEqual(['opening', 'open', 'opening', 'open']);
  });
});
