import { ok } from '../../../contract/errors.ts';
import type { PdfHit } from '../../../contract/pdf-texts.ts';
import { under } from '../../../library/multi-map.ts';
import { queryFor } from '../../../search/in-pdfs.ts';
import { pageHit } from '../../../search/pages.ts';
import type { ParsedQuery } from '../../../search/query.ts';
import type { Handlers } from '../handlers.ts';
import { pause } from '../pause.ts';
import type { Session } from '../session.ts';
import { attachments } from './attachments.ts';

/** Words in the PDFs; what reads them asks here what is to be read. */
export const pdfTexts: Handlers<'pdf.hits' | 'pdf.textProgress' | 'pdf.textWork' | 'pdf.textDone'> = {
  async 'pdf.hits'(session, { text, papers }) {
    const query = queryFor(text);
    const hits: PdfHit[] = [];
    for (const paper of papers) hits.push(...await hitsIn(session, paper, query));
    return ok(hits);
  },

  'pdf.textProgress': async ({ pdfTexts: texts }) => ok(await texts.progress()),

  async 'pdf.textWork'(session) {
    return ok(await session.pdfTexts.next(async (id) => {
      const found = await attachments['attachment.locate'](session, { id });
      return found.ok ? found.value.file : null;
    }));
  },

  async 'pdf.textDone'({ pdfTexts: texts }, { work, done }) {
    await texts.done(work, done);
    return ok(null);
  },
};

/** The first PDF of a paper in which something of the query stands. */
async function hitsIn({ store: { state }, pdfTexts: texts }: Session, paper: string, query: ParsedQuery): Promise<PdfHit[]> {
  for (const id of [...under(state.index.attachment, paper)].sort()) {
    if (state.attachment.get(id)?.mediaType !== 'application/pdf') continue;
    const text = await texts.text(id);
    await pause();
    const hit = text === null ? null : pageHit(text.pages, query);
    if (hit !== null) return [{ paper, attachment: id, page: hit.page + 1, label: text?.labels?.[hit.page] ?? String(hit.page + 1), pages: hit.pages, passage: hit.passage }];
  }
  return [];
}
