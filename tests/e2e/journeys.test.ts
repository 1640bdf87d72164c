import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { readClipboard, writeClipboard } from '../helpers/clipboard.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';
import { violations } from '../helpers/axe.ts';

const PAGE = fileURLToPath(new URL('../fixtures/listed-page.txt', import.meta.url));
let folder: string;
let sheaf: Launched;
const overview = () => ask(sheaf.page, 'library.overview', {});
const list = () => sheaf.page.getByRole('listbox').first();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-journey-'));
  sheaf = await launchSheaf({ env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_EXPORT_TO: join(folder, 'out.bib') } });
  sheaf.page.setDefaultTimeout(15_000);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await sheaf.page.screenshot({ path: join(tmpdir(), `sheaf-failed-${String(task.name.length)}.png`) });
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

/** One person's first hour, in order: each step stands on the ones before it. */
describe('the first hour with Sheaf', () => {
  it('opens an empty library from the first screen', async () => {
    await sheaf.page.locator('[data-action="start.empty"]').click();
    await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
    expect((await overview()).counts.all).toBe(0);
  });

  it('brings in a pasted page of papers after a preview, and shows them', async () => {
    await writeClipboard(sheaf.app, await readFile(PAGE, 'utf8'));
    await sheaf.page.locator('.sidebar').waitFor();
    await sheaf.page.keyboard.press('ControlOrMeta+v');
    await sheaf.page.getByTestId('import-entries').waitFor();
    expect((await overview()).counts.all).toBe(0);
    await sheaf.page.locator('[data-action="import.commit"]').click();
    await list().getByRole('option').filter({ hasText: 'Marginalia as Memory' }).waitFor();
    expect((await overview()).counts.all).toBe(4);
  });

  it('says of every row where it stands in the list', async () => {
    const row = list().getByRole('option').first();
    expect(await row.getAttribute('aria-setsize')).toBe('4');
    expect(await row.getAttribute('aria-posinset')).toBe('1');
  });

  it('narrows the list while typing', async () => {
    await sheaf.page.getByTestId('filter').fill('gradients');
    await until(() => list().getByRole('option').count(), (count) => count === 1);
    await sheaf.page.getByTestId('filter').fill('');
    await until(() => list().getByRole('option').count(), (count) => count === 4);
  });

  it('marks a sentence by keys alone, and shows it beside the text', async () => {
    await list().getByRole('option').filter({ hasText: 'Marginalia as Memory' }).click();
    await sheaf.page.getByRole('heading', { level: 1, name: 'Marginalia as Memory' }).waitFor();
    await list().focus();
    await sheaf.page.keyboard.press(']');
    await sheaf.page.keyboard.press('h');
    await sheaf.page.locator('main mark').first().waitFor();
    expect(await sheaf.page.locator('main mark').first().textContent()).toContain('Marks in the margin');
  });

  it('tags by typing', async () => {
    await list().focus();
    await sheaf.page.keyboard.press('t');
    await sheaf.page.getByTestId('tag-field').fill('margins');
    await sheaf.page.keyboard.press('Enter');
    await until(overview, ({ tags }) => tags.some(({ name, count }) => name === 'margins' && count === 1));
    await sheaf.page.keyboard.press('Escape');
  });

  it('copies a reference as plain and rich text', async () => {
    await list().focus();
    await sheaf.page.keyboard.press('c');
    const { text, html } = await until(() => readClipboard(sheaf.app), ({ html }) => html.includes('Marginalia'));
    expect(text).not.toContain('<');
    expect(html).toContain('<i>');
  });

  it('writes the selection as BibTeX', async () => {
    await list().focus();
    await sheaf.page.keyboard.press('ControlOrMeta+a');
    await sheaf.page.keyboard.press('ControlOrMeta+e');
    const bib = await until(() => readFile(join(folder, 'out.bib'), 'utf8').catch(() => ''), (text) => text.includes('@'));
    expect(bib.match(/^@/gm)).toHaveLength(4);
  });

  it('takes back the tag, the mark and the import, in this order', async () => {
    const states: unknown[] = [];
    for (const turn of [1, 2, 3]) {
      const { library } = await overview();
      await list().or(sheaf.page.locator('body')).first().press('ControlOrMeta+z');
      const after = await until(overview, (seen) => seen.library.revision !== library.revision);
      states.push([turn, after.tags.length > 0 && after.tags[0]?.count === 1, after.counts.all]);
    }
    expect(states).toEqual([[1, false, 4], [2, false, 4], [3, false, 0]]);
  });

  it('has no accessibility fault that axe finds, in the library, the palette and the settings', async () => {
    await sheaf.page.keyboard.press('ControlOrMeta+Shift+z');
    await list().getByRole('option').first().waitFor();
    const found = [...(await violations(sheaf.page))];
    await sheaf.page.keyboard.press('ControlOrMeta+k');
    await sheaf.page.getByRole('dialog').waitFor();
    found.push(...(await violations(sheaf.page)));
    await sheaf.page.keyboard.press('Escape');
    await sheaf.page.locator('[data-action="app.settings"]').click();
    found.push(...(await violations(sheaf.page)));
    expect(found).toEqual([]);
  });
});
