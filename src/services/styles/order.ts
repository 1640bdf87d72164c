import { z } from 'zod';
import { Cite } from '../../citation/cite.ts';
import { SheafError } from '../../contract/errors.ts';
import { CslItem } from '../../model/csl.ts';

/** What is to be set in a style: all papers as references or, with `cites`, one citation of some of them. */
export const Order = z.object({
  style: z.string(), locale: z.string(), papers: z.array(z.object({ id: z.string(), item: CslItem })),
  only: z.enum(['text', 'html']).optional(), cites: z.array(Cite).optional(),
});
export type Order = z.infer<typeof Order>;

export const TypesetText = z.object({ text: z.string(), html: z.string(), count: z.number() });
export type TypesetText = z.infer<typeof TypesetText>;

/** An order and its answer, as they go to the thread and come back. */
export const Sent = z.object({ id: z.number().int(), order: Order });
export const Answered = z.object({ id: z.number().int(), result: z.union([z.object({ ok: z.literal(true), value: TypesetText }), z.object({ ok: z.literal(false), error: SheafError })]) });
