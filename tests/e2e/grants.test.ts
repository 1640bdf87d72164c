import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { launchSheaf, type Launched } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

/** A window may name a path only when a person chose it. */
let sheaf: Launched;
let folder: string;
const BIB = '@article{one, title={One}, author={Ada Lovelace}, year={1843}}';
const refused = (name: 'import.preview' | 'library.create' | 'library.open' | 'library.move', input: unknown) => expect(ask(sheaf.page, name, input)).rejects.toThrow(/chosen, dropped or handed/);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-grants-'));
  await mkdir(join(folder, 'elsewhere'));
  await mkdir(join(folder, 'full'));
  for (const name of ['full/other.txt', 'dialog.bib', 'dropped.bib', 'offered.bib', 'secret.bib']) await writeFile(join(folder, name), BIB);
  sheaf = await launchSheaf({ env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') } });
  await sheaf.page.waitForSelector('[data-action]');
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a window that names a path of its own', () => {
  it('is refused libraries and files', async () => {
    await refused('library.create', { folder: join(folder, 'made-up') });
    await refused('library.open', { folder: join(folder, 'made-up') });
    await refused('library.create', { folder: 'relative' });
    expect(await readdir(folder)).not.toContain('made-up');
  });
  it('does not get them through the settings', async () => {
    await expect(ask(sheaf.page, 'settings.set', { recentLibraries: [join(folder, 'made-up')] })).rejects.toThrow('recentLibraries');
    await refused('library.open', { folder: join(folder, 'made-up') });
  });
});

describe('a path that a person chose', () => {
  it('in the dialog may hold a library', async () => {
    await chooseInDialogs(sheaf.app, join(folder, 'elsewhere'));
    await sheaf.page.locator('[data-action="library.createElsewhere"]').click();
    await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
    expect((await ask(sheaf.page, 'library.overview', {})).library.folder).toBe(join(folder, 'elsewhere'));
  });
  it('in the dialog, with other things in it, gets a folder for the library', async () => {
    await chooseInDialogs(sheaf.app, join(folder, 'full'));
    expect((await ask(sheaf.page, 'library.create', { choose: true })).library.folder).toBe(join(folder, 'full/Sheaf'));
    expect((await ask(sheaf.page, 'library.create', { choose: true })).library.folder).toBe(join(folder, 'full/Sheaf 2'));
  });
  it('and whose library was open before may be named again, but not moved to where nobody said', async () => {
    await ask(sheaf.page, 'library.open', { folder: join(folder, 'elsewhere') });
    await refused('library.move', { folder: join(folder, 'moved') });
  });
  it('in the dialog may be read', async () => {
    await refused('import.preview', { source: { file: join(folder, 'dialog.bib') } });
    await chooseInDialogs(sheaf.app, join(folder, 'dialog.bib'));
    const chosen = await ask(sheaf.page, 'dialog.import', {});
    expect((await ask(sheaf.page, 'import.preview', { source: chosen })).total).toBe(1);
    await refused('import.preview', { source: { file: join(folder, 'secret.bib') } });
  });
  it('by picking or dropping the file itself may be read', async () => {
    await refused('import.preview', { source: { file: join(folder, 'dropped.bib') } });
    await sheaf.page.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<input type="file" id="picked">'); });
    await sheaf.page.locator('#picked').setInputFiles(join(folder, 'dropped.bib'));
    const path = await sheaf.page.evaluate<string>('window.sheaf.pathOf(document.getElementById("picked").files[0])');
    expect(path).toBe(join(folder, 'dropped.bib'));
    expect((await ask(sheaf.page, 'import.preview', { source: { file: path } })).total).toBe(1);
  });
  it('is not one that the page wrote into a File', async () => {
    const path = await sheaf.page.evaluate<string>(`window.sheaf.pathOf(Object.assign(new File([''], ${JSON.stringify(join(folder, 'secret.bib'))}), { path: ${JSON.stringify(join(folder, 'secret.bib'))} }))`);
    expect(path).toBe('');
    await refused('import.preview', { source: { file: join(folder, 'secret.bib') } });
  });
  it('by opening it with Sheaf may be read', async () => {
    await sheaf.app.evaluate(({ app }, file) => { app.emit('open-file', { preventDefault: () => undefined }, file); }, join(folder, 'offered.bib'));
    await sheaf.page.getByTestId('import-entries').waitFor();
    expect((await ask(sheaf.page, 'import.preview', { source: { file: join(folder, 'offered.bib') } })).total).toBe(1);
  });
});
