import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { readClipboard, writeClipboard } from '../helpers/clipboard.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { startPdfServer } from '../helpers/pdf-server.ts';
import { until } from '../helpers/until.ts';

/** The main job from the first screen to the exported file with the keyboard alone: nothing is clicked, and nothing is focused but by its keys. */
const PAGE = fileURLToPath(new URL('../fixtures/listed-page.txt', import.meta.url));
let folder: string;
let sheaf: Launched;
let pdfs: Awaited<ReturnType<typeof startPdfServer>>;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };
const type = (text: string): Promise<void> => sheaf.page.keyboard.type(text);
const seen = (selector: string): Promise<void> => sheaf.page.locator(selector).first().waitFor();
const focused = (): Promise<string | null> => sheaf.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);
const current = async () => {
  const { rows } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, text: 'Marginalia', first: 1 });
  return ask(sheaf.page, 'papers.get', { id: rows[0]?.id });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-keyboard-'));
  pdfs = await startPdfServer(['Read from the keyboard']);
  sheaf = await launchSheaf({ env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_EXPORT_TO: join(folder, 'out.bib'), SHEAF_ALLOW_LOOPBACK: '1' } });
  sheaf.page.setDefaultTimeout(10_000);
  await seen('[data-action="start.example"]');
});
afterAll(async () => {
  await sheaf.close();
  pdfs.close();
  await rm(folder, { recursive: true, force: true });
});

it('opens a library: the first way has the focus, Tab leads to the next', async () => {
  await keys('Tab', 'Enter');
  await seen('.sidebar');
  expect((await ask(sheaf.page, 'library.overview', {})).counts.all).toBe(0);
});

it('brings in a page: paste, look, Enter', async () => {
  await writeClipboard(sheaf.app, await readFile(PAGE, 'utf8'));
  await keys('ControlOrMeta+v');
  await seen('[data-testid="import-entries"]');
  await keys('Enter');
  await until(() => ask(sheaf.page, 'library.overview', {}), ({ counts }) => counts.all === 4);
  await until(() => sheaf.page.locator('.veil').count(), (count) => count === 0);
});

it('finds a paper by its words, reads it, and marks a sentence', async () => {
  await keys('/');
  await seen('[data-testid="filter"]:focus');
  await type('Marginalia');
  await until(() => sheaf.page.locator('.row').count(), (count) => count === 1);
  await keys('Enter');
  await seen('.list:focus');
  await sheaf.page.getByRole('heading', { name: 'Marginalia as Memory' }).waitFor();
  await keys(']');
  await seen('.sentence-focus');
  await keys('h');
  await until(current, ({ annotations }) => annotations.length === 1);
});

it('tags it, writes a note, comes back to the list, and gives it a status', async () => {
  await keys('t');
  await seen('[data-testid="tag-field"]');
  await type('memory');
  await keys('Enter');
  await until(current, ({ paper }) => paper.tags.length === 1);
  await keys('Escape', 'n');
  await seen('.note-editor .cm-content:focus');
  await type('Kept by **keys** alone');
  await until(current, ({ notes }) => notes[0]?.markdown === 'Kept by **keys** alone');
  await keys('Escape');
  await seen('.list:focus');
  await keys('r');
  await until(current, ({ paper }) => paper.status === 'reading');
});

it('edits a field, reached by Tab', async () => {
  await keys('p');
  await seen('[data-testid="details"]');
  await seen('[data-testid="details"] :focus');
  for (let tabs = 0; tabs < 30 && (await focused()) !== 'field-URL'; tabs++) await keys('Tab');
  expect(await focused(), 'reached by Tab').toBe('field-URL');
  await keys('ControlOrMeta+a');
  await type(`${pdfs.address}/pdf/1`);
  await keys('Enter');
  await until(current, ({ paper }) => paper.item.URL === `${pdfs.address}/pdf/1`);
});

it('fetches the PDF and reads it', async () => {
  await keys('Escape');
  await seen('.list:focus');
  await keys('a', 'd');
  await until(current, ({ attachments }) => attachments.length === 1);
  await keys('o');
  await seen('.textLayer');
  await keys('a');
  await seen('.abstract-page');
});

it('cites, exports, and takes the last edit back', async () => {
  await keys('c');
  await until(() => readClipboard(sheaf.app), ({ text }) => text.includes('Marginalia as Memory'));
  await keys('ControlOrMeta+Shift+E');
  await sheaf.page.getByRole('dialog').waitFor();
  await keys('Enter');
  await until(() => readFile(join(folder, 'out.bib'), 'utf8').catch(() => ''), (text) => text.includes('Marginalia as Memory'));
  await until(() => sheaf.page.locator('.veil').count(), (count) => count === 0);
  await keys('ControlOrMeta+z');
  await until(current, ({ attachments }) => attachments.length === 0);
});
