import { z } from 'zod';
import { Change } from '../../model/change.ts';

/** A file of the library that a command moves, both ends relative to the folder; `to: null` deletes it for good. */
export const Move = z.object({ from: z.string(), to: z.string().nullable() });
export type Move = z.infer<typeof Move>;

/** The first line of a command in the journal. `label` is a message-catalogue key. */
export const GroupHead = z.object({
  id: z.string(),
  name: z.string(),
  label: z.string(),
  /** Hybrid logical clock of the machine that ran it. */
  hlc: z.string(),
  /** Wall time, ISO 8601. */
  at: z.string(),
  undoes: z.string().optional(),
  redoes: z.string().optional(),
  moves: z.array(Move).optional(),
  /** It only brought files back to where the records say they are: nothing for undo to take back. */
  mends: z.literal(true).optional(),
  /** Who asked for it; the window where nothing is said. */
  by: z.literal('command-line').optional(),
});
export type GroupHead = z.infer<typeof GroupHead>;

/** A place in a machine's journals: its segments are numbered from 1 without gaps, offsets are bytes. */
export const Place = z.object({ segment: z.number().int().positive(), offset: z.number().int().nonnegative() });
export type Place = z.infer<typeof Place>;

/** Where a whole group lies. */
export interface GroupPlace { machine: string; segment: number; offset: number; length: number }
export interface PlacedHead { head: GroupHead; place: GroupPlace }
export interface Group extends PlacedHead { changes: Change[] }

export const SegmentHead = z.object({ machine: z.string(), segment: z.number().int().positive(), library: z.string() });
export type SegmentHead = z.infer<typeof SegmentHead>;

/** One line of a journal: the start of a segment, the three kinds of a group's lines, and "its files are moved". */
export const Entry = z.union([
  z.object({ journal: SegmentHead }),
  z.object({ begin: GroupHead }),
  z.object({ change: Change }),
  z.object({ commit: z.string(), changes: z.number().int().nonnegative() }),
  z.object({ moved: z.string() }),
]);
export type Entry = z.infer<typeof Entry>;
