import { afterAll, beforeAll, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../helpers/ask.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let sheaf: Launched;
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sheaf-newcomer-'));
  sheaf = await launchSheaf({ env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') } });
  sheaf.page.setDefaultTimeout(8000);
  await ask(sheaf.page, 'library.create', { example: true });
  await sheaf.page.locator('.row-current').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(home, { recursive: true, force: true });
});

const first = async () => (await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 2 })).rows[1];
const row = () => sheaf.page.locator('.row').nth(1);
const menu = () => sheaf.page.getByRole('menu');

it('a double-click opens the paper’s file and leaves its status alone; F marks it as read', async () => {
  const before = (await first())?.status;
  await row().dblclick();
  await sheaf.page.locator('#tab-pdf[aria-selected="true"]').waitFor();
  expect((await first())?.status).toBe(before);
  await sheaf.page.keyboard.press('f');
  await until(first, (paper) => paper?.status === 'read');
  await sheaf.page.locator('#tab-abstract').click();
});

it('what can be done with a paper is under the right mouse button, on its row and on its abstract', async () => {
  for (const place of [row(), sheaf.page.locator('.abstract-text')]) {
    await place.click({ button: 'right' });
    await menu().getByRole('menuitem', { name: 'Archive' }).waitFor();
    expect(await menu().getByRole('menuitem').first().getAttribute('data-action')).toBe('pdf.open');
    expect(await menu().getByRole('menuitem').last().getAttribute('data-action')).toBe('paper.trash');
    await sheaf.page.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
  }
});

it('in the stream the menu is for the abstract under the pointer', async () => {
  await ask(sheaf.page, 'settings.set', { layout: 'stream' });
  const second = sheaf.page.locator('.stream-block').nth(1);
  await second.locator('.abstract-text').click({ button: 'right', position: { x: 30, y: 20 } });
  await menu().waitFor();
  expect(await second.getAttribute('aria-current')).toBe('true');
  await sheaf.page.keyboard.press('Escape');
  await ask(sheaf.page, 'settings.set', { layout: 'beside' });
  await sheaf.page.locator('.row-current').waitFor();
});

it('a place of the sidebar has a menu, which shows its papers first', async () => {
  await sheaf.page.locator('.sidebar [data-action="go.reading"]').click({ button: 'right' });
  await menu().getByRole('menuitem', { name: 'Export…' }).waitFor();
  await sheaf.page.locator('[data-action="go.reading"][aria-current="page"]').waitFor({ state: 'attached' });
  await sheaf.page.keyboard.press('Escape');
  await sheaf.page.locator('.sidebar [data-action="go.all"]').click();
});

it('a tag over a paper leads to all papers that have it', async () => {
  await row().click();
  const chip = sheaf.page.locator('.paper-chip-name').first();
  const name = await chip.innerText();
  await chip.click();
  await sheaf.page.locator('.tree-line[aria-current]').filter({ hasText: name.split('/').at(-1) ?? '' }).waitFor();
  await sheaf.page.locator('.sidebar [data-action="go.all"]').click();
});

it('whoever leaves the settings is back in the list', async () => {
  await sheaf.page.keyboard.press('Control+,');
  await sheaf.page.getByTestId('settings-search').waitFor();
  await sheaf.page.keyboard.press('Escape');
  await until(() => sheaf.page.evaluate(() => document.activeElement?.getAttribute('data-keys')), (keys) => keys === 'list');
});
