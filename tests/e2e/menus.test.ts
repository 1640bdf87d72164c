import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

/** What a person is offered where they point, and with the menu key; what stands there when several papers are meant. */
let folder: string;
let sheaf: Launched;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };
const menu = () => sheaf.page.getByRole('menu');
const choose = (name: RegExp): Promise<void> => menu().getByRole('menuitem', { name }).click();
const focused = (): Promise<string> => sheaf.page.evaluate(() => document.activeElement?.className ?? '');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-menus-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') } });
  await sheaf.page.locator('[data-action="start.example"]').click();
  await sheaf.page.locator('.row-current').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('a library that opened has the keyboard in its list, and the menu key gives the menu of the current paper', async () => {
  await until(focused, (where) => where.startsWith('list '));
  await keys('Shift+F10');
  await menu().waitFor();
  await choose(/^Archive/);
  await until(() => ask(sheaf.page, 'library.overview', {}), ({ counts }) => counts.archived === 1);
  await menu().waitFor({ state: 'detached' });
});

it('several papers selected are shown as several, with what can be done with all of them', async () => {
  const { page } = sheaf;
  await page.locator('.row').nth(1).click();
  await page.locator('.row').nth(3).click({ modifiers: ['Shift'] });
  const pane = page.locator('.several');
  await pane.getByRole('heading', { name: '3 papers selected' }).waitFor();
  await until(() => pane.locator('.several-titles button').count(), (named) => named === 3);
  await keys('Control+a');
  await pane.getByText('and 6 more').waitFor();
  await pane.locator('[data-action="paper.tag"]').click();
  await page.getByTestId('tag-field').fill('all of them');
  await keys('Enter');
  await until(() => ask(page, 'library.overview', {}), ({ tags }) => tags.some(({ name, count }) => name === 'all of them' && count === 12));
  await keys('Escape');
  await page.getByTestId('tag-field').waitFor({ state: 'detached' });
  await pane.locator('.several-titles button').first().click();
  await page.locator('.paper-pane:not(.several) h1').waitFor();
});

it('papers side by side have a menu each, for that paper', async () => {
  const { page } = sheaf;
  await page.locator('.row').nth(0).click();
  await page.locator('.row').nth(2).click({ modifiers: ['Shift'] });
  await page.locator('.several [data-action="compare.start"]').click();
  const second = page.locator('.compare-column').nth(1);
  const title = await second.getByRole('heading').first().textContent();
  await second.getByRole('heading').first().click({ button: 'right' });
  await choose(/^Leave this paper out/);
  await until(() => page.locator('.compare-column h2').allTextContents(), (titles) => titles.length === 2 && !titles.includes(title ?? ''));
  await page.locator('.compare-column').nth(1).getByRole('heading').first().click({ button: 'right' });
  await choose(/^Read this paper alone/);
  await page.locator('.list').waitFor();
});

it('a paper in triage has a menu whose words decide on it', async () => {
  const { page } = sheaf;
  await page.locator('.list').focus();
  await keys('Home', 'Shift+T');
  await page.locator('.triage-main[data-paper]').waitFor();
  await keys('Shift+F10');
  await menu().waitFor();
  expect(await menu().getByRole('menuitem', { name: /^Download/ }).count(), 'one for the key D').toBe(1);
  await choose(/^Later/);
  await page.getByText('1 decided').waitFor();
  await keys('Escape');
  await page.locator('.list').waitFor();
});

it('a note in the list has a menu that is about notes, and a key that deletes it', async () => {
  const { page } = sheaf;
  await keys('Control+7');
  const lines = page.locator('.note-line');
  await lines.first().click({ button: 'right' });
  await menu().getByRole('menuitem', { name: /^Write in this note/ }).waitFor();
  expect(await menu().getByRole('menuitem', { name: /BibTeX/ }).count()).toBe(0);
  await choose(/^Delete note/);
  await page.getByText('No notes yet').waitFor();
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).first().click();
  await lines.first().waitFor();
});
