import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import { Annotation } from '../../model/annotation.ts';
import { Id } from '../../model/id.ts';
import { command } from '../command.ts';
import { found } from '../selection.ts';
import { imageName } from '../notes/images.ts';
import { textChange } from '../text-patch.ts';
import { tagNamed } from './tag.ts';

const { target, selector, kind, colour } = Annotation.shape;
export const AnnotationAdd = z.object({ paper: Id, target, selector, kind, colour, comment: z.string().default(''), image: z.string().max(300).refine((path) => imageName(path) !== null, 'is no image of the library').optional(), tags: z.array(Id).default([]) });
export const AnnotationEdit = z.object({ annotation: Id, colour: colour.optional(), comment: z.string().optional(), kind: kind.optional() });
export const AnnotationTag = z.object({ annotation: Id, name: z.string().trim().min(1).max(200) });
export const AnnotationUntag = z.object({ annotation: Id, tag: Id });
export const AnnotationDelete = z.object({ annotation: Id });

export const annotationAdd = command(AnnotationAdd, (state, input, { now, newId }) => {
  if (!state.paper.has(input.paper)) return fail('not-found', 'The paper of this mark is not in the library.', { details: { table: 'paper' } });
  const { image, ...rest } = input;
  const annotation: Annotation = { id: newId(), ...rest, ...(image === undefined ? {} : { image }), tags: [...new Set(input.tags)].sort(), added: now, changed: now };
  return ok({ changes: [{ op: 'put', table: 'annotation', id: annotation.id, record: annotation }], created: [annotation.id] });
});

export const annotationEdit = command(AnnotationEdit, (state, { annotation: id, comment, ...wanted }) => {
  const annotation = found(state, 'annotation', id);
  if (!annotation.ok) return annotation;
  const changes = (['colour', 'kind'] as const).flatMap((field): Change[] => {
    const [before, after] = [annotation.value[field], wanted[field]];
    return after === undefined || after === before ? [] : [{ op: 'set', table: 'annotation', id, before: { [field]: before }, after: { [field]: after } }];
  });
  if (comment !== undefined && comment !== annotation.value.comment) changes.push(textChange('annotation', id, 'comment', annotation.value.comment, comment));
  return ok({ changes, created: [] });
});

export const annotationDelete = command(AnnotationDelete, (state, { annotation: id }) => {
  const annotation = found(state, 'annotation', id);
  return annotation.ok ? ok({ changes: [{ op: 'remove', table: 'annotation', id, record: annotation.value }], created: [] }) : annotation;
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
