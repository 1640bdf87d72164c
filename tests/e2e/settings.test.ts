import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchSheaf, type Launched } from '../helpers/launch.ts';

let sheaf: Launched;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-broken-'));
  await writeFile(join(folder, 'settings.json'), '{"theme": "dark", "abstr');
  sheaf = await launchSheaf({ userData: folder, library: join(folder, 'library') });
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('says that the settings could not be read, and where they lie untouched', async () => {
  await sheaf.page.getByText('Your settings could not be read').waitFor();
  expect(await sheaf.page.getByText('settings.unreadable.json').count()).toBe(1);
  expect(await readFile(join(folder, 'settings.unreadable.json'), 'utf8')).toBe('{"theme": "dark", "abstr');
});
