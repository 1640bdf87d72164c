import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { readClipboard } from '../helpers/clipboard.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { dropOn } from '../helpers/drag.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const main = (): string => join(folder, 'thesis', 'main.tex');
const bib = (): Promise<string> => readFile(join(folder, 'thesis', 'main.bib'), 'utf8').catch(() => '');
const entries = (text: string): string[] => [...text.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key = '']) => key).sort();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-manuscripts-'));
  await mkdir(join(folder, 'thesis'));
  await writeFile(main(), '\\cite{he2016deep}\n\\input{one}\n\\bibliography{old}');
  await writeFile(join(folder, 'thesis', 'one.tex'), '\\citep{he2016deeep}\n\\cite{knuth1984}');
  await writeFile(join(folder, 'thesis', 'old.bib'), '@book{knuth1984, title={The TeXbook}, author={Knuth, Donald}, year={1984}}');
  sheaf = await launchSheaf({ env: { HOME: folder } });
  sheaf.page.setDefaultTimeout(15_000);
  await sheaf.page.getByRole('button', { name: /example/i }).first().click();
  await sheaf.page.getByRole('option', { name: /Attention Is All You Need/ }).waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a manuscript in the window', () => {
  it('is chosen from the palette, and shows what it cites and what is missing', async () => {
    const { page, app } = sheaf;
    await chooseInDialogs(app, main());
    await page.keyboard.press('Control+k');
    await page.keyboard.type('open a manuscript');
    await page.getByRole('option', { name: /Open a manuscript/ }).click();
    await page.getByRole('heading', { name: 'main.tex' }).waitFor();
    await page.getByRole('region', { name: 'Cited papers' }).getByText('Deep Residual Learning').waitFor();
    const slip = page.getByRole('listitem', { name: 'he2016deeep' });
    await slip.getByRole('button', { name: 'Copy he2016deep' }).click();
    expect((await until(() => readClipboard(app), ({ text }) => text !== '')).text).toBe('he2016deep');
    expect(await violations(page)).toEqual([]);
  });
  it('brings in what its own bibliography describes, and follows the text as it is saved', async () => {
    const { page } = sheaf;
    await page.getByRole('button', { name: 'Import it from old.bib' }).click();
    await page.getByRole('dialog').getByText('The TeXbook').first().waitFor();
    await page.locator('[data-action="import.commit"]').click();
    await until(() => ask(page, 'papers.find', { names: ['knuth1984'] }), ([one]) => one?.ids.length === 1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Manuscripts', exact: true }).click();
    await page.getByRole('region', { name: 'Cited papers' }).getByText('The TeXbook').waitFor();
    await writeFile(join(folder, 'thesis', 'one.tex'), '\\citep{he2016deeep}\n\\cite{knuth1984}\\cite{new2026}');
    await page.getByRole('listitem', { name: 'new2026' }).getByText('one.tex, line 2').waitFor();
  });
  it('has a .bib beside it that holds exactly what it cites, and goes on to', async () => {
    const { page, app } = sheaf;
    await chooseInDialogs(app, join(folder, 'thesis', 'main.bib'));
    await page.getByRole('button', { name: 'Keep a .bib up to date…' }).click();
    await page.locator('[data-action="export.save"]').click();
    expect(entries(await until(bib, (text) => text.includes('knuth1984')))).toEqual(['he2016deep', 'knuth1984']);
    await page.getByRole('list', { name: 'Kept up to date' }).getByText('main.bib').waitFor();
    await writeFile(join(folder, 'thesis', 'one.tex'), '\\citep{he2016deeep}');
    expect(entries(await until(bib, (text) => !text.includes('knuth1984')))).toEqual(['he2016deep']);
  });
  it('gives a paper the key that the text has, and its papers go into a collection as a list', async () => {
    const { page } = sheaf;
    await page.getByRole('button', { name: 'Call it he2016deeep' }).click();
    await page.getByRole('button', { name: 'Call it he2016deep', exact: true }).waitFor();
    expect(entries(await until(bib, (text) => text.includes('he2016deeep')))).toEqual(['he2016deeep']);
    await page.getByRole('button', { name: 'Put in a collection…' }).click();
    await page.getByTestId('collection-field').fill('Thesis');
    await page.keyboard.press('Enter');
    const { collections } = await until(() => ask(page, 'library.overview', {}), (overview) => overview.collections.some(({ name, count }) => name === 'Thesis' && count === 1));
    expect(collections.find(({ name }) => name === 'Thesis')?.count).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Cited in main.tex/ }).waitFor();
  });
  it('is taken where it is dropped, and a window that nobody gave it to reads none', async () => {
    const { page } = sheaf;
    const other = join(folder, 'thesis', 'talk.md');
    await writeFile(other, 'As [@he2016deeep] says.');
    await dropOn(page, { files: [other] }, page.locator('.window'));
    await page.getByRole('heading', { name: 'talk.md' }).waitFor();
    await page.getByRole('button', { name: 'All manuscripts' }).click();
    await page.getByRole('button', { name: /^main\.tex/ }).waitFor();
    const secret = join(folder, 'secret.tex');
    await writeFile(secret, '\\cite{a}');
    const answer = await page.evaluate((file) => (globalThis as unknown as { sheaf: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> } }).sheaf.call('manuscript.look', { file }), secret);
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
