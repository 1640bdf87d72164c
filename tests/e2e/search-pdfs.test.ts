import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { longPdf } from '../helpers/long-pdf.ts';
import { smallPdf } from '../helpers/small-pdf.ts';
import { until } from '../helpers/until.ts';
import { withPdfs, type WithPdfs } from '../helpers/with-pdfs.ts';

let app: WithPdfs;
beforeAll(async () => { app = await withPdfs({ 'The Long Harbour': longPdf(40), 'Ships': smallPdf(['Ballast', 'Water is taken in before a voyage.']) }); }, 60_000);
afterAll(() => app.close());

describe('words in PDFs', () => {
  it('are found once the PDFs have been read behind the work, and open where they stand', async () => {
    const { page } = app.sheaf();
    await until(() => ask(page, 'pdf.textProgress', {}), ({ pdfs, read }) => pdfs === 2 && read === 2, 30_000);
    await page.getByTestId('filter').fill('"lantern goes out"');
    await page.getByRole('button', { name: 'Look in the PDFs too' }).click();
    const row = page.getByRole('option', { name: /The Long Harbour/ });
    await row.getByText('In the PDF, p. 38:').waitFor();
    expect(await page.getByRole('listbox', { name: 'Papers' }).getByRole('option').count()).toBe(1);
    await row.getByText('In the PDF').click();
    await page.locator('.page[data-page-number="40"] .textLayer .highlight').first().waitFor();
    await until(() => page.locator('.pdf-page-field').inputValue(), (label) => label === '38');
    await until(() => page.locator('.pdf-find-count').textContent(), (count) => count?.includes('1') === true);
  });

  it('are looked for only while they are asked for', async () => {
    const { page } = app.sheaf();
    await page.getByTestId('filter').focus();
    await page.keyboard.press('Alt+p');
    await page.getByTestId('empty').waitFor();
    await page.getByTestId('filter').fill('pdf:voyage');
    await page.getByRole('option', { name: /Ships/ }).getByText('In the PDF, p. 1:').waitFor();
  });
});
