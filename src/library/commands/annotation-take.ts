import { z } from 'zod';
import { fail, ok } from '../../contract/errors.ts';
import { Annotation } from '../../model/annotation.ts';
import type { Change } from '../../model/change.ts';
import { Id } from '../../model/id.ts';
import { command } from '../command.ts';
import { under } from '../multi-map.ts';

const { selector, kind, colour } = Annotation.shape;
/** A mark that is in a file already; `origin` tells it from the others of the file. */
export const TakenMark = z.object({ page: z.number().int().positive(), label: z.string().min(1).max(40).optional(), quads: z.array(z.array(z.number()).length(8)).min(1), selector, kind, colour, comment: z.string(), origin: z.string().min(1).max(300) });
export type TakenMark = z.infer<typeof TakenMark>;
export const AnnotationTakeOver = z.object({ attachment: Id, marks: z.array(TakenMark).max(50_000) });

/** The name that a mark of ours has in a file (see src/services/pdf). */
const OURS = /^sheaf-([0-9A-HJKMNP-TV-Z]{26})$/;

/** Marks of a PDF become marks of the library, at once. Those that came from the library, or were taken over before, are there already. */
export const annotationTakeOver = command(AnnotationTakeOver, (state, { attachment: id, marks }, { now, newId }) => {
  const attachment = state.attachment.get(id);
  if (!attachment) return fail('not-found', 'That file is not in the library.', { details: { table: 'attachment' } });
  const there = [...under(state.index.annotation, attachment.paper)].flatMap((one) => state.annotation.get(one) ?? []).filter(({ target }) => target.type === 'pdf' && target.attachment === id);
  const known = new Set(there.flatMap((one) => [one.id, ...(one.origin === undefined ? [] : [one.origin])]));
  const records: Annotation[] = [];
  for (const { page, label, quads, ...mark } of marks) {
    if (known.has(OURS.exec(mark.origin)?.[1] ?? mark.origin) || known.has(mark.origin)) continue;
    known.add(mark.origin);
    records.push({ id: newId(), paper: attachment.paper, target: { type: 'pdf', attachment: id, page, ...(label === undefined ? {} : { label }), quads }, ...mark, tags: [], added: now, changed: now });
  }
  return ok({ changes: records.map((record): Change => ({ op: 'put', table: 'annotation', id: record.id, record })), created: records.map((record) => record.id) });
});
