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
const newest = async () => {
  const { rows } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 1 });
  return (await ask(sheaf.page, 'papers.get', { id: rows[0]?.id })).paper;
};
const type = async (field: string, text: string): Promise<void> => {
  await sheaf.page.getByTestId(field).fill(text);
  await keys('Enter');
};
const families = async (): Promise<string> => (await newest()).item.author?.map(({ family }) => family).join(' ') ?? '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-editing-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await ask(sheaf.page, 'library.create', { example: true });
  await sheaf.page.locator('.row-current').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('adds a paper by hand, field by field, and says what was saved', async () => {
  await keys('Control+n');
  await sheaf.page.getByTestId('field-title').waitFor();
  await type('field-title', 'A LONG WAY TO GO');
  await sheaf.page.getByText('Saved').first().waitFor();
  await until(newest, ({ item, citationKey }) => item.title === 'A LONG WAY TO GO' && !citationKey.startsWith('anon'));
  await sheaf.page.getByRole('button', { name: 'Use A long way to go' }).click();
  await until(newest, ({ item }) => item.title === 'A long way to go');
  await sheaf.page.getByLabel('Date', { exact: true }).fill('March 2021');
  await keys('Enter');
  await until(newest, ({ item }) => item.issued?.['date-parts']?.[0]?.join('-') === '2021-3');
  await sheaf.page.getByText('March 2021', { exact: true }).waitFor();
});

it('splits pasted names, orders them by the keyboard, and takes that back in one step', async () => {
  await type('add-author', 'Curie, Marie and Noether, Emmy; Ada Lovelace');
  await until(families, (names) => names === 'Curie Noether Lovelace');
  await sheaf.page.getByLabel('Author 3: Family name').focus();
  await keys('Alt+ArrowUp');
  await until(families, (names) => names === 'Curie Lovelace Noether');
  await ask(sheaf.page, 'history.undo', {});
  await until(families, (names) => names === 'Curie Noether Lovelace');
});

it('puts back with Escape what was there, and points out a wrong DOI with its fix', async () => {
  await sheaf.page.getByTestId('field-title').fill('Something else');
  await keys('Escape');
  expect(await sheaf.page.getByTestId('field-title').inputValue()).toBe('A long way to go');
  await type('field-DOI', 'https://doi.org/10.1000/xyz');
  await sheaf.page.getByRole('button', { name: 'Use 10.1000/xyz' }).click();
  await until(newest, ({ item }) => item.DOI === '10.1000/xyz');
});

it('keeps every field when the type changes, and reaches the others by search', async () => {
  await type('field-volume', '7');
  await until(newest, ({ item }) => item.volume === '7');
  await sheaf.page.getByTestId('field-type').selectOption('webpage');
  await until(newest, ({ item }) => item.type === 'webpage' && item.volume === '7');
  await until(() => sheaf.page.getByTestId('field-volume').inputValue(), (value) => value === '7');
  await sheaf.page.getByRole('button', { name: 'More fields' }).click();
  await sheaf.page.getByLabel('Find a field').fill('medium');
  await keys('Enter');
  await type('field-medium', 'Film');
  await until(newest, ({ item }) => item.medium === 'Film');
});

it('has a form that is sound to a reader of the screen', async () => {
  expect(await violations(sheaf.page)).toEqual([]);
});

it('edits all selected papers at once, shows before what would differ, and takes it back in one step', async () => {
  await sheaf.page.locator('.list').focus();
  await keys('Control+a', 'Shift+p');
  await sheaf.page.getByTestId('many-field').selectOption('publisher');
  await sheaf.page.getByTestId('many-value').fill('Sheaf Press');
  await sheaf.page.getByText('13 of 13 papers would change.').waitFor();
  expect(await violations(sheaf.page)).toEqual([]);
  await keys('Enter');
  const publishers = async () => (await ask(sheaf.page, 'papers.list', { selection: { ids: (await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 50 })).rows.map(({ id }) => id) } })).papers.filter(({ item }) => item.publisher === 'Sheaf Press').length;
  await until(publishers, (count) => count === 13);
  await ask(sheaf.page, 'history.undo', {});
  await until(publishers, (count) => count === 0);
});
