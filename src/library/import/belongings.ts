import type { Attachment } from '../../model/attachment.ts';
import type { Change } from '../../model/change.ts';
import { mediaTypeOf } from '../../model/media-type.ts';
import type { Note } from '../../model/note.ts';
import type { Context } from '../command.ts';
import type { DraftRead } from '../draft.ts';

/** The notes and files that come with a draft, for the paper it becomes. Files stay where they are. */
export function belongings(paper: string, draft: DraftRead, { now, newId }: Context): Change[] {
  const notes = (draft.notes ?? []).filter((markdown) => markdown.trim() !== '').map((markdown): Note => ({ id: newId(), paper, markdown, added: now, changed: now }));
  const files = (draft.files ?? []).map(({ path, title, mediaType }): Attachment => ({ id: newId(), paper, kind: 'linked', path, ...(title ? { title } : {}), mediaType: mediaType ?? mediaTypeOf(path), added: now }));
  return [...notes.map((record): Change => ({ op: 'put', table: 'note', id: record.id, record })), ...files.map((record): Change => ({ op: 'put', table: 'attachment', id: record.id, record }))];
}
