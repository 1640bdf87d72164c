import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { selectorFor } from '../../src/library/anchor.ts';
import { ask } from '../helpers/ask.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { longPdf } from '../helpers/long-pdf.ts';
import type { WithPdfs } from '../helpers/with-pdfs.ts';
import { withPdfs } from '../helpers/with-pdfs.ts';

let world: WithPdfs;
let folder = '';
const page = (): Page => world.sheaf().page;
const open = async (title: string): Promise<void> => {
  await page().getByRole('option').filter({ hasText: title }).click();
  await page().keyboard.press('o');
  await page().locator('.textLayer').first().waitFor();
};
const detailOf = async (title: string) => ask(page(), 'papers.get', { id: await world.paperOf(title) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-marked-'));
  world = await withPdfs({ 'The Long Harbour': longPdf(5) });
});
afterAll(async () => { await world.close(); await rm(folder, { recursive: true, force: true }); });

describe('marks of a PDF', () => {
  it('are saved in a copy of it from the bar, where the dialog says', async () => {
    const { paper, attachments } = await detailOf('The Long Harbour');
    const target = { type: 'pdf', attachment: attachments[0]?.id, page: 1, quads: [[72, 691, 172, 691, 72, 679, 172, 679]] };
    await ask(page(), 'command.run', { name: 'annotation.add', input: { paper: paper.id, target, selector: selectorFor('Sheet number 1\nThe lantern was lit before dusk', 15, 34), kind: 'highlight', colour: 'pink', comment: 'Light' } });
    await open('The Long Harbour');
    await chooseInDialogs(world.sheaf().app, join(folder, 'copy.pdf'));
    await page().getByRole('button', { name: 'Save a copy with marks' }).click();
    await page().getByText('1 mark saved in').waitFor();
    const copy = await readFile(join(folder, 'copy.pdf'), 'latin1');
    expect(copy.startsWith(longPdf(5).toString('latin1'))).toBe(true);
    expect(copy).toContain('/Subtype /Highlight');
  });
});
