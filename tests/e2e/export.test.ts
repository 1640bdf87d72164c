import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { readClipboard } from '../helpers/clipboard.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

const BIB = `@article{lovelace1843, title = {Notes on the Analytical Engine}, author = {Lovelace, Ada}, year = {1843}, journal = {Scientific Memoirs}, abstract = {The engine weaves.}, keywords = {engines}}
@article{turing1936, title = {On Computable Numbers}, author = {Turing, Alan}, year = {1936}, doi = {10.1112/plms/s2-42.1.230}}`;
let folder: string;
let sheaf: Launched;
const dialog = () => sheaf.page.getByRole('dialog', { name: 'Export' });
const format = (name: string) => dialog().getByRole('option', { name: new RegExp(`^${name}\\b`) });
const written = () => readFile(join(folder, 'out.txt'), 'utf8').catch(() => '');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-export-'));
  sheaf = await launchSheaf({ library: join(folder, 'Library'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_EXPORT_TO: join(folder, 'out.txt') } });
  sheaf.page.setDefaultTimeout(15_000);
  await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
  const { preview } = await ask(sheaf.page, 'import.preview', { source: { text: BIB, name: 'refs.bib' } });
  await ask(sheaf.page, 'import.commit', { preview });
  await sheaf.page.getByRole('option').filter({ hasText: 'Computable' }).click();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('exporting', () => {
  it('says before anything is written what the format cannot hold', async () => {
    await sheaf.page.keyboard.press('ControlOrMeta+Shift+e');
    await dialog().getByText('Whole library (2)').click();
    await format('Citation File Format').click();
    await dialog().getByText('Citation File Format cannot hold everything:').waitFor();
    expect(await dialog().locator('.export-losses li').filter({ hasText: 'Citation key' }).textContent()).toContain('lost in 2 papers');
    expect(await written()).toBe('');
    expect(await violations(sheaf.page)).toEqual([]);
  });

  it('writes the papers that were picked out, without the fields that stay out', async () => {
    await format('RIS').click();
    await dialog().getByLabel('Abstract').check();
    await sheaf.page.locator('[data-action="export.save"]').click();
    const ris = await until(written, (text) => text.includes('ER  -'));
    expect(ris.match(/^TY {2}-/gm)).toHaveLength(2);
    expect(ris).not.toContain('weaves');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('remembers the format and its choices', async () => {
    await sheaf.page.keyboard.press('ControlOrMeta+Shift+e');
    await dialog().waitFor();
    expect(await format('RIS').getAttribute('aria-selected')).toBe('true');
    expect(await dialog().getByLabel('Abstract').isChecked()).toBe(true);
    expect(await sheaf.page.locator('[data-action="export.save"]').textContent()).toContain('1 paper');
  });

  it('copies a bibliography in a style, all from the keyboard', async () => {
    await sheaf.page.keyboard.press('End');
    await sheaf.page.keyboard.press('ArrowUp');
    await until(() => format('Bibliography as plain text').getAttribute('aria-selected'), (chosen) => chosen === 'true');
    await sheaf.page.locator('[data-action="export.copy"]').press('Enter');
    const { text } = await until(() => readClipboard(sheaf.app), (clip) => clip.text.includes('Computable'));
    expect(text.trim()).toBe('Turing, A. (1936). On Computable Numbers. https://doi.org/10.1112/plms/s2-42.1.230');
  });
});
