import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { ask } from '../helpers/ask.ts';
import { readClipboard, writeClipboard } from '../helpers/clipboard.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { startPdfServer } from '../helpers/pdf-server.ts';
import { until } from '../helpers/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = ['../shared/samples/daily-papers-page.txt', 'tests/fixtures/listed-page.txt'].map((path) => resolve(root, path));
const TITLE = 'Training Compute-Optimal Large Language Models';
const TAG = 'to-discuss';
const NOTE = 'Twenty tokens a parameter: **smaller and longer** wins. Compare with [[kaplan2020scaling]], and with $L(N, D)$ fitted by hand.';
/** The tour's pictures that the README shows, by its names for them. */
const README_PICTURES = { 'abstract-light': '04-marked', 'import-light': '02-page-preview', 'abstract-dark': '10-dark', triage: '11-triage', compare: '12-compare' };

const { values } = parseArgs({ options: { to: { type: 'string', default: join(root, 'dist/tour') }, 'update-pictures': { type: 'boolean', default: false } } });
const folder = resolve(values.to);
const exported = join(folder, 'listed-page.bib');
const launches: Launched[] = [];

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const server = await startPdfServer([TITLE, 'A stand-in for the paper, from the server of the tour.']);
try {
  await performTour();
} catch (error) {
  const last = launches.at(-1);
  await last?.page.screenshot({ path: join(folder, 'failed.png') }).catch(() => undefined);
  await last?.app.close();
  throw error;
} finally {
  server.close();
}
if (values['update-pictures']) await updatePictures();
console.log(`The tour is done. Pictures, the exported file and the library it made are in ${folder}`);

async function performTour(): Promise<void> {
  const first = await launch();
  await openExample(first);
  await bringInPage(first);
  await exportPage(first);
  await readAndMark(first);
  await fetchPdf(first);
  await copyReference(first);
  await first.close();
  console.log('Sheaf is quit');
  const second = await launch();
  await findEverything(second);
  await undoThrice(second);
  await lookInTheDark(second);
  await readInOtherWays(second);
  await second.close();
}

/** A home of its own: the tour never touches a library that somebody has. */
async function launch(): Promise<Launched> {
  const home = join(folder, 'home');
  const launched = await launchSheaf({
    userData: join(folder, 'home/settings'),
    env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), SHEAF_ARXIV_BASE: server.address, SHEAF_ALLOW_LOOPBACK: '1', SHEAF_EXPORT_TO: exported },
  });
  launched.page.setDefaultTimeout(15_000);
  launches.push(launched);
  return launched;
}

/** Says what was just seen to work, and takes its picture, once the messages about what went before are closed. */
async function seen(page: Page, picture: string, words: string): Promise<void> {
  const messages = page.getByTestId('toast');
  while ((await messages.count()) > 0) await messages.last().locator('button').last().click({ force: true, timeout: 2000 }).catch(() => undefined);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(folder, `${picture}.png`) });
  console.log(words);
}

async function openExample({ page }: Launched): Promise<void> {
  await page.locator('[data-action="start.example"]').waitFor();
  await seen(page, '00-first-run', 'First run: the ways to a library');
  await page.locator('[data-action="start.example"]').click();
  await page.locator('[role="option"][id]').first().waitFor();
  await page.locator('.row-current').waitFor();
  assert.equal((await ask(page, 'library.overview', {})).counts.all, 12);
  await seen(page, '00-guide', 'The guide offers a first step');
  await page.locator('[data-action="guide.close"]').click();
  await seen(page, '01-example', 'The example library is open: 12 papers');
}

async function bringInPage({ app, page }: Launched): Promise<void> {
  const text = await readFile(pages.find(existsSync) ?? '', 'utf8');
  await writeClipboard(app, text);
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('import-entries').waitFor();
  await seen(page, '02-page-preview', `A page of papers is pasted; the preview offers: ${await dialog.locator('[data-action="import.commit"]').innerText()}`);
  await dialog.locator('[data-action="import.commit"]').click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('[role="option"][id]').first().waitFor();
  const { counts } = await ask(page, 'library.overview', {});
  assert.ok(counts.all > 12, 'the page came in');
  await seen(page, '03-page-in', `It is in the library: ${String(counts.all)} papers`);
}

async function exportPage({ page }: Launched): Promise<void> {
  await page.getByRole('listbox').first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+e');
  await page.getByTestId('toast').filter({ hasText: 'listed-page.bib' }).waitFor();
  const entries = (await readFile(exported, 'utf8')).match(/^@/gm)?.length ?? 0;
  assert.equal(entries, (await ask(page, 'library.overview', {})).counts.all - 12);
  console.log(`The selection is exported as BibTeX: ${String(entries)} entries`);
}

async function readAndMark({ page }: Launched): Promise<void> {
  await page.locator('[data-action="go.all"]').click();
  await page.getByTestId('filter').fill('compute-optimal');
  await page.getByRole('option').filter({ hasText: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByTestId('filter').fill('');
  await page.getByRole('listbox').first().focus();
  await page.keyboard.press(']');
  await page.keyboard.press('h');
  await page.locator('main mark').first().waitFor();
  await page.keyboard.press('t');
  await page.getByTestId('tag-field').fill(TAG);
  await page.keyboard.press('Enter');
  await page.locator('main .paper-chip-tag', { hasText: TAG }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('tag-field').waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  await page.locator('.note-editor [contenteditable="true"]').waitFor();
  await page.keyboard.insertText(NOTE);
  await page.locator('.note-editor .note-saved').waitFor();
  await page.locator('.note-foot button').last().click();
  await page.locator('.note-card').waitFor();
  await seen(page, '04-marked', 'An abstract is read, highlighted, tagged and noted');
}

async function fetchPdf({ page }: Launched): Promise<void> {
  await page.keyboard.press('d');
  await page.keyboard.press('o');
  await page.locator('.pdfViewer canvas').first().waitFor();
  await page.locator('.pdfViewer .textLayer span').first().waitFor();
  await seen(page, '05-pdf', 'Its PDF is downloaded and shown');
  await page.keyboard.press('a');
}

async function copyReference({ app, page }: Launched): Promise<void> {
  await page.getByRole('listbox').first().focus();
  await page.keyboard.press('c');
  const copied = await until(() => readClipboard(app), ({ text }) => text.startsWith('Hoffmann'));
  assert.match(copied.text, /^Hoffmann, J\..*\(2022\)/);
  assert.match(copied.html, /Hoffmann/);
  await seen(page, '06-reference', `Its reference is copied in APA: ${copied.text.trim().slice(0, 60)}…`);
}

async function findEverything({ page }: Launched): Promise<void> {
  await page.locator('[role="option"][id]').first().waitFor();
  await page.getByTestId('filter').fill('compute-optimal');
  await page.getByRole('option').filter({ hasText: TITLE }).click();
  await page.locator('main mark').first().waitFor();
  await page.locator('main .paper-chip-tag', { hasText: TAG }).waitFor();
  await page.locator('.note-card').waitFor();
  assert.equal((await detail(page)).attachments.length, 1);
  await seen(page, '07-reopened', 'Reopened: the mark, the tag, the note and the PDF are there');
}

async function undoThrice({ page }: Launched): Promise<void> {
  await page.getByRole('listbox').first().focus();
  for (const left of [2, 1, 0]) {
    const before = (await ask(page, 'library.overview', {})).library.revision;
    await page.keyboard.press('ControlOrMeta+z');
    await until(() => ask(page, 'library.overview', {}), ({ library }) => library.revision !== before);
    if (left === 0) await page.locator('main .paper-chip-tag', { hasText: TAG }).waitFor({ state: 'detached' });
  }
  const { attachments, notes, annotations } = await detail(page);
  assert.deepEqual([attachments.length, notes.length, annotations.length], [0, 0, 1]);
  await seen(page, '08-undone', 'Undone three times, across the restart: the PDF, the note, the tag');
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.locator('.note-card').waitFor();
  await seen(page, '09-redone', 'And redone');
}

async function lookInTheDark({ page }: Launched): Promise<void> {
  await ask(page, 'settings.set', { theme: 'dark' });
  await until(() => page.evaluate<boolean>('matchMedia("(prefers-color-scheme: dark)").matches'), Boolean);
  await page.getByTestId('filter').fill('');
  await seen(page, '10-dark', 'In the dark');
}

async function readInOtherWays({ page }: Launched): Promise<void> {
  await ask(page, 'settings.set', { theme: 'light' });
  await until(() => page.evaluate<boolean>('matchMedia("(prefers-color-scheme: light)").matches'), Boolean);
  const list = page.getByRole('listbox').first();
  await page.locator('.place', { hasText: 'Reading' }).first().click();
  await until(() => list.getByRole('option').count(), (count) => count > 0 && count < 12);
  await list.focus();
  await page.keyboard.press('Shift+T');
  await page.locator('.triage-main').waitFor();
  await seen(page, '11-triage', 'Triage: one paper at a time, a key for each decision');
  await page.keyboard.press('Escape');
  await list.focus();
  for (const key of ['Home', 'Shift+ArrowDown', 'Shift+C']) await page.keyboard.press(key);
  await page.locator('.compare-note').waitFor();
  await seen(page, '12-compare', 'Two abstracts side by side, with the words they share');
  await page.keyboard.press('Escape');
}

async function detail(page: Page) {
  const { query, version } = await ask(page, 'papers.query', { scope: { in: 'all' }, text: 'compute-optimal' });
  const [row] = await ask(page, 'papers.rows', { query, version, from: 0, count: 1 });
  assert.ok(row);
  return ask(page, 'papers.get', { id: row.id });
}

async function updatePictures(): Promise<void> {
  const target = join(root, 'assets/screenshots');
  await mkdir(target, { recursive: true });
  for (const [name, picture] of Object.entries(README_PICTURES)) await cp(join(folder, `${picture}.png`), join(target, `${name}.png`));
}
