import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import { Attachment } from '../../model/attachment.ts';
import type { Change } from '../../model/change.ts';
import { Id } from '../../model/id.ts';
import { command } from '../command.ts';
import { under } from '../multi-map.ts';
import { found } from '../selection.ts';
import { setChange } from '../set-change.ts';
import type { LibraryState } from '../state.ts';

export const AttachmentAdd = Attachment.omit({ id: true, added: true });
export const AttachmentAddAll = z.object({ files: z.array(AttachmentAdd).min(1) });
export const AttachmentRemove = z.object({ attachment: Id });
export const AttachmentEdit = z.object({ attachment: Id, title: z.string().trim().max(500).optional(), main: z.literal(true).optional() });
const Place = Attachment.pick({ kind: true, path: true, mediaType: true, bytes: true, sha256: true }).partial();
export const AttachmentPlace = z.object({ files: z.array(z.object({ attachment: Id, set: Place })).min(1) });

export const attachmentAdd = command(AttachmentAdd, (state, input, { now, newId }) => {
  if (!state.paper.has(input.paper)) return fail('not-found', 'The paper of this file is not in the library.', { details: { table: 'paper' } });
  const attachment: Attachment = { id: newId(), ...input, added: now };
  return ok({ changes: [{ op: 'put', table: 'attachment', id: attachment.id, record: attachment }], created: [attachment.id] });
});

/** Several at once, taken back at once. */
export const attachmentAddAll = command(AttachmentAddAll, (state, { files }, { now, newId }) => {
  if (files.some(({ paper }) => !state.paper.has(paper))) return fail('not-found', 'The paper of this file is not in the library.', { details: { table: 'paper' } });
  const records = files.map((file): Attachment => ({ id: newId(), ...file, added: now }));
  return ok({ changes: records.map((record): Change => ({ op: 'put', table: 'attachment', id: record.id, record })), created: records.map(({ id }) => id) });
});

/** Its file follows into the trash. */
export const attachmentRemove = command(AttachmentRemove, (state, { attachment: id }) => {
  const attachment = found(state, 'attachment', id);
  return attachment.ok ? ok({ changes: [{ op: 'remove', table: 'attachment', id, record: attachment.value }], created: [] }) : attachment;
});

/** Its title; or that it is the one its paper is read from, which no other file of the paper is then. */
export const attachmentEdit = command(AttachmentEdit, (state, { attachment: id, title, main }) => {
  const attachment = found(state, 'attachment', id);
  if (!attachment.ok) return attachment;
  const titled = title === undefined ? [] : setChange('attachment', attachment.value, { title: title === '' ? null : title });
  return ok({ changes: [...titled, ...(main ? mainOnly(state, attachment.value) : [])], created: [] });
});

const mainOnly = (state: LibraryState, chosen: Attachment): Change[] => [...under(state.index.attachment, chosen.paper)].flatMap((id) => {
  const one = state.attachment.get(id);
  return one ? setChange('attachment', one, { main: id === chosen.id ? true : null }) : [];
});

/** Where files are from now on: renamed, moved elsewhere by hand, or replaced by others. Their bytes follow where they are kept. */
export const attachmentPlace = command(AttachmentPlace, (state, { files }) => {
  const changes: Change[] = [];
  for (const { attachment: id, set: wanted } of files) {
    const attachment = found(state, 'attachment', id);
    if (!attachment.ok) return attachment;
    changes.push(...setChange('attachment', attachment.value, wanted));
  }
  return ok({ changes, created: [] });
});
