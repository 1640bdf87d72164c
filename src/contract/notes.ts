import { z } from 'zod';
import { Id } from '../model/id.ts';
import { Note } from '../model/note.ts';

/** The paper that a note belongs to, in a line. */
export const NotePaper = z.object({ id: Id, title: z.string(), citationKey: z.string() });
export type NotePaper = z.infer<typeof NotePaper>;

/** One line of a list of notes: its title, and words out of it (around those looked for, or the link that is meant). */
export const NoteLine = z.object({ id: Id, title: z.string(), excerpt: z.string(), changed: z.string(), paper: NotePaper.nullable() });
export type NoteLine = z.infer<typeof NoteLine>;

export const NoteList = z.object({ total: z.number().int(), notes: z.array(NoteLine) });
export const NoteDetail = z.object({ note: Note, title: z.string(), paper: NotePaper.nullable() });
export type NoteDetail = z.infer<typeof NoteDetail>;

/** A note with all that its file in a mirror says. Authors as `Given Family`, tags by name. */
export const MirroredNote = z.object({ id: Id, title: z.string(), markdown: z.string(), paper: NotePaper.extend({ authors: z.array(z.string()), year: z.string(), doi: z.string(), tags: z.array(z.string()) }).nullable() });
export type MirroredNote = z.infer<typeof MirroredNote>;

/** The folder that the open library's notes are mirrored in (null: none), when the last pass ended (null: the first is on its way), what it did, and why it could not. */
export const MirrorView = z.object({ folder: z.string().nullable(), at: z.string().nullable(), conflicts: z.number().int(), trouble: z.string().nullable() });
export type MirrorView = z.infer<typeof MirrorView>;

/** What a link in a note leads to: a paper by its citation key, else a note that stands alone by its title. */
export const NoteTarget = z.object({ paper: Id.nullable(), note: Id.nullable() });
