import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };
const counts = async () => (await ask(sheaf.page, 'library.overview', {})).counts;
const shown = (): Promise<string | null> => sheaf.page.locator('.triage-main').getAttribute('data-paper');
/** Presses a key that leads to another paper, and waits for that. */
const decide = async (key: string): Promise<void> => {
  const before = await shown();
  await keys(key);
  await until(async () => [await sheaf.page.locator('.triage-main').count(), await shown().catch(() => null)] as const, ([count, id]) => count === 1 && id !== before);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-views-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await ask(sheaf.page, 'library.create', { example: true });
  await sheaf.page.locator('.row-current').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('goes through papers one by one with a key for each decision, takes one back, and says at the end what was decided', async () => {
  const before = await counts();
  await sheaf.page.locator('.list').focus();
  await keys('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Home', 'Control+a', 'Shift+T');
  await until(shown, (id) => id !== null);
  const first = await shown();
  await decide('e');
  await decide('k');
  expect(await shown()).toBe(first);
  await until(async () => sheaf.page.locator('.triage-badge').textContent(), (text) => text === 'Archived');
  await decide('j');
  await decide('l');
  await until(counts, ({ later }) => later !== before.later);
  await keys('z');
  await until(counts, ({ later }) => later === before.later);
  await keys('t');
  await sheaf.page.keyboard.type('from triage');
  await keys('Enter', 'Escape', 's');
  await until(async () => (await ask(sheaf.page, 'papers.get', { id: await shown() })).paper.rating, (rating) => rating === 5);
  expect(await violations(sheaf.page)).toEqual([]);
  for (let left = before.all - 1; left > 0; left--) await keys('ArrowRight');
  await sheaf.page.getByRole('heading', { name: '2 papers decided of 12' }).waitFor();
  expect(await sheaf.page.locator('.triage-outcome').allTextContents()).toEqual([expect.stringContaining('Archived'), expect.stringMatching(/★★★★★.*from triage/)]);
  expect(await violations(sheaf.page)).toEqual([]);
  await sheaf.page.locator('.triage-outcome .quiet-button').first().click();
  await sheaf.page.getByRole('heading', { name: '1 paper decided of 12' }).waitFor();
  expect((await counts()).archived).toBe(before.archived);
});

it('waits in the sidebar when it is left, and goes on from there', async () => {
  await keys('Escape');
  await keys('Shift+T');
  await until(shown, (id) => id !== null);
  await keys('j', 'j', 'Escape');
  await sheaf.page.locator('.place[data-action="triage.resume"]').click();
  await sheaf.page.getByText('of 12', { exact: false }).first().waitFor();
  await keys('Escape');
  await sheaf.page.locator('.row-current').waitFor();
});

it('sets abstracts as their reader likes them, beside the text and by the keyboard alone', async () => {
  await sheaf.page.locator('.list').focus();
  await keys('Alt+t');
  await sheaf.page.getByRole('slider', { name: 'Size of abstracts' }).focus();
  await keys('ArrowRight', 'ArrowRight', 'Tab', 'ArrowLeft', 'Tab', 'ArrowRight', 'Escape');
  const set = (): Promise<{ face: string; size: string; measure: string }> => sheaf.page.evaluate(() => { const of = getComputedStyle(document.querySelector('.abstract-page') ?? document.body); return { face: of.fontFamily, size: of.fontSize, measure: getComputedStyle(document.documentElement).getPropertyValue('--abstract-measure') }; });
  await until(set, ({ face, size, measure }) => face.startsWith('"Inter') && size === '20px' && measure === '67ch');
  expect((await ask(sheaf.page, 'settings.get', {})).abstractFace).toBe('sans');
});
