import { afterAll, beforeAll, describe, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { longPdf } from '../helpers/long-pdf.ts';
import { until } from '../helpers/until.ts';
import type { WithPdfs } from '../helpers/with-pdfs.ts';
import { withPdfs } from '../helpers/with-pdfs.ts';

/** Links out of notes to the very words of a PDF. */
let world: WithPdfs;
beforeAll(async () => { world = await withPdfs({ 'The Long Harbour': longPdf(40) }); });
afterAll(async () => { await world.close(); });

describe('a link to a passage', () => {
  it('of a PDF opens its page, and the mark on it', async () => {
    const { page, app } = world.sheaf();
    const paper = await world.paperOf('The Long Harbour');
    const { attachments } = await ask(page, 'papers.get', { id: paper });
    const target = { type: 'pdf', attachment: attachments[0]?.id, page: 30, quads: [[72, 720, 200, 720, 72, 700, 200, 700]] };
    const { created } = await ask(page, 'command.run', { name: 'annotation.add', input: { paper, target, selector: { exact: 'Sheet', prefix: '', suffix: '', start: 0, end: 5 }, kind: 'highlight', colour: 'green', comment: '' } });
    await app.evaluate(({ app: desktop }, link) => { desktop.emit('open-url', { preventDefault: () => undefined }, link); }, `sheaf://open/paper0/${created[0] ?? ''}`);
    const mark = page.locator('.page[data-page-number="30"] .pdf-mark').first();
    await mark.waitFor();
    const inSight = `(() => { const view = document.querySelector('.pdfViewer').parentElement.getBoundingClientRect(); const box = document.querySelector('.page[data-page-number="30"] .pdf-mark').getBoundingClientRect(); return box.top >= view.top && box.bottom <= view.bottom; })()`;
    await until(() => page.evaluate<boolean>(inSight), Boolean);
  });
});
