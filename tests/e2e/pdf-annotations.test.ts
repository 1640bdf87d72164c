import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { selectorFor } from '../../src/library/anchor.ts';
import type { FileMark } from '../../src/services/pdf/marks.ts';
import { writeMarks } from '../../src/services/pdf/write-marks.ts';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { longPdf } from '../helpers/long-pdf.ts';
import { until } from '../helpers/until.ts';
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

const foreign = (name: string, more: Partial<FileMark>): FileMark => ({ name, page: 1, quads: [[72, 691, 172, 691, 72, 679, 172, 679]], kind: 'highlight', colour: 'green', comment: 'By another hand', words: '', added: '2026-01-01T00:00:00.000Z', changed: '2026-01-01T00:00:00.000Z', ...more });
/** A PDF that another program had marked. */
async function markedElsewhere(): Promise<Buffer> {
  const written = await writeMarks(longPdf(3), [foreign('other-1', {}), foreign('other-2', { kind: 'underline', quads: [[72, 653, 272, 653, 72, 641, 272, 641]], colour: 'blue', comment: '' })], 'Somebody');
  if (!written.ok) throw new Error(written.error.message);
  return Buffer.from(written.value.bytes);
}
/** What the page itself shows in the middle of a place, in points from below: marks of the library lie beside it. */
const painted = (x: number, y: number): Promise<number[]> => page().evaluate(`(() => { const canvas = document.querySelector('.page[data-page-number="1"] canvas'); if (!canvas) return []; return [...canvas.getContext('2d').getImageData(${x} / 612 * canvas.width, ${792 - y} / 792 * canvas.height, 1, 1).data].slice(0, 3); })()`);
const choose = async (name: string): Promise<void> => {
  await page().keyboard.press('ControlOrMeta+k');
  await page().keyboard.type(name);
  await page().getByRole('option', { name }).first().waitFor();
  await page().keyboard.press('Enter');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-marked-'));
  world = await withPdfs({ 'The Long Harbour': longPdf(5), 'Marked Elsewhere': await markedElsewhere() });
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

  it('that another program made are shown, and taken over at once, once', async () => {
    await page().keyboard.press('a');
    await open('Marked Elsewhere');
    await until(() => painted(170, 681), ([red, green]) => red !== undefined && green !== undefined && green - red > 30);
    await choose('Take over the marks in this file');
    await page().getByText('2 marks taken over').waitFor();
    const { annotations } = await detailOf('Marked Elsewhere');
    expect(annotations.map(({ kind, colour, comment, selector }) => [kind, colour, comment, selector.exact])).toEqual([['highlight', 'green', 'By another hand', 'The lantern was lit'], ['underline', 'blue', '', 'A second line, so that marks may run']]);
    await page().locator('.pdf-mark').nth(1).waitFor();
    await until(() => painted(170, 681), (colour) => colour.every((part) => part > 250));
    await choose('Take over the marks in this file');
    await page().getByText('No new marks in this file, 2 there already').waitFor();
    await page().locator('.pdf-pages').focus();
    await page().keyboard.press('ControlOrMeta+z');
    await until(() => page().locator('.pdf-mark').count(), (count) => count === 0);
    await until(() => painted(170, 681), ([red, green]) => red !== undefined && green !== undefined && green - red > 30);
  });

  it('are notes, boxes and areas too: placed with a key and a click, commented, tagged, found by the tag', async () => {
    await page().keyboard.press('a');
    await open('The Long Harbour');
    const place = async (key: string, x: number, y: number, drag = 0): Promise<void> => {
      await page().keyboard.press(key);
      await page().locator('.pdf-placing').waitFor();
      const box = await page().locator('.page[data-page-number="1"]').boundingBox();
      if (box === null) throw new Error('The page is not in view.');
      await page().mouse.move(box.x + box.width * x, box.y + y);
      await page().mouse.down();
      if (drag > 0) await page().mouse.move(box.x + box.width * x + drag, box.y + y + drag / 2, { steps: 4 });
      await page().mouse.up();
      await page().getByRole('dialog', { name: 'Mark' }).waitFor();
    };
    await place('Alt+n', 0.8, 120);
    await page().keyboard.type('Ask the harbour master');
    await page().getByRole('combobox', { name: 'Add a tag' }).fill('quayside');
    await page().keyboard.press('Enter');
    await page().getByRole('button', { name: 'Take the tag quayside off this mark' }).waitFor();
    await page().keyboard.press('Escape');
    await place('Alt+x', 0.55, 200, 150);
    await page().keyboard.type('Written on the page');
    await page().keyboard.press('ControlOrMeta+Enter');
    await place('Alt+a', 0.1, 260, 120);
    await page().keyboard.press('Escape');
    const { annotations } = await detailOf('The Long Harbour');
    expect(annotations.map(({ kind, comment }) => [kind, comment])).toEqual([['highlight', 'Light'], ['note', 'Ask the harbour master'], ['text', 'Written on the page'], ['area', '']]);
    await page().locator('.pdf-mark-text', { hasText: 'Written on the page' }).waitFor();
    await until(() => ask(page(), 'papers.query', { scope: { in: 'all' }, text: 'quayside', first: 5 }), ({ rows }) => rows.length === 1);
    const { tags } = await ask(page(), 'library.overview', {});
    expect(tags.find(({ name }) => name === 'quayside')?.count).toBe(1);
    expect(annotations.at(-1)?.image).toMatch(/^files\/images\//);
  });

  it('are listed beside the pages by their place, and narrowed by words, kind and tag', async () => {
    await page().locator('.pdf-pages').focus();
    await page().keyboard.press('Alt+m');
    const rows = page().locator('.pdf-mark-row');
    await until(() => rows.count(), (count) => count === 4);
    await until(() => page().locator('.pdf-mark-row-image').evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)), (width) => width > 200);
    expect(await violations(page())).toEqual([]);
    await page().getByRole('searchbox', { name: 'Find in marks' }).fill('harbour MASTER');
    await until(() => rows.count(), (count) => count === 1);
    await page().getByRole('searchbox', { name: 'Find in marks' }).fill('');
    await page().getByRole('combobox', { name: 'Kind' }).selectOption('area');
    await until(() => rows.count(), (count) => count === 1);
    await page().getByRole('combobox', { name: 'Kind' }).selectOption('');
    await page().getByRole('combobox', { name: 'Tag', exact: true }).selectOption({ label: 'quayside' });
    await until(() => rows.count(), (count) => count === 1);
  });
});
