import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-guide-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (step: string) => sheaf.page.locator(`[data-testid="guide"][data-step="${step}"]`).waitFor();

it('leads a newcomer with the keyboard alone from the first screen to the first undo, seeing what was done', async () => {
  await sheaf.page.locator('[data-action="start.example"]:focus').waitFor();
  await keys('Enter');
  // What was begun while the example still fills is not put away when it is there.
  await sheaf.page.getByRole('option').first().waitFor();
  await keys('Control+k');
  await at('read');
  await sheaf.page.getByTestId('palette').waitFor();
  await keys('Escape');
  await sheaf.page.locator('.row-current').waitFor();
  await keys('j');
  await at('highlight');
  await sheaf.page.locator('.abstract-text').waitFor();
  await keys(']', 'h');
  await at('tag');
  await keys('Escape', 't');
  await sheaf.page.getByTestId('tag-field').fill('first');
  await keys('Enter', 'Escape');
  await at('note');
  await keys('n');
  await sheaf.page.locator('.note-editor .cm-content:focus').waitFor();
  await sheaf.page.keyboard.type('Worth a second look.');
  await at('cite');
  await keys('Escape', 'c');
  await at('undo');
  await keys('Control+z');
  await at('finished');
});

it('is shown once, and again from Help', async () => {
  await sheaf.page.locator('[data-testid="guide"] [data-action="guide.close"]').press('Enter');
  expect((await ask(sheaf.page, 'settings.get', {})).guide.at).toBe('closed');
  await keys('?');
  await sheaf.page.getByTestId('help-search').waitFor();
  await sheaf.page.getByRole('dialog').locator('[data-action="guide.start"]').press('Enter');
  await at('read');
});

it('can be laid aside and taken up again where it was', async () => {
  await keys('j');
  await at('highlight');
  await sheaf.page.locator('[data-action="guide.fold"]').press('Enter');
  await sheaf.page.reload();
  await sheaf.page.locator('[data-action="guide.unfold"]').press('Enter');
  await at('highlight');
  await sheaf.page.locator('[data-testid="guide"] [data-action="guide.close"]').press('Enter');
});

it('finds in Help how something is done, by which keys, and the line to type', async () => {
  await keys('?');
  await sheaf.page.getByTestId('help-search').fill('bibtex');
  const help = sheaf.page.getByRole('dialog');
  await help.getByRole('heading', { name: 'Cite and export' }).waitFor();
  expect(await help.getByText('Copy BibTeX').count()).toBeGreaterThan(0);
  expect(await help.getByText('sheaf export --format bibtex -o refs.bib').count()).toBe(1);
  expect(await help.getByRole('heading', { name: 'Write notes' }).count()).toBe(0);
  await sheaf.page.getByTestId('help-search').fill('zzzz');
  await help.getByText('Nothing found for “zzzz”').waitFor();
  await keys('Escape');
});

it('finds a setting by another word for it and changes it, with the keyboard alone', async () => {
  await keys('Control+,');
  await sheaf.page.keyboard.type('night');
  await until(() => sheaf.page.locator('.settings-item').count(), (count) => count === 2);
  await keys('ArrowDown', 'ArrowRight', 'ArrowRight');
  await until(() => ask(sheaf.page, 'settings.get', {}), ({ theme }) => theme === 'dark');
});

it('helps where no setting is called so, and gives the words up before the page', async () => {
  await keys('Control+f');
  await sheaf.page.keyboard.type('undo');
  await sheaf.page.getByRole('heading', { name: 'No setting found for “undo”' }).waitFor();
  expect(await sheaf.page.locator('.settings-none [data-action="history.undo"]').count()).toBe(1);
  await keys('Escape');
  await sheaf.page.getByRole('heading', { name: 'Appearance' }).waitFor();
  await keys('Escape');
  await sheaf.page.locator('.list').waitFor();
});

it('says in every empty place what belongs there, with a way on', async () => {
  const kind = (name: string) => sheaf.page.locator(`[data-testid="empty"][data-kind="${name}"]`).waitFor();
  await keys('Control+6');
  await kind('archived');
  await sheaf.page.locator('[data-testid="empty"] [data-action="go.all"]').press('Enter');
  await sheaf.page.locator('.row').first().waitFor();
  await keys('Control+1', '/');
  await sheaf.page.keyboard.type('nowhere-to-be-found');
  await kind('filter');
  await sheaf.page.locator('[data-action="empty.clear"]').press('Enter');
  await sheaf.page.locator('.row').first().waitFor();
  await sheaf.page.locator('[data-action="go.trash"]').press('Enter');
  await kind('trash');
});

it('shows what was done to a paper, where, and takes one step of it back', async () => {
  await keys('Control+2');
  await sheaf.page.locator('.list').focus();
  await keys('Home', 'Alt+4', 'l');
  await sheaf.page.locator('[data-action="paper.history"]').press('Enter');
  const lines = sheaf.page.getByTestId('paper-history').getByTestId('history-line');
  await lines.filter({ hasText: 'Rate' }).getByText('★★★★').waitFor();
  await lines.filter({ hasText: 'Change status' }).getByText('Later').waitFor();
  await lines.filter({ hasText: 'Rate' }).locator('[data-action="history.takeBack"]').press('Enter');
  await lines.filter({ hasText: 'Rate' }).last().getByText('undone').waitFor();
  expect((await ask(sheaf.page, 'papers.query', { scope: { in: 'status', status: 'later' }, first: 50 })).rows.every(({ rating }) => rating !== 4)).toBe(true);
});

it('hints at the paper that one added by hand may be a copy of', async () => {
  await keys('Control+n');
  await sheaf.page.getByTestId('field-title').fill('Attention is all you need');
  await keys('Tab');
  await sheaf.page.getByTestId('copy-hint').getByText('Attention Is All You Need (Vaswani').waitFor();
  await sheaf.page.getByTestId('copy-hint').locator('[data-action="copy.show"]').press('Enter');
  await sheaf.page.locator('.row-current').filter({ hasText: 'Vaswani' }).waitFor();
});
