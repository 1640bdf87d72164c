import { basename } from 'node:path';
import { fail, ok } from '../../../contract/errors.ts';
import { under } from '../../../library/multi-map.ts';
import type { Handlers } from '../handlers.ts';
import { attachments } from './attachments.ts';

/** What is known of the PDFs; the files themselves are never opened here. */
export const pdfs: Handlers<'pdf.marked'> = {
  async 'pdf.marked'(session, { attachment: id }) {
    const { state, folder } = session.store;
    const found = await attachments['attachment.locate'](session, { id });
    if (!found.ok) return found;
    const attachment = state.attachment.get(id);
    if (attachment?.mediaType !== 'application/pdf') return fail('unsupported', 'That file is not a PDF.');
    const marks = [...under(state.index.annotation, attachment.paper)].sort().flatMap((one) => state.annotation.get(one) ?? []).filter(({ target }) => target.type === 'pdf' && target.attachment === id);
    return ok({ file: found.value.file, name: basename(found.value.file), folder, paper: attachment.paper, marks });
  },
};
