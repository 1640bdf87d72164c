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

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-former-keys-'));
  sheaf = await launchSheaf({ env: { HOME: folder } });
  sheaf.page.setDefaultTimeout(15_000);
  await sheaf.page.getByRole('button', { name: /example/i }).first().click();
  await sheaf.page.getByRole('option', { name: /Attention Is All You Need/ }).click();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

const paper = async (key: string): Promise<string> => (await ask(sheaf.page, 'papers.find', { names: [key] }))[0]?.ids[0] ?? '';

it('a link with a key that a paper had opens the paper', async () => {
  const { page, app } = sheaf;
  await ask(page, 'command.run', { name: 'paper.edit', input: { paper: await paper('he2016deep'), set: { citationKey: 'resnet' } } });
  await app.evaluate(({ app: sheafApp }) => { sheafApp.emit('open-url', { preventDefault: () => undefined }, 'sheaf://open/he2016deep'); });
  await page.locator('.abstract-page').getByRole('heading', { name: /Deep Residual Learning/ }).waitFor();
});

it('words that are quoted before they are marked are taken back with one undo', async () => {
  const { page } = sheaf;
  const id = await paper('resnet');
  await page.keyboard.press(']');
  await page.keyboard.press('Shift+q');
  await until(() => ask(page, 'papers.get', { id }), ({ notes, annotations }) => notes.length === 1 && annotations.length === 1);
  await page.keyboard.press('Control+z');
  const after = await until(() => ask(page, 'papers.get', { id }), ({ notes }) => notes.length === 0);
  expect(after.annotations).toEqual([]);
});

it('Escape leaves a note while papers are still being looked for', async () => {
  const { page } = sheaf;
  await page.keyboard.press('n');
  const editor = page.locator('.cm-content');
  await editor.waitFor();
  // Within one turn of the window, so that no list can be shown between the two.
  await editor.evaluate(async (element) => {
    document.execCommand('insertText', false, '[@va');
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', keyCode: 27, bubbles: true, cancelable: true }));
  });
  await until(() => editor.evaluateAll((all) => all.some((one) => one.contains(document.activeElement))), (inside) => !inside);
});
