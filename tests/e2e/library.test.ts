import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const launch = (): Promise<Launched> => launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') } });
const opened = () => until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-library-'));
  sheaf = await launch();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('moves a library whole, and opens it there', async () => {
  await mkdir(join(folder, 'first'));
  await mkdir(join(folder, 'second'));
  await chooseInDialogs(sheaf.app, join(folder, 'first'));
  await ask(sheaf.page, 'library.create', { choose: true, example: true });
  await chooseInDialogs(sheaf.app, join(folder, 'second'));
  const moved = await ask(sheaf.page, 'library.move', {});
  expect(moved.counts.all).toBe(12);
  expect(existsSync(join(folder, 'first'))).toBe(false);
  expect((await ask(sheaf.page, 'library.check', {})).findings).toEqual([]);
});

it('remembers the library after a setting was changed and Sheaf was quit', async () => {
  await ask(sheaf.page, 'settings.set', { theme: 'dark' });
  await sheaf.close();
  sheaf = await launch();
  expect((await opened()).folder).toBe(join(folder, 'second'));
  expect((await ask(sheaf.page, 'library.overview', {})).counts.all).toBe(12);
  expect((await ask(sheaf.page, 'settings.get', {})).theme).toBe('dark');
});

it('still undoes what was done before', async () => {
  const before = (await ask(sheaf.page, 'library.overview', {})).undo;
  expect(before?.label).toBe('note.write');
  await ask(sheaf.page, 'history.undo', {});
  expect((await ask(sheaf.page, 'library.overview', {})).redo?.label).toBe('note.write');
});
