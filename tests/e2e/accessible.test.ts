import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { epub } from '../helpers/epub.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { longPdf } from '../helpers/long-pdf.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };
const onList = async (...strokes: string[]): Promise<void> => { await sheaf.page.locator('.list').focus(); await keys(...strokes); };
const dialog = () => sheaf.page.getByRole('dialog').first().waitFor();
const palette = async (name: string): Promise<void> => {
  await keys('Control+k');
  await sheaf.page.getByTestId('palette').fill(name);
  await keys('Enter');
};
const paste = (text: string): Promise<void> => sheaf.page.evaluate((words) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', words);
  document.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
}, text);
const papers = async (): Promise<void> => { await keys('Control+2'); await sheaf.page.locator('.row').first().waitFor(); };
const rows = (density: 'table' | 'abstract' | 'compact' | 'roomy') => async (): Promise<void> => { await ask(sheaf.page, 'settings.set', { density }); await sheaf.page.locator(`.list-${density}`).waitFor(); };

/** Every place a person can be in, and how to leave it; each begins and ends with the papers. `but`: a rule that does not count there. */
const PLACES: readonly { name: string; go: () => Promise<unknown>; leave?: () => Promise<unknown>; but?: string }[] = [
  { name: 'papers with the guide', go: async () => { await palette('Take the tour'); await sheaf.page.getByTestId('guide').waitFor(); }, leave: () => sheaf.page.locator('[data-testid="guide"] [data-action="guide.close"]').press('Enter') },
  { name: 'rows as a table', go: rows('table') },
  { name: 'rows with abstracts', go: rows('abstract'), leave: rows('roomy') },
  { name: 'history of a paper', go: async () => { await onList('Alt+3'); await sheaf.page.locator('[data-action="paper.history"]').press('Enter'); await sheaf.page.getByTestId('history-line').first().waitFor(); }, leave: () => sheaf.page.locator('[data-action="paper.history"]').press('Enter') },
  { name: 'looks of the text', go: async () => { await onList('Alt+t'); await dialog(); }, leave: () => keys('Escape') },
  { name: 'details', go: async () => { await onList('p'); await sheaf.page.getByTestId('details').waitFor(); } },
  { name: 'no PDF yet', go: async () => { await onList('o'); await sheaf.page.locator('.pdf-message').waitFor(); }, leave: () => onList('a') },
  { name: 'a PDF with its pages and find', go: async () => { await onList('End', 'o'); await sheaf.page.locator('.textLayer').first().waitFor(); await keys('Alt+t', 'Control+f'); await sheaf.page.locator('.pdf-thumb').first().waitFor(); }, leave: async () => { await keys('Escape', 'Alt+t'); await onList('a', 'Home'); } },
  { name: 'a book', go: async () => { await onList('End', 'ArrowUp', 'o'); await sheaf.page.locator('.book-parts').waitFor(); }, leave: () => onList('a', 'Home') },
  { name: 'words looked for in PDFs', go: async () => { await keys('/'); await sheaf.page.keyboard.type('lantern'); await keys('Alt+p'); await sheaf.page.locator('.pdf-scope[aria-pressed="true"]').waitFor(); }, leave: async () => { await keys('Alt+p', 'Escape'); await onList('Home'); } },
  { name: 'note being written', go: async () => { await onList('n'); await sheaf.page.locator('.note-editor .cm-content:focus').waitFor(); }, leave: () => keys('Escape') },
  { name: 'tag picker', go: async () => { await onList('t'); await sheaf.page.getByTestId('tag-field').waitFor(); }, leave: () => keys('Escape') },
  { name: 'collection picker', go: async () => { await onList('g'); await sheaf.page.getByTestId('collection-field').waitFor(); }, leave: () => keys('Escape') },
  { name: 'relating papers', go: async () => { await palette('Relate'); await dialog(); }, leave: () => keys('Escape') },
  { name: 'editing many', go: async () => { await onList('Control+a', 'Shift+p'); await dialog(); }, leave: () => keys('Escape', 'Escape') },
  { name: 'palette', go: async () => { await keys('Control+k'); await sheaf.page.getByTestId('palette').waitFor(); }, leave: () => keys('Escape') },
  { name: 'help', go: async () => { await onList('?'); await sheaf.page.getByTestId('help-search').waitFor(); }, leave: () => keys('Escape') },
  { name: 'import preview', go: async () => { await paste('@article{a1, title={On Axes}, author={Doe, Jane}, year={2020}}'); await sheaf.page.getByTestId('import-entries').waitFor(); }, leave: () => keys('Escape') },
  { name: 'report of an import', go: async () => { await paste('@article{a2, title={On Reports}, author={Doe, Jane}, year={2021}}\n@article{broken, title={Never closed'); await sheaf.page.locator('[data-action="import.commit"]').click(); await sheaf.page.getByTestId('import-report').waitFor(); }, leave: async () => { await keys('Escape'); await sheaf.page.getByTestId('import-report').waitFor({ state: 'detached' }); await keys('Control+z'); await sheaf.page.getByTestId('toast').filter({ hasText: 'Undone' }).first().waitFor(); await papers(); } },
  { name: 'several papers', go: async () => { await onList('Home', 'Shift+ArrowDown'); await sheaf.page.locator('.several-titles button').nth(1).waitFor(); }, leave: () => keys('Escape') },
  { name: 'menu of a paper', go: async () => { await onList('Shift+F10'); await sheaf.page.getByRole('menu').waitFor(); }, leave: () => keys('Escape') },
  { name: 'export', go: async () => { await onList('Control+Shift+E'); await dialog(); }, leave: () => keys('Escape') },
  { name: 'duplicates', go: async () => { await palette('Duplicates'); await dialog(); }, leave: () => keys('Escape') },
  { name: 'triage', go: async () => { await onList('Shift+T'); await sheaf.page.locator('.triage-main').waitFor(); }, leave: () => keys('Escape') },
  { name: 'stream', go: async () => { await onList('s'); await sheaf.page.locator('.stream-current').waitFor(); }, leave: async () => { await keys('s'); await sheaf.page.locator('.list').waitFor(); } },
  { name: 'compare', go: async () => { await onList('Home', 'Shift+ArrowDown', 'Shift+C'); await sheaf.page.locator('.compare-note').waitFor(); }, leave: () => keys('Escape', 'Escape') },
  { name: 'notes', go: async () => { await sheaf.page.locator('[data-action="notes.show"], .place:has-text("Notes")').first().press('Enter'); await sheaf.page.locator('.note-page, .notes-list').first().waitFor(); }, leave: papers },
  { name: 'settings', go: async () => { await keys('Control+,'); await sheaf.page.getByTestId('settings-search').waitFor(); } },
  { name: 'settings that were searched', go: async () => { await sheaf.page.getByTestId('settings-search').fill('style'); await sheaf.page.locator('.settings-item').first().waitFor(); } },
  { name: 'style picker', go: async () => { await sheaf.page.getByRole('combobox').first().click(); await sheaf.page.getByRole('option').first().waitFor(); }, leave: () => keys('Escape'), but: 'aria-hidden-focus: ' /* what is hidden while the list is open comes back with the Tab that leaves it */ },
  { name: 'a setting nobody has', go: async () => { await sheaf.page.getByTestId('settings-search').fill('zzzz'); await sheaf.page.locator('.settings-none').waitFor(); }, leave: () => keys('Escape', 'Escape') },
  { name: 'manuscripts', go: async () => { await sheaf.page.locator('.place:has-text("Manuscripts")').first().press('Enter'); await sheaf.page.locator('.manuscripts-empty').waitFor(); }, leave: papers },
  { name: 'activity', go: async () => { await sheaf.page.locator('[data-action="app.activity"]').press('Enter'); await sheaf.page.getByTestId('history-line').first().waitFor(); }, leave: papers },
  { name: 'nothing found', go: async () => { await keys('/'); await sheaf.page.keyboard.type('zzzz'); await sheaf.page.getByTestId('empty').waitFor(); }, leave: () => sheaf.page.locator('[data-action="empty.clear"]').press('Enter') },
  { name: 'an empty place', go: async () => { await keys('Control+6'); await sheaf.page.getByTestId('empty').waitFor(); }, leave: papers },
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-accessible-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') } });
  sheaf.page.setDefaultTimeout(8000);
  // Halfway through coming in, a dialog has less contrast than when it is there.
  await sheaf.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

/** Gives a paper a file, as if it had been chosen. */
async function bring(paper: string, name: string, bytes: Uint8Array): Promise<void> {
  await writeFile(join(folder, name), bytes);
  await chooseInDialogs(sheaf.app, join(folder, name));
  const chosen = await ask(sheaf.page, 'dialog.files', {});
  await ask(sheaf.page, 'attachment.bring', { paper, files: chosen?.files ?? [] });
}

async function walk(check: 'all' | 'contrast'): Promise<string[]> {
  const found: string[] = [];
  for (const { name, go, leave, but } of PLACES) {
    await go();
    found.push(...(await violations(sheaf.page, check)).filter((one) => but === undefined || !one.startsWith(but)).map((one) => `${name}: ${one}`));
    await leave?.();
  }
  return found;
}

it('has a first screen that axe finds nothing wrong with', async () => {
  await sheaf.page.locator('[data-action="start.example"]').waitFor();
  expect(await violations(sheaf.page)).toEqual([]);
});

it('has no view or dialog that axe finds anything wrong with', async () => {
  await ask(sheaf.page, 'library.create', { example: true });
  await ask(sheaf.page, 'settings.set', { theme: 'light' });
  await sheaf.page.locator('.row-current').waitFor();
  const { rows: listed } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 500 });
  await bring(listed.at(-1)?.id ?? '', 'harbour.pdf', longPdf(3));
  await bring(listed.at(-2)?.id ?? '', 'book.epub', epub());
  expect(await walk('all')).toEqual([]);
}, 120_000);

it('keeps its contrast in the dark', async () => {
  await ask(sheaf.page, 'settings.set', { theme: 'dark' });
  await until(() => sheaf.page.evaluate(() => document.documentElement.dataset['theme']), (theme) => theme === 'dark');
  expect(await walk('contrast')).toEqual([]);
}, 120_000);
