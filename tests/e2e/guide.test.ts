import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-guide-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await ask(sheaf.page, 'library.create', { example: true });
  await sheaf.page.locator('.row-current').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('finds a setting by another word for it and changes it, with the keyboard alone', async () => {
  await keys('Control+,');
  await sheaf.page.keyboard.type('night');
  await until(() => sheaf.page.locator('.settings-item').count(), (count) => count === 2);
  await keys('ArrowDown', 'ArrowRight', 'ArrowRight');
  await until(() => ask(sheaf.page, 'settings.get', {}), ({ theme }) => theme === 'dark');
});

it('helps where no setting is called so, and gives the words up before the page', async () => {
  await keys('Control+f');
  await sheaf.page.keyboard.type('undo');
  await sheaf.page.getByRole('heading', { name: 'No setting speaks of “undo”' }).waitFor();
  expect(await sheaf.page.locator('.settings-none [data-action="history.undo"]').count()).toBe(1);
  await keys('Escape');
  await sheaf.page.getByRole('heading', { name: 'Looks' }).waitFor();
  await keys('Escape');
  await sheaf.page.locator('.list').waitFor();
});
