import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfPlace } from '../../src/contract/pdf-place.ts';
import type { Page } from 'playwright-core';
import { ask } from '../helpers/ask.ts';
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

/** The place that is remembered comes to be this. */
const placeIs = async (right: (place: PdfPlace) => boolean): Promise<void> => {
  const { attachments } = await ask(page(), 'papers.get', { id: await world.paperOf('The Long Harbour') });
  await until(() => ask(page(), 'attachment.place', { id: attachments[0]?.id ?? '' }), (place) => place !== null && right(place));
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
    // The page that was gone to does not take the focus once it is drawn: it would lead back whoever has gone on.
    await page().locator('.page[data-page-number="40"] .textLayer .endOfContent').waitFor({ state: 'attached' });
    expect(await page().evaluate('document.activeElement.classList.contains("textLayer")')).toBe(false);
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
    // Two steps before anything was drawn between them: back leads to the first, not to where both began.
    await page().evaluate(`for (const label of ['36', '38']) document.querySelector('.pdf-thumb[aria-label="Page ' + label + '"]').click()`);
    await onPage('38');
    await page().keyboard.press('Alt+ArrowLeft');
    await onPage('36');
    await page().keyboard.press('Alt+o');
    await page().getByRole('button', { name: 'The last page' }).click();
    await onPage('38');
    await page().keyboard.press('Alt+o');
  });

  it('tells what a link leads to while the pointer rests on it', async () => {
    // The way that the outline led may still be settling, and would lead back.
    await until(async () => { await pageField().fill('i'); await pageField().press('Enter'); await page().waitForTimeout(100); return pageField().inputValue(); }, (value) => value === 'i');
    const link = page().locator('.annotationLayer a').first();
    const told = page().locator('.pdf-link-preview');
    let step = 0;
    // The pages may still be settling, which hides it: a hand moves again.
    await until(async () => { await link.hover({ position: { x: 4 + (step++ % 8), y: 4 } }); return told.count(); }, (count) => count === 1);
    expect(await told.textContent()).toContain('Sheet number 40');
    await page().mouse.move(0, 0);
    await told.waitFor({ state: 'detached' });
  });

  it('is opened again where reading stopped, turned and laid as it was', async () => {
    await page().keyboard.press('Alt+r');
    await page().keyboard.press('Alt+2');
    await page().locator('.spread').first().waitFor();
    await placeIs(({ rotation, two }) => rotation === 90 && two);
    await pageField().fill('19');
    await pageField().press('Enter');
    await onPage('19');
    await placeIs((place) => place.page === 21);
    await onPage('19');
    await page().keyboard.press('a');
    await world.restart();
    await open('The Long Harbour');
    await page().locator('.spread').first().waitFor();
    await onPage('19');
    await page().locator('.page[data-page-number="22"] .textLayer[data-main-rotation="90"]').waitFor();
  });

  it('takes marks on its words, over two lines as one, which stay where they are when it is turned', async () => {
    await page().keyboard.press('Alt+2');
    await page().keyboard.press('Alt+Shift+r');
    await page().keyboard.press('Alt+0');
    await pageField().fill('2');
    await pageField().press('Enter');
    const [from, to] = [page().locator('.page[data-page-number="4"] .textLayer span', { hasText: 'second line' }), page().locator('.page[data-page-number="4"] .textLayer span', { hasText: 'over the end' })];
    await from.waitFor();
    const [first, last] = [await from.boundingBox(), await to.boundingBox()];
    if (first === null || last === null) throw new Error('The lines are not in view.');
    await page().mouse.move(first.x + 1, first.y + first.height / 2);
    await page().mouse.down();
    await page().mouse.move(last.x + last.width - 0.2, last.y + last.height / 2, { steps: 6 });
    await page().mouse.up();
    await page().getByRole('toolbar', { name: 'Mark the selected words' }).waitFor();
    await page().keyboard.press('2');
    await until(() => page().locator('.pdf-mark.mark-green').count(), (count) => count === 2);
    const { annotations } = await ask(page(), 'papers.get', { id: await world.paperOf('The Long Harbour') });
    expect(annotations).toMatchObject([{ kind: 'highlight', colour: 'green', selector: { exact: 'A second line, so that marks may run\nover the end of one.' }, target: { type: 'pdf', page: 4, label: '2' } }]);
    const quads = annotations[0]?.target.type === 'pdf' ? annotations[0].target.quads : [];
    // The lines stand at 644 and 606 points, and begin 72 from the left.
    expect(quads.map(([x, top, , , , bottom]) => [Math.round(x ?? 0), (top ?? 0) > 644 && (bottom ?? 0) <= 644])).toEqual([[72, true], [72, false]]);
    await page().locator('.pdf-pages').focus();
    await page().keyboard.press('Alt+r');
    const turned = page().locator('.page[data-page-number="4"] .pdf-mark').first();
    await until(async () => turned.boundingBox(), (box) => box !== null && box.height > box.width);
    await page().keyboard.press('Alt+Shift+r');
  });

  it('opens a mark where it stands; its words are found by search, and one undo takes it back', async () => {
    await page().locator('.page[data-page-number="4"] .pdf-mark').first().waitFor();
    await until(async () => page().locator('.page[data-page-number="4"] .pdf-mark').first().boundingBox(), (box) => box !== null && box.width > box.height);
    const box = await page().locator('.page[data-page-number="4"] .pdf-mark').first().boundingBox();
    if (box === null) throw new Error('The mark is not in view.');
    await page().mouse.click(box.x + 5, box.y + box.height / 2);
    await page().getByRole('dialog', { name: 'Mark' }).waitFor();
    expect(await violations(page())).toEqual([]);
    await page().getByRole('textbox', { name: 'Comment' }).fill('Remember the quay');
    await page().keyboard.press('ControlOrMeta+Enter');
    for (const text of ['quay', 'marks may run']) {
      await until(() => ask(page(), 'papers.query', { scope: { in: 'all' }, text, first: 5 }), ({ rows }) => rows.length === 1);
    }
    await page().locator('.pdf-pages').focus();
    await page().keyboard.press('ControlOrMeta+z');
    await page().keyboard.press('ControlOrMeta+z');
    await until(() => page().locator('.pdf-mark').count(), (count) => count === 0);
  });

  it('that is damaged says so, and the keys of the list stay the list’s', async () => {
    await page().keyboard.press('a');
    await open('Not Really There');
    await page().getByText('This file is damaged').waitFor();
    await page().keyboard.press('ControlOrMeta+f');
    expect(await page().evaluate('document.activeElement.closest(".pdf") === null && document.querySelector(".pdf-find") === null')).toBe(true);
  });
});

describe('several files', () => {
  it('stay open side by side: a tab leads to each with its paper, keys turn them, and a closed one hands over to its neighbour', async () => {
    const tabs = page().locator('.file-tab');
    const inSight = page().locator('.file-tab-current .file-tab-name');
    await open('The Long Harbour');
    await page().locator('.textLayer span').first().waitFor();
    await open('Not Really There');
    await until(() => tabs.allInnerTexts(), (titles) => titles.length === 2);
    await until(() => inSight.innerText(), (title) => title === 'Not Really There');
    await tabs.first().locator('.file-tab-name').click();
    await page().locator('.textLayer span').first().waitFor();
    await until(() => page().locator('.row-current').innerText(), (row) => row.includes('The Long Harbour'));
    expect(await violations(page())).toEqual([]);
    await page().keyboard.press('ControlOrMeta+PageUp');
    await until(() => inSight.innerText(), (title) => title === 'Not Really There');
    await page().getByRole('button', { name: 'Close Not Really There' }).click();
    await page().locator('.textLayer span').first().waitFor();
    await until(() => tabs.count(), (count) => count === 0);
    await until(() => page().locator('.row-current').innerText(), (row) => row.includes('The Long Harbour'));
  });
});
