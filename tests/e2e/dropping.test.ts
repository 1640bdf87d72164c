import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { dragIn, dropOn } from '../helpers/drag.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { smallPdf } from '../helpers/small-pdf.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const PDF = smallPdf(['Dropped']);
const at = (name: string): string => join(folder, name);
const all = async (scope: object = { in: 'all' }) => (await ask(sheaf.page, 'papers.query', { scope, first: 50 })).rows;
const overview = () => ask(sheaf.page, 'library.overview', {});
const list = () => sheaf.page.locator('.list');
const row = (title: string) => sheaf.page.locator('.row').filter({ hasText: title });
const line = (name: string) => sheaf.page.getByRole('treeitem').filter({ hasText: name });
const place = (name: string) => sheaf.page.locator('.place').filter({ hasText: name });
const noDialog = () => until(() => sheaf.page.getByRole('dialog').count(), (count) => count === 0);
const commit = async (): Promise<void> => {
  await sheaf.page.locator('[data-action="import.commit"]').click();
  await noDialog();
};
const filesOf = async (title: string) => (await ask(sheaf.page, 'papers.get', { id: (await all()).find((one) => one.title === title)?.id ?? '' })).attachments;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-dropping-'));
  sheaf = await launchSheaf({ library: at('Library'), userData: at('settings'), env: { HOME: folder, XDG_CONFIG_HOME: at('.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
  await mkdir(at('papers/deep'), { recursive: true });
  await writeFile(at('Lovelace 1843 Notes on the Engine.pdf'), PDF);
  await writeFile(at('extra.pdf'), Buffer.concat([PDF, Buffer.from('\n')]));
  await writeFile(at('refs.bib'), '@article{turing, title={On Computable Numbers}, author={Turing, Alan}, year={1936}}\n@article{curie, title={Radioactive Substances}, author={Curie, Marie and Curie, Pierre and Joliot, Irène}, year={1903}}');
  await writeFile(at('papers/deep/Shannon 1948 A Theory of Communication.pdf'), Buffer.concat([PDF, Buffer.from('\n\n')]));
  await writeFile(at('papers/more.ris'), 'TY  - BOOK\nTI  - The Art of Programming\nAU  - Knuth, Donald\nPY  - 1968\nER  - \n');
  await ask(sheaf.page, 'command.run', { name: 'collection.create', input: { name: 'Thesis' } });
  await line('Thesis').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('dropping from outside', () => {
  it('a PDF on the window makes a paper of it, with its file in the library, and one undo takes both away', async () => {
    const drag = await dragIn(sheaf.page, { files: [at('Lovelace 1843 Notes on the Engine.pdf')] }, sheaf.page.locator('main'));
    await sheaf.page.getByText('Drop papers, lists of references or folders').waitFor();
    await drag.letGo();
    await sheaf.page.getByText('The files are copied into the library').waitFor();
    await commit();
    await until(all, (rows) => rows.length === 1);
    expect(await readFile(join(folder, 'Library', (await filesOf('Notes on the Engine'))[0]?.path ?? ''))).toEqual(PDF);
    expect(await sheaf.page.locator('.drop').count()).toBe(0);
    await list().focus();
    await sheaf.page.keyboard.press('Control+z');
    await until(all, (rows) => rows.length === 0);
    await until(() => readdir(join(folder, 'Library', 'files')), (names) => names.length === 0);
    await sheaf.page.keyboard.press('Control+Shift+z');
    await until(all, (rows) => rows.length === 1);
  });

  it('a list of references on a collection puts its papers there', async () => {
    const drag = await dragIn(sheaf.page, { files: [at('refs.bib')] }, line('Thesis'));
    await sheaf.page.getByText('Drop to bring in, into Thesis').waitFor();
    await drag.letGo();
    await sheaf.page.getByText('into Thesis', { exact: false }).first().waitFor();
    await commit();
    await until(overview, ({ collections }) => collections[0]?.count === 2);
  });

  it('a PDF on a paper of the list, or on the paper that is read, belongs to it', async () => {
    await sheaf.page.locator('.place[data-action="go.all"]').click();
    await dropOn(sheaf.page, { files: [at('extra.pdf')] }, row('On Computable Numbers'));
    await until(() => filesOf('On Computable Numbers'), (files) => files.length === 1);
    await row('Radioactive Substances').click();
    await sheaf.page.getByRole('heading', { name: 'Radioactive Substances' }).waitFor();
    await dropOn(sheaf.page, { files: [at('extra.pdf')] }, sheaf.page.locator('.paper-pane'));
    await until(() => filesOf('Radioactive Substances'), (files) => files.length === 1);
  });

  it('a folder on a status brings in the PDFs and lists in it, with that status', async () => {
    await dropOn(sheaf.page, { files: [at('papers')] }, place('Reading'));
    await commit();
    await until(() => all({ in: 'status', status: 'reading' }), (rows) => rows.length === 2);
    expect((await all({ in: 'status', status: 'reading' })).map(({ title }) => title).sort()).toEqual(['A Theory of Communication', 'The Art of Programming']);
  });

  it('a text with papers in it is looked at like a pasted one', async () => {
    await dropOn(sheaf.page, { text: '@book{euclid, title={Elements}, author={Euclid}, year={1482}}' }, sheaf.page.locator('.list'));
    await commit();
    await until(all, (rows) => rows.some(({ title }) => title === 'Elements'));
  });

  it('and the keyboard does the same: into a collection by its menu, a folder by the palette', async () => {
    await chooseInDialogs(sheaf.app, at('Lovelace 1843 Notes on the Engine.pdf'));
    await line('Thesis').focus();
    await sheaf.page.keyboard.press('Shift+F10');
    await sheaf.page.getByRole('menuitem', { name: 'Import into this collection' }).press('Enter');
    await sheaf.page.getByTestId('import-entries').waitFor();
    await sheaf.page.locator('[data-action="import.commit"]').press('Enter');
    await until(overview, ({ collections }) => collections[0]?.count === 3);
    expect(await filesOf('Notes on the Engine')).toHaveLength(1);
    await noDialog();
    await chooseInDialogs(sheaf.app, at('papers'));
    await list().focus();
    await sheaf.page.keyboard.press('Control+k');
    await sheaf.page.keyboard.type('import a folder');
    await sheaf.page.keyboard.press('Enter');
    await sheaf.page.getByText('2 are already in the library').waitFor();
    await sheaf.page.keyboard.press('Escape');
    await noDialog();
  });
});

describe('dragging inside the window', () => {
  const papersIn = async (): Promise<number | undefined> => (await overview()).collections.find(({ name }) => name === 'Thesis')?.count;

  it('papers go to a tag, a status and the trash with the mouse', async () => {
    await sheaf.page.locator('.place[data-action="go.all"]').click();
    await row('Elements').click();
    await ask(sheaf.page, 'command.run', { name: 'tag.add', input: { selection: { ids: [(await all()).find(({ title }) => title === 'Elements')?.id] }, name: 'old' } });
    await row('On Computable Numbers').dragTo(line('old'));
    await until(overview, ({ tags }) => tags[0]?.count === 2);
    await row('On Computable Numbers').dragTo(place('Later'));
    await until(() => all({ in: 'status', status: 'later' }), (rows) => rows.length === 1);
    const before = await papersIn();
    await row('Elements').dragTo(line('Thesis'));
    await until(papersIn, (count) => count === (before ?? 0) + 1);
    await row('Elements').dragTo(place('Trash'));
    await until(overview, ({ counts }) => counts.trash === 1);
    await sheaf.page.keyboard.press('Control+z');
    await until(overview, ({ counts }) => counts.trash === 0);
  });

  it('a collection and a tag are nested by dragging, and come out again on the heading', async () => {
    await ask(sheaf.page, 'command.run', { name: 'collection.create', input: { name: 'Chapter' } });
    await line('Chapter').dragTo(line('Thesis'));
    await until(overview, ({ collections }) => { const [one, two] = ['Thesis', 'Chapter'].map((name) => collections.find((each) => each.name === name)); return two?.parent === one?.id; });
    await sheaf.page.locator('[role="treeitem"][aria-level="2"]').filter({ hasText: 'Chapter' }).dragTo(sheaf.page.locator('.places-head'));
    await until(overview, ({ collections }) => collections.every(({ parent }) => parent === undefined));
    await ask(sheaf.page, 'command.run', { name: 'tag.add', input: { selection: { ids: [(await all())[0]?.id] }, name: 'history' } });
    await line('history').waitFor();
    await line('old').dragTo(line('history'));
    await until(overview, ({ tags }) => tags.some(({ name }) => name === 'history/old'));
  });

  it('creators are put in order by dragging, and with Alt and the arrows', async () => {
    const authors = async (): Promise<string[]> => ((await ask(sheaf.page, 'papers.get', { id: (await all()).find(({ title }) => title === 'Radioactive Substances')?.id ?? '' })).paper.item.author ?? []).map(({ given }) => given ?? '');
    await row('Radioactive Substances').click();
    await sheaf.page.getByRole('tab', { name: 'Details' }).click();
    await sheaf.page.locator('.creator-grip').nth(2).dragTo(sheaf.page.locator('.creators li').first());
    await until(authors, (names) => names.join() === 'Irène,Marie,Pierre');
    await until(() => sheaf.page.locator('.creators li').first().locator('input').first().inputValue(), (family) => family === 'Joliot');
    await sheaf.page.locator('.creators li').first().locator('input').first().focus();
    await sheaf.page.keyboard.press('Alt+ArrowDown');
    await until(authors, (names) => names.join() === 'Marie,Irène,Pierre');
  });
});
