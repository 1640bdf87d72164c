import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from '../helpers/axe.ts';
import { longPdf } from '../helpers/long-pdf.ts';
import { until } from '../helpers/until.ts';
import type { WithPdfs } from '../helpers/with-pdfs.ts';
import { withPdfs } from '../helpers/with-pdfs.ts';

let world: WithPdfs;
const page = (): Page => world.sheaf().page;
const pageField = () => page().locator('.pdf-page-field');
const onPage = async (label: string): Promise<void> => { await until(() => pageField().inputValue(), (value) => value === label); };
const open = async (title: string): Promise<void> => {
  await page().getByRole('option').filter({ hasText: title }).click();
  await page().keyboard.press('o');
};

beforeAll(async () => {
  world = await withPdfs({ 'The Long Harbour': longPdf(40), 'Not Really There': Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300, 'x'), Buffer.from('\n%%EOF')]) });
});
afterAll(async () => { await world.close(); });

describe('a PDF', () => {
  it('opens with its printed page numbers, and is found in by Ctrl+F: all hits counted, next and previous', async () => {
    await open('The Long Harbour');
    await page().locator('.textLayer').getByText('Sheet number 1', { exact: true }).waitFor();
    await onPage('i');
    await page().keyboard.press('ControlOrMeta+f');
    await page().getByRole('textbox', { name: 'Find in this PDF' }).fill('lantern');
    await page().getByText('1 of 41').waitFor();
    await page().keyboard.press('Shift+Enter');
    await page().getByText('41 of 41').waitFor();
    await onPage('38');
    await page().getByRole('button', { name: 'Match case' }).click();
    await page().getByText('of 40').waitFor();
    await page().getByRole('textbox', { name: 'Find in this PDF' }).fill('Lant');
    await page().getByText('1 of 1').waitFor();
    await page().getByRole('button', { name: 'Whole words' }).click();
    await page().getByText('No hits').waitFor();
    expect(await violations(page())).toEqual([]);
    // What pdf.js puts aside for itself must not make the window scroll.
    expect(await page().evaluate('[document.documentElement.scrollHeight > innerHeight, scrollY]')).toEqual([false, 0]);
    await page().keyboard.press('Escape');
    await page().locator('.pdf-find').waitFor({ state: 'detached' });
  });

  it('goes to a page by its printed number, follows a link, and comes back', async () => {
    await pageField().fill('i');
    await pageField().press('Enter');
    await onPage('i');
    await page().locator('.annotationLayer a').first().click();
    await onPage('38');
    await page().keyboard.press('Alt+ArrowLeft');
    await onPage('i');
    await page().keyboard.press('Alt+ArrowRight');
    await onPage('38');
  });

  it('shows its pages small and its outline', async () => {
    await page().keyboard.press('Alt+t');
    await page().getByRole('button', { name: 'Page 38' }).waitFor();
    await page().getByRole('button', { name: 'Page 37' }).click();
    await onPage('37');
    expect(await page().locator('.pdf-thumb').count()).toBeLessThan(20);
    await page().keyboard.press('Alt+o');
    await page().getByRole('button', { name: 'The last page' }).click();
    await onPage('38');
    await page().keyboard.press('Alt+o');
  });

  it('is opened again where reading stopped, turned and laid as it was', async () => {
    await pageField().fill('19');
    await pageField().press('Enter');
    await page().keyboard.press('Alt+r');
    await page().keyboard.press('Alt+2');
    await page().locator('.spread').first().waitFor();
    await page().keyboard.press('a');
    await world.restart();
    await open('The Long Harbour');
    await page().locator('.spread').first().waitFor();
    await onPage('19');
    await page().locator('.page[data-page-number="22"] .textLayer[data-main-rotation="90"]').waitFor();
  });

  it('that is damaged says so, and the keys of the list stay the list’s', async () => {
    await page().keyboard.press('a');
    await open('Not Really There');
    await page().getByText('This file is damaged').waitFor();
    await page().keyboard.press('ControlOrMeta+f');
    expect(await page().evaluate('document.activeElement.closest(".pdf") === null && document.querySelector(".pdf-find") === null')).toBe(true);
  });
});
