import { basename, dirname, join } from 'node:path';
import { fail, ok } from '../../../contract/errors.ts';
import { under } from '../../../library/multi-map.ts';
import { SIDECAR_HEAD, sidecarName, sidecarText } from '../../../library/sidecar.ts';
import { errorCode, isFull } from '../../disk/disk.ts';
import { replaceFile } from '../../disk/replace.ts';
import type { Handlers } from '../handlers.ts';
import { attachments } from './attachments.ts';

/** What is known of the PDFs; the files themselves are never opened here. */
export const pdfs: Handlers<'pdf.marked' | 'pdf.sidecar'> = {
  async 'pdf.marked'(session, { attachment: id }) {
    const { state, folder } = session.store;
    const found = await attachments['attachment.locate'](session, { id });
    if (!found.ok) return found;
    const attachment = state.attachment.get(id);
    if (attachment?.mediaType !== 'application/pdf') return fail('unsupported', 'That file is not a PDF.', { details: { reason: 'no-pdf' } });
    const marks = [...under(state.index.annotation, attachment.paper)].sort().flatMap((one) => state.annotation.get(one) ?? []).filter(({ target }) => target.type === 'pdf' && target.attachment === id);
    return ok({ file: found.value.file, name: basename(found.value.file), folder, paper: attachment.paper, marks });
  },

  async 'pdf.sidecar'(session, { attachment }) {
    const { store: { state, readOnly }, disk } = session;
    const found = await pdfs['pdf.marked'](session, { attachment });
    if (!found.ok) return found;
    const { file, name, paper: id, marks } = found.value;
    const paper = state.paper.get(id);
    if (paper === undefined || marks.length === 0) return fail('not-found', 'Nothing is marked in this PDF yet.', { details: { reason: 'no-marks' } });
    const to = join(dirname(file), sidecarName(name));
    const before = await disk.read(to).catch(() => null);
    if (readOnly || (before !== null && !Buffer.from(before).toString('utf8').startsWith(SIDECAR_HEAD))) return fail('conflict', `${to} is another file and is not written over.`, { details: { reason: 'other-file', file: to } });
    try {
      await replaceFile(disk, to, Buffer.from(sidecarText(paper, name, marks, (tag) => state.tag.get(tag)?.name ?? '')));
    } catch (error) {
      return isFull(error) ? fail('no-space', 'There is no room left on that disk.', { details: { reason: 'there' } }) : fail('not-allowed', `${to} cannot be written (${errorCode(error) || 'unknown'}).`, { details: { reason: 'write', file: to, error: errorCode(error) || 'unknown' } });
    }
    return ok({ file: to, marks: marks.length });
  },
};
