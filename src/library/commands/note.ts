import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import { Id } from '../../model/id.ts';
import type { Note } from '../../model/note.ts';
import { command } from '../command.ts';
import { found } from '../selection.ts';
import { textChange } from '../text-patch.ts';

export const NoteWrite = z.object({ paper: Id.optional(), note: Id.optional(), title: z.string().optional(), markdown: z.string().max(4_000_000) });
export const NoteDelete = z.object({ note: Id });

/** Writes a note: a new one, or the new text of one that is there. */
export const noteWrite = command(NoteWrite, (state, { paper, note: id, title, markdown }, { now, newId }) => {
  if (id === undefined) {
    if (paper !== undefined && !state.paper.has(paper)) return fail('not-found', 'The paper of this note is not in the library.', { details: { table: 'paper' } });
    const note: Note = { id: newId(), ...(paper === undefined ? {} : { paper }), ...(title === undefined ? {} : { title }), markdown, added: now, changed: now };
    return ok({ changes: [{ op: 'put', table: 'note', id: note.id, record: note }], created: [note.id] });
  }
  const note = found(state, 'note', id);
  if (!note.ok) return note;
  const changes: Change[] = [];
  if (note.value.markdown !== markdown) changes.push(textChange('note', id, 'markdown', note.value.markdown, markdown));
  if (title !== undefined && title !== (note.value.title ?? '')) changes.push({ op: 'set', table: 'note', id, before: { title: note.value.title ?? null }, after: { title: title === '' ? null : title } });
  return ok({ changes, created: [] });
});

export const noteDelete = command(NoteDelete, (state, { note: id }) => {
  const note = found(state, 'note', id);
  return note.ok ? ok({ changes: [{ op: 'remove', table: 'note', id, record: note.value }], created: [] }) : note;
});
