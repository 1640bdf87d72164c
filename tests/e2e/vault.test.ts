import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { dropOn } from '../helpers/drag.ts';
import { APP_FOLDER, launchSheaf, type Launched } from '../helpers/launch.ts';
import { buildCli, runCli, type Ran } from '../helpers/run-cli.ts';
import { until } from '../helpers/until.ts';

/** Notes that leave the window: as files of a vault, on the command line, as links that other programs open, and images that come from them. */
let sheaf: Launched;
let folder: string;
let vault: string;
let library: string;
const page = () => sheaf.page;
const own = () => ({ userData: join(folder, 'settings'), env: { HOME: folder } });
const cli = (...args: string[]): Promise<Ran> => runCli(library, args, '', { HOME: folder });
const idOf = async (key: string): Promise<string> => (await ask(page(), 'papers.find', { names: [key] }))[0]?.ids[0] ?? '';
const notesOf = async (key: string): Promise<string[]> => (await ask(page(), 'papers.get', { id: await idOf(key) })).notes.map(({ markdown }) => markdown.trim()).sort();
const tagsOf = async (key: string): Promise<string[]> => {
  const [{ paper }, { tags }] = [await ask(page(), 'papers.get', { id: await idOf(key) }), await ask(page(), 'library.overview', {})];
  return paper.tags.map((id) => tags.find((tag) => tag.id === id)?.name ?? '').sort();
};
const file = (key: string): string => join(vault, `${key}.md`);
const edit = async (key: string, change: (text: string) => string): Promise<void> => writeFile(file(key), change(await readFile(file(key), 'utf8')));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-vault-'));
  vault = join(folder, 'vault');
  await mkdir(vault);
  await buildCli();
  sheaf = await launchSheaf(own());
  page().setDefaultTimeout(10_000);
  await ask(page(), 'library.create', { example: true });
  library = (await ask(page(), 'library.overview', {})).library.folder;
  for (const key of ['he2016deep', 'kingma2015adam', 'turing1950computing']) await ask(page(), 'command.run', { name: 'note.write', input: { paper: await idOf(key), markdown: `About ${key}.` } });
  await chooseInDialogs(sheaf.app, vault);
  await page().keyboard.press('Control+,');
  await page().getByRole('button', { name: 'Choose a folder…' }).click();
  await until(() => readdir(vault), (names) => names.includes('turing1950computing.md') && names.includes('.sheaf-mirror.json'));
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a vault', () => {
  it('that was edited while Sheaf was closed comes back at its next start: words, tags, and both texts where both were changed', async () => {
    await sheaf.close();
    await edit('he2016deep', (text) => text.replace('About he2016deep.', 'Edited in the vault.').replace(/^tags: .*$/m, 'tags:\n  - vision\n  - from-the-vault'));
    await edit('kingma2015adam', (text) => text.replace('About kingma2015adam.', 'The vault’s words.'));
    expect((await cli('note', 'kingma2015adam', 'The library’s words.', '--replace')).code).toBe(0);
    await rm(file('turing1950computing'));
    sheaf = await launchSheaf(own());
    page().setDefaultTimeout(10_000);
    await page().locator('.row').first().waitFor();
    await until(() => notesOf('kingma2015adam'), (notes) => notes.length === 2);
    expect(await notesOf('kingma2015adam')).toEqual(['The library’s words.', 'The vault’s words.']);
    await until(() => notesOf('he2016deep'), ([note]) => note === 'Edited in the vault.');
    expect(await tagsOf('he2016deep')).toEqual(['from-the-vault', 'vision']);
    expect(await notesOf('turing1950computing')).toEqual(['About turing1950computing.']);
    await until(() => readFile(join(vault, 'kingma2015adam-2.md'), 'utf8').catch(() => ''), (text) => text.includes('The vault’s words.'));
    await until(() => readFile(file('kingma2015adam'), 'utf8'), (text) => text.includes('The library’s words.'));
  });

  it('follows tags and keys that change in the window', async () => {
    await ask(page(), 'command.run', { name: 'paper.edit', input: { paper: await idOf('he2016deep'), set: { citationKey: 'resnet' } } });
    await until(() => readdir(vault), (names) => names.includes('resnet.md') && !names.includes('he2016deep.md'));
    await ask(page(), 'command.run', { name: 'tag.add', input: { selection: { ids: [await idOf('resnet')] }, name: 'seen' } });
    await until(() => readFile(file('resnet'), 'utf8'), (text) => text.includes('tags: ["from-the-vault","seen","vision"]'));
    await until(() => readdir(vault), (names) => names.every((name) => !name.endsWith('.tmp')));
  });
});

describe('a passage', () => {
  it('is quoted in a note by the command line, and its link, given to a second start, is shown in the first', async () => {
    const paper = await idOf('turing1950computing');
    const { created: [mark = ''] } = await ask(page(), 'command.run', { name: 'annotation.add', input: { paper, target: { type: 'abstract' }, selector: { exact: 'a', prefix: '', suffix: '', start: 0, end: 1 }, kind: 'highlight', colour: 'green', comment: 'Mine.' } });
    const written = await cli('note', 'turing1950computing', '--from-marks', '--json');
    const link = `sheaf://open/turing1950computing/${mark}`;
    expect(written).toMatchObject({ code: 0, err: '' });
    expect((await notesOf('turing1950computing')).join('\n')).toContain(`> a [@turing1950computing] [↗](${link})\n\nMine.`);
    const second = spawn(process.env['SHEAF_ELECTRON'] ?? '', ['--no-sandbox', APP_FOLDER, link], { env: { ...process.env, SHEAF_USER_DATA: own().userData, HOME: folder }, stdio: 'ignore' });
    expect(await once(second, 'exit')).toEqual([0, null]);
    await page().getByRole('heading', { level: 1, name: 'Computing Machinery' }).waitFor();
    await page().locator(`.abstract-text mark.mark-open[data-marks~="${mark}"]`).first().waitFor();
    await page().keyboard.press('Escape');
  });
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('an image', () => {
  it('that is dropped on a note is kept in the library folder and shown where it fell; in the vault, too', async () => {
    const picture = join(folder, 'A drawing.png');
    await writeFile(picture, Buffer.from(PIXEL, 'base64'));
    await page().keyboard.press('Control+Shift+N');
    const editor = page().locator('.note-page .cm-content');
    await editor.click();
    await page().keyboard.insertText('# Drawn\n\n');
    await dropOn(page(), { files: [picture] }, editor);
    await page().locator('.note-page .cm-line', { hasText: '![A drawing](files/images/' }).waitFor();
    await page().keyboard.insertText('\n\nend');
    await until(() => page().evaluate<number[]>('[...document.querySelectorAll(".note-page .cm-set img")].map((one) => one.naturalWidth)'), (widths) => widths.length === 1 && widths[0] === 1);
    const [kept] = await readdir(join(library, 'files/images'));
    await until(() => readdir(join(vault, 'files/images')).catch((): string[] => []), (names) => kept !== undefined && names.includes(kept));
    expect(await readFile(join(vault, 'Drawn.md'), 'utf8')).toContain(`![A drawing](files/images/${kept ?? ''})`);
  });
});
