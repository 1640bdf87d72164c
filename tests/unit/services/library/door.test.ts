import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/contract/bridge.ts';
import type { Result } from '../../../../src/contract/errors.ts';
import { ok } from '../../../../src/contract/errors.ts';
import { claimDoor } from '../../../../src/services/library/door.ts';
import type { Holder } from '../../../../src/services/library/door-message.ts';
import { ownDoor } from '../../../../src/services/library/own-door.ts';

let folder = '';
const runtime = process.env['XDG_RUNTIME_DIR'];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-door-'));
  process.env['XDG_RUNTIME_DIR'] = folder;
});
afterEach(async () => {
  if (runtime === undefined) delete process.env['XDG_RUNTIME_DIR'];
  else process.env['XDG_RUNTIME_DIR'] = runtime;
  await rm(folder, { recursive: true, force: true });
});

type Listener = Parameters<Engine['on']>[0];
/** An engine that answers one question and can be made to speak. */
function echo(): Engine & { say: Listener } {
  const listeners = new Set<Listener>();
  const call = async (name: string, input: unknown): Promise<Result<unknown>> => ok(name === 'papers.place' ? { index: JSON.stringify(input).length } : []);
  return { call: call as Engine['call'], on: (listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; }, close: async () => undefined, say: (name, payload) => { for (const one of listeners) one(name, payload); } };
}

describe('the door of a library', () => {
  it('has one owner; whoever comes later works through it', async () => {
    const first = await claimDoor(folder);
    const engine = echo();
    if (!first.owner) throw new Error('The first to come is the owner.');
    first.serve(engine, 'window');
    const second = await claimDoor(folder);
    if (second.owner) throw new Error('There are two owners.');
    const other = await second.connect();
    const heard = new Promise((resolve) => other.on((name, payload) => resolve([name, payload])));
    expect(await other.call('papers.place', { query: 'ü', id: 'x' })).toEqual(ok({ index: 22 }));
    expect(await other.call('papers.query', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await other.call('settings.get', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    engine.say('indexed', { revision: 3 });
    expect(await heard).toEqual(['indexed', { revision: 3 }]);
    await first.close();
    expect(await other.call('library.overview', {})).toMatchObject({ ok: false, error: { code: 'library-locked', retryable: true } });
    await other.close();
    const third = await claimDoor(folder);
    expect(third.owner).toBe(true);
    await third.close();
  });

  it('lies in a folder that nobody else may enter, and leaves nothing behind', async () => {
    const door = await claimDoor(folder);
    expect((await stat(join(folder, 'sheaf'))).mode & 0o777).toBe(0o700);
    await door.close();
    expect(await readdir(join(folder, 'sheaf'))).toEqual([]);
  });

  it('is waited for while a command keeps it for a moment, and says whom one waits for', async () => {
    const command = await claimDoor(folder);
    if (!command.owner) throw new Error('The first to come is the owner.');
    command.serve(echo(), 'command');
    const waitedFor: (Holder | null)[] = [];
    const claimed = ownDoor(folder, { waiting: (holder) => waitedFor.push(holder) });
    await expect.poll(() => waitedFor).toEqual([{ program: 'command', pid: process.pid }]);
    await command.close();
    const own = await claimed;
    expect(own.ok).toBe(true);
    if (own.ok) await own.value.close();
  });

  it('stays with who keeps it, whom the refusal names', async () => {
    const window = await claimDoor(folder);
    if (!window.owner) throw new Error('The first to come is the owner.');
    const silent = await ownDoor(folder, { patience: 0 });
    expect(silent).toMatchObject({ ok: false, error: { code: 'library-locked', message: expect.stringMatching(/^Another program /) } });
    window.serve(echo(), 'window');
    expect(await ownDoor(folder, { patience: 0 })).toMatchObject({ ok: false, error: { code: 'library-locked', retryable: true, message: expect.stringContaining(`Another Sheaf window (process ${process.pid})`), details: { program: 'window' } } });
    await window.close();
  });

  it('is given to exactly one of many that come at once', async () => {
    const doors = await Promise.all(Array.from({ length: 12 }, () => claimDoor(folder)));
    expect(doors.filter((door) => door.owner)).toHaveLength(1);
    for (const door of doors) await door.close();
  });

  it('is taken over, by exactly one, from a process that was killed', async () => {
    const script = join(folder, 'holder.mts');
    await writeFile(script, `import { claimDoor } from ${JSON.stringify(new URL('../../../../src/services/library/door.ts', import.meta.url).pathname)};\nconst door = await claimDoor(${JSON.stringify(folder)});\nconsole.log(String(door.owner));\nsetInterval(() => undefined, 1000);\n`);
    const holder = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script], { stdio: ['ignore', 'pipe', 'inherit'] });
    expect(await new Promise((resolve) => holder.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())))).toBe('true');
    const early = await claimDoor(folder);
    expect(early.owner).toBe(false);
    const dead = new Promise((resolve) => holder.once('close', resolve));
    holder.kill('SIGKILL');
    await dead;
    const doors = await Promise.all(Array.from({ length: 8 }, () => claimDoor(folder)));
    expect(doors.filter((door) => door.owner)).toHaveLength(1);
    for (const door of doors) await door.close();
  });
});
