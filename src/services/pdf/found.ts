import { z } from 'zod';
import { TakenMark } from '../../library/commands/annotation-take.ts';

/** What a file holds: annotations as the marks they would be, and how many others that are none of ours (drawings, stamps). */
export const FoundMarks = z.object({ pages: z.number().int(), marks: z.array(TakenMark), others: z.number().int() });
export type FoundMarks = z.infer<typeof FoundMarks>;
