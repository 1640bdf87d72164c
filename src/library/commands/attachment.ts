import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import { Attachment } from '../../model/attachment.ts';
import { Id } from '../../model/id.ts';
import { command } from '../command.ts';
import { found } from '../selection.ts';

export const AttachmentAdd = Attachment.omit({ id: true, added: true });
export const AttachmentRemove = z.object({ attachment: Id });

export const attachmentAdd = command(AttachmentAdd, (state, input, { now, newId }) => {
  if (!state.paper.has(input.paper)) return fail('not-found', 'The paper of this file is not in the library.');
  const attachment: Attachment = { id: newId(), ...input, added: now };
  return ok({ changes: [{ op: 'put', table: 'attachment', id: attachment.id, record: attachment }], created: [attachment.id] });
});

/** Its file follows into the trash. */
export const attachmentRemove = command(AttachmentRemove, (state, { attachment: id }) => {
  const attachment = found(state, 'attachment', id);
  return attachment.ok ? ok({ changes: [{ op: 'remove', table: 'attachment', id, record: attachment.value }], created: [] }) : attachment;
});
