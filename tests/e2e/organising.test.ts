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
const overview = () => ask(sheaf.page, 'library.overview', {});
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };
const toList = (): Promise<void> => sheaf.page.locator('.list').focus();
const line = (name: string) => sheaf.page.getByRole('treeitem').filter({ hasText: name }).first();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-organising-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await ask(sheaf.page, 'library.create', { example: true });
  await sheaf.page.locator('.row-current').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('puts papers in a new collection by the keyboard alone, and takes them out again', async () => {
  await toList();
  await keys('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'g');
  await sheaf.page.getByTestId('collection-field').fill('Thesis');
  await keys('Enter');
  await until(overview, ({ collections }) => collections[0]?.count === 3);
  await keys('Escape', 'Control+z');
  await until(overview, ({ collections }) => collections[0]?.count === 0);
});

it('renames a collection in its place', async () => {
  await line('Thesis').focus();
  await keys('F2');
  await sheaf.page.keyboard.type('Dissertation');
  await keys('Enter');
  await until(overview, ({ collections }) => collections[0]?.name === 'Dissertation');
});

it('drops all selected papers on a collection when one of them is dragged there', async () => {
  const dataTransfer = await sheaf.page.evaluateHandle('new DataTransfer()');
  await sheaf.page.locator('.row').nth(1).dispatchEvent('dragstart', { dataTransfer });
  for (const event of ['dragenter', 'dragover', 'drop']) await line('Dissertation').dispatchEvent(event, { dataTransfer });
  await until(overview, ({ collections }) => collections[0]?.count === 3);
});

it('rates with Alt and a digit, and gives a favourite tag with its key', async () => {
  await toList();
  await keys('Home', 'Alt+4');
  const first = async () => (await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 1 })).rows[0];
  await until(first, (row) => row?.rating === 4);
  const tag = (await overview()).tags[0];
  await ask(sheaf.page, 'command.run', { name: 'tag.edit', input: { tag: tag?.id, key: 7 } });
  await line(tag?.name.split('/')[0] ?? '').waitFor();
  await until(() => sheaf.page.locator('.tag-key').count(), (count) => count === 1);
  const before = (await first())?.tags.includes(tag?.id ?? '') ?? false;
  await toList();
  await keys('7');
  await until(first, (row) => row?.tags.includes(tag?.id ?? '') === !before);
});

it('keeps a search as a collection that stays live', async () => {
  await keys('/');
  await sheaf.page.keyboard.type('training');
  await keys('Control+s', 'Enter');
  await until(overview, ({ collections }) => collections.some(({ query }) => query === 'training'));
});

it('shows a table whose columns sort, and keeps its form', async () => {
  await ask(sheaf.page, 'settings.set', { density: 'table' });
  const year = sheaf.page.getByRole('columnheader').filter({ hasText: 'Year' });
  await year.getByRole('button').click();
  await until(() => year.getAttribute('aria-sort'), (sort) => sort === 'descending');
  await year.getByRole('button').press('Shift+ArrowRight');
  await until(() => ask(sheaf.page, 'settings.get', {}), ({ columns, order }) => columns.find(({ id }) => id === 'year')?.width === 76 && order.sort === 'year');
  expect(await violations(sheaf.page)).toEqual([]);
});

it('asks once before the trash is emptied, and puts everything back when told so', async () => {
  await ask(sheaf.page, 'settings.set', { density: 'roomy' });
  await sheaf.page.locator('[data-action="go.all"]').click();
  await sheaf.page.locator('.row-current').waitFor();
  await toList();
  await keys('Control+a', 'Delete');
  await until(overview, ({ counts }) => counts.trash === 12);
  await sheaf.page.locator('[data-action="go.trash"]').click();
  await sheaf.page.locator('.asked [data-action="trash.empty"]').click();
  await sheaf.page.getByText('12 papers will be deleted for good.').waitFor();
  await keys('Escape');
  await sheaf.page.locator('[data-action="trash.restoreAll"]').click();
  await until(overview, ({ counts }) => counts.trash === 0 && counts.all === 12);
});
