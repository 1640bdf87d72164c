import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { writeClipboard } from '../helpers/clipboard.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

const FIRST = '@article{doe2001, author = {Doe, Jane and Roe, Richard}, title = {On the {Gaussian} Nature of Things}, journal = {J. Things}, year = {2001}}\n@book{knuth84, author = {Donald E. Knuth}, title = {The {\\TeX}book}, year = 1984}\n';
const SECOND = '@article{doe2001, author = {Doe, Jane and Roe, Richard}, title = {On the {Gaussian} Nature of Things}, journal = {Journal of Things}, pages = {1--19}, year = {2001}}\n@article{broken, title = {This one is never closed\n\n@misc{knuth84, title = {Another of the same key}, author = {Knuth, D. E.}, year = 1999}\n';
const TUGBOAT = new URL('../../../shared/conformance/bib-large/tugboat.bib', import.meta.url);
let folder: string;
let sheaf: Launched;
const overview = () => ask(sheaf.page, 'library.overview', {});
async function paste(text: string): Promise<void> {
  await writeClipboard(sheaf.app, text);
  await sheaf.page.locator('body').press('ControlOrMeta+v');
  await sheaf.page.getByTestId('import-entries').waitFor({ timeout: 60_000 });
}
const commit = () => sheaf.page.locator('[data-action="import.commit"]').click();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-import-'));
  sheaf = await launchSheaf({ env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') } });
  sheaf.page.setDefaultTimeout(15_000);
  await sheaf.page.locator('[data-action="start.empty"]').click();
  await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
  await sheaf.page.locator('.sidebar').waitFor();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await sheaf.page.screenshot({ path: join(tmpdir(), `sheaf-failed-import-${String(task.name.length)}.png`) });
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('BibTeX in bulk', () => {
  it('shows a copy beside the paper it is a copy of, and joins it as chosen', async () => {
    await paste(FIRST);
    await commit();
    await until(overview, ({ counts }) => counts.all === 2);
    await sheaf.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await paste(SECOND);
    const entry = sheaf.page.getByTestId('import-entries').getByRole('listitem').filter({ hasText: 'Gaussian' });
    expect(await entry.getByRole('table').textContent()).toContain('Journal of Things');
    await entry.locator('label.segment', { hasText: 'Merge' }).click();
    await entry.locator('label.segment', { hasText: 'Take the new' }).click();
    expect(await violations(sheaf.page)).toEqual([]);
    await commit();
    await sheaf.page.getByTestId('import-report').waitFor();
    const found = await ask(sheaf.page, 'papers.find', { names: ['doe2001'] });
    expect((await ask(sheaf.page, 'papers.get', { id: found[0]?.ids[0] ?? '' })).paper.item).toMatchObject({ 'container-title': 'Journal of Things', page: '1-19' });
  });

  it('says what was broken, with its line and text, and which key was taken', async () => {
    const report = sheaf.page.getByTestId('import-report');
    expect(await report.textContent()).toMatch(/Line 2.*A brace is not closed/);
    await report.getByText('Show its text').click();
    await report.getByText('This one is never closed').waitFor();
    expect(await report.textContent()).toContain('knuth84 → knuth84-2');
    expect(await violations(sheaf.page)).toEqual([]);
    await sheaf.page.keyboard.press('Escape');
  });

  it('opens the report again from Activity', async () => {
    await sheaf.page.getByRole('button', { name: 'Activity' }).or(sheaf.page.getByRole('link', { name: 'Activity' })).first().click();
    await sheaf.page.locator('[data-action="import.report"]').first().click();
    await sheaf.page.getByTestId('import-report').waitFor();
    await sheaf.page.keyboard.press('Escape');
  });

  it.skipIf(!existsSync(TUGBOAT))('brings in 3,644 entries, says how far it is, and takes them back in one step', async () => {
    const before = (await overview()).counts.all;
    await paste(await readFile(TUGBOAT, 'latin1'));
    await commit();
    await until(overview, ({ counts }) => counts.all === before + 3644, 60_000);
    await ask(sheaf.page, 'history.undo', {});
    expect((await overview()).counts.all).toBe(before);
  });
});
