import { marksAsNote } from '../../formats/prepare.ts';
import type { Annotation, TravellingMark } from '../../model/annotation.ts';
import type { Attachment } from '../../model/attachment.ts';
import type { Change } from '../../model/change.ts';
import type { Id } from '../../model/id.ts';
import { mediaTypeOf } from '../../model/media-type.ts';
import type { Note } from '../../model/note.ts';
import type { Context } from '../command.ts';
import type { DraftRead } from '../draft.ts';
import { pageName } from '../notes/quotes.ts';
import { sameMark, targetOf } from '../travelling-marks.ts';
import type { Names } from './names.ts';

/** What a paper that is joined has already: it does not come again. */
export interface Known { notes: readonly string[]; files: readonly Attachment[]; marks: readonly Annotation[] }
const NOTHING: Known = { notes: [], files: [], marks: [] };

/** The notes, files and marks that come with a draft, for the paper it becomes. Files stay where they are. */
export function belongings(paper: Id, draft: DraftRead, names: Names, context: Context, known: Known = NOTHING): Change[] {
  const { now, newId } = context;
  const files = (draft.files ?? []).map(({ path, title, mediaType }): Attachment => known.files.find((file) => isAt(file, path))
    ?? { id: newId(), paper, kind: 'linked', path, ...(title ? { title } : {}), mediaType: mediaType ?? mediaTypeOf(path), added: now });
  const { marks, lone } = marksOn(paper, draft, files.map(({ id }) => id), names, newId);
  const texts = [...(draft.notes ?? []), ...lone].filter((markdown) => markdown.trim() !== '' && !known.notes.includes(markdown));
  const notes = texts.map((markdown): Note => ({ id: newId(), paper, markdown, added: now, changed: now }));
  return [
    ...put('note', notes), ...put('attachment', files.filter((file) => !known.files.includes(file))),
    ...put('annotation', marks.filter((mark) => !known.marks.some((one) => sameMark(one, mark)))),
  ];
}

const put = (table: 'note' | 'attachment' | 'annotation', records: readonly { id: Id }[]): Change[] => records.map((record): Change => ({ op: 'put', table, id: record.id, record }));

/** Whether a file lies there: a kept one is named from within its library, and leaves by its whole path. */
const isAt = (file: Attachment, path: string): boolean => file.path === path || (file.kind === 'kept' && path.replace(/\\/g, '/').endsWith(`/${file.path}`));

/** The marks of a draft; what was marked in files that did not come along is kept as a note. */
function marksOn(paper: Id, { marks: travelling = [] }: DraftRead, files: readonly Id[], names: Names, newId: () => Id): { marks: Annotation[]; lone: string[] } {
  const marks: Annotation[] = [];
  const left: TravellingMark[] = [];
  for (const { target: _target, tags, orphan, origin, ...mark } of travelling) {
    const target = targetOf({ target: _target }, files);
    if (target === null) left.push({ ...mark, target: _target, tags });
    else marks.push({ id: newId(), paper, ...mark, target, tags: names.tags(tags), ...(orphan === undefined ? {} : { orphan }), ...(origin === undefined ? {} : { origin }) });
  }
  const said = left.map(({ selector, comment, target }) => ({ quote: selector.exact, comment, ...(target.type === 'pdf' ? { page: pageName(target) } : {}) }));
  return { marks, lone: said.length === 0 ? [] : [marksAsNote(said)] };
}
