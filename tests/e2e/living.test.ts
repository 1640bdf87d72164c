import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

const BIB = `@article{turing, title={On Computable Numbers}, author={Turing, Alan}, year={1936}, keywords={logic, machines}}
@article{shannon, title={A Theory of Communication}, author={Shannon, Claude}, year={1948}, keywords={signals}}
@book{knuth, title={The Art of Programming}, author={Knuth, Donald}, year={1968}, keywords={logic}}
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Classics\\;0\\;1\\;\\;\\;\\;;
}`;
let folder: string;
let sheaf: Launched;
const overview = () => ask(sheaf.page, 'library.overview', {});
const all = async () => (await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 50 })).rows;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };
const line = (name: string) => sheaf.page.getByRole('treeitem').filter({ hasText: name }).first();
const row = (title: string) => sheaf.page.locator('.row').filter({ hasText: title });
const toList = (): Promise<void> => sheaf.page.evaluate("document.querySelector('.list')?.focus()");
const tagNames = async (): Promise<string[]> => (await overview()).tags.map(({ name }) => name).sort();
/** The menu of a line in the sidebar, by the keyboard alone. */
const menu = async (name: string, item: string): Promise<void> => {
  await line(name).focus();
  await keys('Shift+F10');
  await sheaf.page.getByRole('menuitem', { name: item }).press('Enter');
};
const noDialog = () => until(() => sheaf.page.getByRole('dialog').count(), (count) => count === 0);
const look = async (): Promise<void> => {
  await chooseInDialogs(sheaf.app, join(folder, 'refs.bib'));
  await toList();
  await keys('Control+o');
  await sheaf.page.getByTestId('import-entries').waitFor();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-living-'));
  await writeFile(join(folder, 'refs.bib'), BIB);
  sheaf = await launchSheaf({ library: join(folder, 'Library'), userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
  await sheaf.page.getByTestId('empty').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('keywords and groups of a file', () => {
  it('stay out when they are not wanted, and come in as tags and collections when they are', async () => {
    await chooseInDialogs(sheaf.app, join(folder, 'refs.bib'));
    await sheaf.page.keyboard.press('Control+o');
    await sheaf.page.getByText('Its 3 keywords become tags').click();
    await sheaf.page.locator('[data-action="import.commit"]').click();
    await until(all, (rows) => rows.length === 3);
    expect(await tagNames()).toEqual([]);
    await noDialog();
    await toList();
    await keys('Control+z');
    await until(all, (rows) => rows.length === 0);
    await look();
    await sheaf.page.locator('[data-action="import.commit"]').click();
    await until(tagNames, (names) => names.join() === 'logic,machines,signals');
    await noDialog();
    await sheaf.page.locator('.place[data-action="go.all"]').click();
  });
});

describe('the tree', () => {
  it('renames with F2 and with a double click, and Escape keeps the old name', async () => {
    await line('signals').focus();
    await keys('F2');
    await sheaf.page.keyboard.type('nothing');
    await keys('Escape');
    await line('signals').dblclick();
    await sheaf.page.keyboard.type('waves');
    await keys('Enter');
    await until(tagNames, (names) => names.includes('waves') && !names.includes('signals'));
    await until(() => line('waves').evaluate((element) => element === document.activeElement), Boolean);
  });

  it('nests and folds tags and collections by the keyboard', async () => {
    await line('machines').focus();
    await keys('F2');
    await sheaf.page.keyboard.type('logic/machines');
    await keys('Enter');
    await until(tagNames, (names) => names.includes('logic/machines'));
    await until(() => line('logic').getAttribute('aria-expanded'), (open) => open === 'true');
    await line('logic').focus();
    await keys('ArrowLeft');
    await until(() => line('logic').getAttribute('aria-expanded'), (open) => open === 'false');
    await keys('ArrowRight', 'ArrowRight');
    await until(() => line('machines').evaluate((element) => element === document.activeElement), Boolean);
    for (const name of ['Thesis', 'Chapter']) await ask(sheaf.page, 'command.run', { name: 'collection.create', input: { name } });
    await line('Chapter').waitFor();
    await menu('Chapter', 'Move to');
    await sheaf.page.getByTestId('move-field').fill('thes');
    await keys('Enter');
    await until(overview, ({ collections }) => collections.find(({ name }) => name === 'Chapter')?.parent === collections.find(({ name }) => name === 'Thesis')?.id);
    await menu('Thesis', 'New collection inside');
    await sheaf.page.locator('.tree-name').waitFor();
    await sheaf.page.keyboard.type('Appendix');
    await keys('Enter');
    await until(overview, ({ collections }) => collections.find(({ name }) => name === 'Appendix')?.parent === collections.find(({ name }) => name === 'Thesis')?.id);
    expect(await violations(sheaf.page)).toEqual([]);
  });

  it('merges two tags and keeps every paper; undo parts them again', async () => {
    await sheaf.page.locator('.place[data-action="go.all"]').click();
    await menu('waves', 'Merge into');
    await sheaf.page.getByTestId('merge-field').fill('logic');
    await sheaf.page.getByRole('dialog').getByRole('option').filter({ hasText: /^logic\d/ }).waitFor();
    await keys('Enter');
    await until(overview, ({ tags }) => tags.find(({ name }) => name === 'logic')?.count === 3);
    await noDialog();
    await toList();
    await keys('Control+z');
    await until(tagNames, (names) => names.includes('waves'));
  });
});

describe('relations', () => {
  it('are made by typing the other paper, lead to it, and are taken off again', async () => {
    await row('A Theory of Communication').click();
    await toList();
    await keys('Control+k');
    await sheaf.page.keyboard.type('relate to another');
    await keys('Enter');
    await sheaf.page.getByTestId('relate-field').waitFor();
    await sheaf.page.getByRole('dialog').locator('select').selectOption('cites');
    await sheaf.page.getByTestId('relate-field').fill('computable');
    await sheaf.page.getByRole('dialog').getByRole('option').filter({ hasText: 'On Computable Numbers' }).waitFor();
    await keys('Enter');
    await sheaf.page.locator('.relation').getByText('cites').waitFor();
    await sheaf.page.locator('.relation-paper').click();
    await sheaf.page.getByRole('heading', { name: 'On Computable Numbers' }).first().waitFor();
    await sheaf.page.locator('.relation').getByText('is cited by').waitFor();
    await sheaf.page.getByRole('button', { name: 'Remove the relation' }).click();
    await until(() => sheaf.page.locator('.relation').count(), (count) => count === 0);
  });
});

describe('papers that are here twice', () => {
  it('are shown side by side, joined with one undo, or kept apart', async () => {
    const before = await all();
    const { preview } = await ask(sheaf.page, 'import.preview', { source: { text: '@article{t2, title={On computable numbers}, author={Turing, Alan}, year={1936}, volume={42}, keywords={second}}\n@book{k2, title={The art of programming}, author={Knuth, Donald}, year={1968}, publisher={AW}}', name: 'again.bib' } });
    await ask(sheaf.page, 'import.commit', { preview, duplicates: 'keep' });
    await sheaf.page.locator('.place[data-action="go.all"]').click();
    await toList();
    await keys('Control+k');
    await sheaf.page.keyboard.type('find duplicates');
    await keys('Enter');
    await sheaf.page.getByText('2 papers seem to be here more than once').waitFor();
    expect(await violations(sheaf.page)).toEqual([]);
    const group = (title: string) => sheaf.page.locator('.likely').filter({ hasText: title });
    await group('omputable').locator('[data-action="duplicates.join"]').press('Enter');
    await sheaf.page.getByText('1 paper seems to be here more than once').waitFor();
    await until(all, (rows) => rows.length === before.length + 1);
    await group('rogramming').locator('[data-action="duplicates.apart"]').press('Enter');
    await sheaf.page.getByText('No duplicates found').waitFor();
    await keys('Escape');
    await noDialog();
    await toList();
    await keys('Control+z', 'Control+z');
    await until(all, (rows) => rows.length === before.length + 2);
  });
});

describe('a column’s edge', () => {
  const width = async (): Promise<number | undefined> => (await ask(sheaf.page, 'settings.get', {})).columns.find(({ id }) => id === 'authors')?.width;

  it('is moved by the keys, by the mouse, and goes back to its usual place', async () => {
    await ask(sheaf.page, 'settings.set', { density: 'table' });
    const edge = sheaf.page.getByRole('separator', { name: 'Width of Authors' });
    await edge.waitFor();
    const usual = (await width()) ?? 0;
    await sheaf.page.getByRole('columnheader').filter({ hasText: 'Authors' }).getByRole('button').focus();
    await keys('Tab', 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    await until(width, (now) => now === usual + 16);
    expect(await edge.getAttribute('aria-valuenow')).toBe(String(usual + 16));
    const box = await edge.boundingBox();
    await sheaf.page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
    await sheaf.page.mouse.down();
    await sheaf.page.mouse.move((box?.x ?? 0) + 44, (box?.y ?? 0) + 4, { steps: 3 });
    await sheaf.page.mouse.up();
    await until(width, (now) => now === usual + 56);
    await edge.dblclick();
    await until(width, (now) => now === usual);
    expect(await violations(sheaf.page)).toEqual([]);
    await ask(sheaf.page, 'settings.set', { density: 'roomy' });
  });
});
