import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import { Annotation } from '../../model/annotation.ts';
import { Id } from '../../model/id.ts';
import { command, type Context } from '../command.ts';
import { setChange } from '../set-change.ts';
import { found } from '../selection.ts';
import { imageName } from '../notes/images.ts';
import { textChange } from '../text-patch.ts';
import { quoteOf } from '../notes/quotes.ts';
import { noteWrite } from './note.ts';
import { tagNamed } from './tag.ts';

const { target, selector, kind, colour } = Annotation.shape;
export const AnnotationAdd = z.object({ paper: Id, target, selector, kind, colour, comment: z.string().default(''), image: z.string().max(300).refine((path) => imageName(path) !== null, 'is no image of the library').optional(), tags: z.array(Id).default([]) });
export const AnnotationEdit = z.object({ annotation: Id, colour: colour.optional(), comment: z.string().optional(), kind: kind.optional() });
export const AnnotationQuote = AnnotationAdd.extend({ note: Id.optional() });
export const AnnotationTag = z.object({ annotation: Id, name: z.string().trim().min(1).max(200) });
export const AnnotationUntag = z.object({ annotation: Id, tag: Id });
export const AnnotationDelete = z.object({ annotation: Id });

function annotationOf({ image, tags, ...rest }: z.output<typeof AnnotationAdd>, { now, newId }: Context): Annotation {
  return { id: newId(), ...rest, ...(image === undefined ? {} : { image }), tags: [...new Set(tags)].sort(), added: now, changed: now };
}
const put = (record: Annotation): Change => ({ op: 'put', table: 'annotation', id: record.id, record });

export const annotationAdd = command(AnnotationAdd, (state, input, context) => {
  if (!state.paper.has(input.paper)) return fail('not-found', 'The paper of this mark is not in the library.', { details: { table: 'paper' } });
  const annotation = annotationOf(input, context);
  return ok({ changes: [put(annotation)], created: [annotation.id] });
});

export const annotationEdit = command(AnnotationEdit, (state, { annotation: id, comment, ...wanted }) => {
  const annotation = found(state, 'annotation', id);
  if (!annotation.ok) return annotation;
  const changes = setChange('annotation', annotation.value, wanted);
  if (comment !== undefined && comment !== annotation.value.comment) changes.push(textChange('annotation', id, 'comment', annotation.value.comment, comment));
  return ok({ changes, created: [] });
});

export const annotationDelete = command(AnnotationDelete, (state, { annotation: id }) => {
  const annotation = found(state, 'annotation', id);
  return annotation.ok ? ok({ changes: [{ op: 'remove', table: 'annotation', id, record: annotation.value }], created: [] }) : annotation;
});

/** Marks words and quotes them in a note at once: at the end of the one named, else in a new one of the paper. One undo takes both back. */
export const annotationQuote = command(AnnotationQuote, (state, { note: into, ...input }, context) => {
  const paper = found(state, 'paper', input.paper);
  if (!paper.ok) return paper;
  const annotation = annotationOf(input, context);
  const quote = quoteOf(annotation, paper.value.citationKey);
  const note = into === undefined ? null : found(state, 'note', into);
  if (note?.ok === false) return note;
  const written = noteWrite.run(state, note === null ? { paper: input.paper, markdown: `${quote}\n` } : { note: note.value.id, markdown: `${note.value.markdown.trimEnd()}\n\n${quote}\n` }, context);
  return written.ok ? ok({ changes: [put(annotation), ...written.value.changes], created: [annotation.id, ...written.value.created] }) : written;
});

/** Tags a mark; a tag that is not there yet is made. */
export const annotationTag = command(AnnotationTag, (state, { annotation: id, name }, { newId }) => {
  const annotation = found(state, 'annotation', id);
  if (!annotation.ok) return annotation;
  const existing = tagNamed(state, name);
  const tag = existing ?? { id: newId(), name };
  if (annotation.value.tags.includes(tag.id)) return ok({ changes: [], created: [] });
  const made: Change[] = existing ? [] : [{ op: 'put', table: 'tag', id: tag.id, record: tag }];
  return ok({ changes: [...made, { op: 'add', table: 'annotation', id, field: 'tags', element: tag.id }], created: existing ? [] : [tag.id] });
});

export const annotationUntag = command(AnnotationUntag, (state, { annotation: id, tag }) => {
  const annotation = found(state, 'annotation', id);
  if (!annotation.ok) return annotation;
  return ok({ changes: annotation.value.tags.includes(tag) ? [{ op: 'drop', table: 'annotation', id, field: 'tags', element: tag }] : [], created: [] });
});
