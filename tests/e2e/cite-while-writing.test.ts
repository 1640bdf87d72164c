import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-citing-'));
  port = await freePort();
  sheaf = await launchSheaf({ env: { HOME: folder } });
  sheaf.page.setDefaultTimeout(15_000);
  await sheaf.page.getByRole('button', { name: /example/i }).first().click();
  await sheaf.page.getByRole('option', { name: /Attention Is All You Need/ }).waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

/** A port that nobody has now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}

const cayw = (query: string): Promise<string> => fetch(`http://127.0.0.1:${String(port)}/better-bibtex/cayw?${query}`).then((answer) => answer.text());

/** Asks as an editor does; gives the picker that opens, and the answer that comes later. */
async function asking(query: string): Promise<{ picker: Page; answer: Promise<string> }> {
  const [picker, answer] = [sheaf.app.waitForEvent('window'), cayw(query)];
  const page = await picker;
  page.setDefaultTimeout(15_000);
  await page.getByTestId('cite-field').waitFor();
  return { picker: page, answer };
}

/** The key after which the window is gone, maybe before the driver hears that the key was pressed. */
const last = (picker: Page, key: string): Promise<void> => picker.keyboard.press(key).catch(() => undefined);

describe('citing from an editor', () => {
  it('is off until it is allowed in the settings', async () => {
    await ask(sheaf.page, 'settings.set', { citing: { allowed: false, port } });
    await expect(cayw('probe=1')).rejects.toThrow();
    await sheaf.page.getByRole('button', { name: 'Settings' }).click();
    await sheaf.page.getByTestId('settings-search').fill('cayw');
    await sheaf.page.locator('.segment', { hasText: 'Yes' }).click();
    await sheaf.page.getByText(`Listening at http://127.0.0.1:${String(port)}/better-bibtex/cayw`).waitFor();
    expect(await violations(sheaf.page)).toEqual([]);
    expect(await cayw('probe=1')).toBe('ready');
  });

  it('picks with the keyboard alone: words, a place, another work', async () => {
    const { picker, answer } = await asking('format=biblatex');
    expect(await violations(picker)).toEqual([]);
    // Enter waits for what the words find: nobody is given the first of another list.
    await picker.keyboard.type('residual learning');
    await picker.keyboard.press('Enter');
    await picker.getByRole('button', { name: /^he2016deep/ }).waitFor();
    await picker.keyboard.type('p. 4');
    await picker.getByText('Place in he2016deep: p. 4').waitFor();
    await picker.keyboard.press('Enter');
    await picker.keyboard.type('attention');
    await picker.keyboard.press('Enter');
    await picker.getByRole('button', { name: /^vaswani2017/ }).waitFor();
    await last(picker, 'Enter');
    expect(await answer).toMatch(/^\\autocites\[p\. 4\]\{he2016deep\}\{vaswani2017\w+\}$/);
    await until(() => Promise.resolve(sheaf.app.windows().length), (count) => count === 1);
  });

  it('sets the words around a work', async () => {
    const { picker, answer } = await asking('format=pandoc&brackets=1');
    await picker.getByTestId('cite-field').fill('turing');
    await picker.getByRole('option', { name: /Computing Machinery/ }).click();
    await picker.getByRole('button', { name: /^turing1950/ }).click();
    await picker.getByLabel('Before').fill('see');
    await picker.getByLabel('Place', { exact: true }).fill('433-460');
    await picker.getByLabel('Without the author').check();
    expect(await violations(picker)).toEqual([]);
    await picker.getByRole('button', { name: 'Insert' }).click().catch(() => undefined);
    expect(await answer).toMatch(/^\[see -@turing1950\w*, pp\. 433-460\]$/);
  });

  it('gives nothing when it is cancelled', async () => {
    const { picker, answer } = await asking('format=latex');
    await last(picker, 'Escape');
    expect(await answer).toBe('');
  });

  it('stops with the setting', async () => {
    await ask(sheaf.page, 'settings.set', { citing: { allowed: false, port } });
    await expect(cayw('probe=1')).rejects.toThrow();
  });
});
