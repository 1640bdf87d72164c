import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { readClipboard } from '../helpers/clipboard.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-citing-'));
  sheaf = await launchSheaf({ env: { HOME: folder, SHEAF_EXPORT_TO: join(folder, 'paper', 'refs.bib') } });
  sheaf.page.setDefaultTimeout(15_000);
  await sheaf.page.getByRole('button', { name: /example/i }).first().click();
  await sheaf.page.getByRole('option', { name: /Attention Is All You Need/ }).click();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

/** A style as somebody writes one for a journal: titles in angle brackets. */
const HOUSE_STYLE = `<?xml version="1.0" encoding="utf-8"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>House Style</title><id>house-style</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="(" suffix=")"><text variable="title"/></layout></citation><bibliography><layout><text variable="title" prefix="&lt;" suffix="&gt;"/></layout></bibliography></style>`;

const copied = (): Promise<{ text: string; html: string }> => readClipboard(sheaf.app);

describe('the quick copy', () => {
  it('copies the selection in the form that was chosen, and in any other from the palette', async () => {
    const { page } = sheaf;
    await ask(page, 'settings.set', { quickCopy: { format: 'pandoc', anywhere: 'off', keys: 'CommandOrControl+Alt+K' } });
    await page.keyboard.press('Control+Shift+c');
    expect((await until(copied, ({ text }) => text.startsWith('[@vaswani2017'))).text).toMatch(/^\[@vaswani2017\w+\]$/);
    await ask(page, 'settings.set', { quickCopy: { format: 'latex', anywhere: 'off', keys: 'CommandOrControl+Alt+K' } });
    await page.keyboard.press('Control+Shift+c');
    expect((await until(copied, ({ text }) => text.startsWith('\\cite'))).text).toMatch(/^\\cite\{vaswani2017\w+\}$/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('typst');
    await page.getByRole('option', { name: /Copy for Typst/ }).click();
    expect((await until(copied, ({ text }) => text.startsWith('@'))).text).toMatch(/^@vaswani2017\w+$/);
  });
  it('gives rows that are dragged to another program as text', async () => {
    const row = sheaf.page.getByRole('option', { name: /Attention Is All You Need/ });
    await sheaf.page.evaluate(() => { document.addEventListener('dragstart', (event) => { document.title = event.dataTransfer?.getData('text/plain') ?? ''; }); });
    const drag = async (): Promise<string> => {
      const box = await row.boundingBox();
      if (box === null) throw new Error('The paper is not in sight.');
      await sheaf.page.mouse.move(box.x + 40, box.y + 20);
      await sheaf.page.mouse.down();
      await sheaf.page.mouse.move(box.x + 60, box.y + 60, { steps: 8 });
      await sheaf.page.mouse.up();
      return sheaf.page.title();
    };
    expect(await until(drag, (title) => title.startsWith('\\cite'))).toMatch(/^\\cite\{vaswani2017\w+\}$/);
  });
  it('has its keys in every program only where that was allowed', async () => {
    const held = (): Promise<boolean> => sheaf.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Alt+K'));
    expect(await held()).toBe(false);
    for (const anywhere of ['selection', 'off'] as const) {
      await ask(sheaf.page, 'settings.set', { quickCopy: { format: 'latex', anywhere, keys: 'CommandOrControl+Alt+K' } });
      expect(await held()).toBe(anywhere !== 'off');
    }
  });
});

describe('the citation style', () => {
  it('is found as one types, shown with one’s own papers, and used from then on', async () => {
    const { page } = sheaf;
    await page.keyboard.press('Control+,');
    await page.locator('.style-preview').getByText(/^\(.+, \d{4}/).waitFor();
    const field = page.getByRole('combobox', { name: 'Citation style' });
    await field.click();
    // The page that scrolls to the field closes the list once it stands still.
    await until(async () => { await field.fill('ieee'); return page.getByRole('option', { name: /IEEE/ }).count(); }, (count) => count > 0);
    await page.getByRole('option', { name: /IEEE/ }).first().click();
    await page.locator('.style-preview').getByText('[1]').first().waitFor();
    expect(await page.locator('.export-styles').count()).toBe(0);
    expect((await ask(page, 'settings.get', {})).citationStyle).toContain('ieee');
  });
  it('offers the one in use and the well-known ones first, and Escape leaves the list but not the settings', async () => {
    const { page } = sheaf;
    const field = page.getByRole('combobox', { name: 'Citation style' });
    const options = page.locator('.export-styles').getByRole('option');
    await until(async () => { await field.press('ArrowDown'); return options.count(); }, (count) => count > 2);
    expect((await options.allTextContents()).slice(0, 3)).toEqual([expect.stringMatching(/^IEEE/), expect.stringMatching(/^American Psychological/), expect.stringMatching(/^Modern Language/)]);
    await field.press('Escape');
    await page.locator('.export-styles').waitFor({ state: 'detached' });
    await until(async () => { await field.fill('vancouv'); return options.count(); }, (count) => count > 0);
    await field.press('Escape');
    await page.locator('.export-styles').waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('IEEE');
    expect((await ask(page, 'settings.get', {})).citationStyle).toContain('ieee');
  });
  it('comes from a file, is used at once, and goes with the button beside it', async () => {
    const { page } = sheaf;
    const file = join(folder, 'house.csl');
    await writeFile(file, HOUSE_STYLE);
    await page.locator('.own-styles input[type=file]').setInputFiles(file);
    await page.getByRole('list', { name: 'Added by you' }).getByText('House Style').waitFor();
    await page.locator('.style-preview').getByText(/^<.+>$/).first().waitFor();
    await page.getByRole('button', { name: 'Remove House Style' }).click();
    await page.getByRole('list', { name: 'Added by you' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^All papers/ }).click();
    await ask(page, 'settings.set', { citationStyle: 'apa' });
  });
});

describe('the pattern of citation keys', () => {
  it('shows what it makes of one’s own papers while it is typed, and says what it cannot read', async () => {
    const { page } = sheaf;
    await page.keyboard.press('Control+,');
    const field = page.getByLabel('Citation key pattern');
    await field.fill('[auth:lower]:[year]');
    await page.locator('.key-preview').getByText('vaswani:2017').waitFor();
    await field.fill('[nonsense]');
    await page.getByRole('alert').filter({ hasText: 'nonsense' }).waitFor();
    await field.fill('[auth:lower]:[year]');
    await field.press('Enter');
    expect(await until(() => ask(page, 'settings.get', {}), ({ keyPattern }) => keyPattern !== '' && keyPattern.includes(':lower'))).toMatchObject({ keyPattern: '[auth:lower]:[year]' });
  });
});

describe('a kept file', () => {
  const bib = (): string => join(folder, 'paper', 'refs.bib');
  const text = (): Promise<string> => readFile(bib(), 'utf8').catch(() => '');
  const rename = async (key: string): Promise<void> => {
    const [found] = await ask(sheaf.page, 'papers.find', { names: ['he2016deep'] });
    await ask(sheaf.page, 'command.run', { name: 'paper.edit', input: { paper: found?.ids[0], set: { 'item.title': key } } });
  };

  it('follows the library within a second, and says when somebody else has changed it', async () => {
    const { page } = sheaf;
    await mkdir(join(folder, 'paper'));
    await page.getByRole('button', { name: /^All papers/ }).click();
    await page.keyboard.press('Control+Shift+e');
    await page.locator('.segment', { hasText: 'Whole library' }).click();
    await page.getByLabel('Keep this file up to date').check();
    await page.locator('[data-action="export.save"]').click();
    await until(text, (now) => now.includes('he2016deep'));
    await rename('Renamed while it is kept');
    await until(text, (now) => now.includes('Renamed while it is kept'));
    await writeFile(bib(), 'by hand');
    await rename('Renamed again');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('files kept');
    await page.getByRole('option', { name: /Files kept up to date/ }).click();
    await page.getByRole('alert').filter({ hasText: 'Somebody else changed this file' }).waitFor();
    expect(await text()).toBe('by hand');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Replace it' }).click();
    await until(text, (now) => now.includes('Renamed again'));
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('the file beside your manuscript follows every change').waitFor();
  });
});
