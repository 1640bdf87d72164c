import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FromEngine } from '../../../electron/utility/messages.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'sheaf-utility-')), 'Library');
const said: FromEngine[] = [];
const port = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => { said.push(FromEngine.parse(message)); } });
const say = (data: unknown): void => { port.emit('message', { data }); };
const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);

beforeAll(async () => {
  process.env['SHEAF_USER_DATA'] = folder;
  Object.assign(process, { parentPort: port });
  await import('../../../electron/utility/engine.ts');
});
afterAll(() => { exit.mockRestore(); });

describe('the engine in its own process', () => {
  it('opens, answers by id, tells events, and closes', async () => {
    say({ id: 1, name: 'library.overview', input: {} });
    await expect.poll(() => said).toContainEqual({ id: 1, result: expect.objectContaining({ ok: false }) });
    say({ open: { folder, create: true } });
    await expect.poll(() => said).toContainEqual({ opened: { ok: true, value: null } });
    say({ id: 2, name: 'command.run', input: { name: 'paper.add', input: { draft: { item: { type: 'article', title: 'One' } } } } });
    say({ id: 3, name: 'toString', input: {} });
    await expect.poll(() => said.filter((message) => 'id' in message).length).toBe(3);
    expect(said).toContainEqual({ id: 2, result: expect.objectContaining({ ok: true }) });
    expect(said).toContainEqual({ id: 3, result: expect.objectContaining({ ok: false }) });
    expect(said).toContainEqual({ event: 'changed', payload: expect.objectContaining({ tables: ['paper'] }) });
    say({ close: true });
    await expect.poll(() => said).toContainEqual({ closed: true });
    await expect.poll(() => exit.mock.calls).toContainEqual([0]);
  });
});
