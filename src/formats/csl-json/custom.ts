import { z } from 'zod';
import { TravellingMark } from '../../model/annotation.ts';
import type { Draft, Outgoing } from '../format.ts';

/** What Sheaf says under its name in CSL's `custom` (CSL-JSON 1.0.2): notes in Markdown, marks, and the files these lie on. What cannot be read of it is left. */
const Part = z.object({
  notes: z.array(z.string()).optional().catch(undefined),
  files: z.array(z.object({ path: z.string(), title: z.string().optional(), mediaType: z.string().optional() })).optional().catch(undefined),
  marks: z.array(TravellingMark.nullable().catch(null)).optional().catch(undefined),
});
const Custom = z.looseObject({ sheaf: Part });

/** Notes, marks and files out of `custom`; `rest` is what others put there. */
export function fromCustom(custom: unknown): Pick<Draft, 'notes' | 'marks' | 'files'> & { rest?: unknown } {
  const read = Custom.safeParse(custom);
  if (!read.success) return custom === undefined ? {} : { rest: custom };
  const { sheaf: { notes = [], files = [], marks = [] }, ...rest } = read.data;
  const whole = marks.flatMap((mark) => mark ?? []);
  return {
    ...(notes.length > 0 ? { notes } : {}), ...(whole.length > 0 ? { marks: whole } : {}), ...(Object.keys(rest).length > 0 ? { rest } : {}),
    ...(files.length > 0 ? { files: files.map(({ path, title, mediaType }) => ({ path, ...(title === undefined ? {} : { title }), ...(mediaType === undefined ? {} : { mediaType }) })) } : {}),
  };
}

/** The `custom` of a paper with notes or marks, beside what others put there; files go along with marks on them alone. */
export function toCustom({ item, notes = [], annotations = [], files = [] }: Outgoing): { custom?: unknown } {
  const onFile = annotations.some(({ target }) => target.type === 'pdf') && files.length > 0;
  const sheaf = { ...(notes.length > 0 ? { notes } : {}), ...(onFile ? { files } : {}), ...(annotations.length > 0 ? { marks: annotations } : {}) };
  if (Object.keys(sheaf).length === 0) return {};
  const others = z.record(z.string(), z.unknown()).safeParse(item['custom']);
  return { custom: { ...(others.success ? others.data : {}), sheaf } };
}
