import { copyFileSync, cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { EventPayload, Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';

async function openOn(machine: string, folder: string): Promise<Engine> {
  const opened = await openEngine({ folder, create: true, machine, log: (_, error) => { throw error; } });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function ask<N extends OperationName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value;
}

const add = async (engine: Engine, title: string): Promise<string> => (await ask(engine, 'command.run', { name: 'paper.add', input: { draft: { item: { type: 'article', title } } } })).created[0] ?? '';
const tagged = (engine: Engine, id: string, name: string) => ask(engine, 'command.run', { name: 'tag.add', input: { selection: { ids: [id] }, name } });

it('takes in while it is open what another machine wrote, and keeps both sides\' changes', async () => {
  const root = mkdtempSync(join(tmpdir(), 'sheaf-two-'));
  const [desk, laptop] = [join(root, 'desk'), join(root, 'laptop')];
  const first = await openOn('desk', desk);
  const shared = await add(first, 'Known to both');
  await first.close();
  cpSync(desk, laptop, { recursive: true });

  const there = await openOn('laptop', laptop);
  const fresh = await add(there, 'Found on the way');
  await tagged(there, shared, 'from the laptop');
  const here = await openOn('desk', desk);
  await tagged(here, shared, 'from the desk');
  const heard: EventPayload<'changed'>[] = [];
  here.on((name, payload) => { if (name === 'changed') heard.push(payload as EventPayload<'changed'>); });
  expect((await ask(here, 'papers.query', { scope: { in: 'all' } })).total).toBe(1);

  // What a sync tool does: the other machine's journal arrives.
  expect(existsSync(join(laptop, 'journal', 'laptop.ndjson'))).toBe(true);
  copyFileSync(join(laptop, 'journal', 'laptop.ndjson'), join(desk, 'journal', 'laptop.ndjson'));
  await expect.poll(() => heard.some(({ papers }) => papers?.includes(fresh)), { timeout: 10_000 }).toBe(true);
  const list = await ask(here, 'papers.query', { scope: { in: 'all' }, text: '', first: 10 });
  expect(list.rows.map(({ title }) => title).sort()).toEqual(['Found on the way', 'Known to both']);
  const names = new Map((await ask(here, 'library.overview', {})).tags.map(({ id, name }) => [id, name]));
  expect((await ask(here, 'papers.get', { id: shared })).paper.tags.map((id) => names.get(id)).sort()).toEqual(['from the desk', 'from the laptop']);

  // It is heard once: our own commands, undo and a restart find the same.
  expect((await ask(here, 'history.undo', {})).label).toBe('tag.add');
  expect(await ask(here, 'library.check', {})).toMatchObject({ sound: true, findings: [] });
  await here.close();
  const again = await openOn('desk', desk);
  expect((await ask(again, 'papers.get', { id: shared })).paper.tags.map((id) => names.get(id))).toEqual(['from the laptop']);
  await again.close();
  await there.close();
});
