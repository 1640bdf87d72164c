import { z } from 'zod';
import { SheafError } from '../../contract/errors.ts';
import { FoundMarks } from './found.ts';
import { FileMark } from './marks.ts';

/** A text that is kept, as the index names it. */
const IndexedText = z.object({ id: z.string(), print: z.number(), file: z.string() });

/** What the process that reads and writes PDFs is asked for; one job, then it ends. */
export const PdfJob = z.discriminatedUnion('do', [
  z.object({ do: z.literal('read'), file: z.string(), password: z.string().optional() }),
  z.object({ do: z.literal('write'), file: z.string(), to: z.string(), marks: z.array(FileMark), author: z.string() }),
  z.object({ do: z.literal('text'), file: z.string(), to: z.string() }),
  z.object({ do: z.literal('index'), texts: z.array(IndexedText), to: z.string() }),
]);
export type PdfJob = z.infer<typeof PdfJob>;

const Answers = { text: z.object({ pages: z.number() }), index: z.object({ texts: z.number() }), read: FoundMarks, write: z.object({ added: z.number(), updated: z.number(), unchanged: z.number() }) };
export type PdfAnswer<J extends PdfJob['do']> = z.infer<(typeof Answers)[J]>;

/** What comes back of a job; anything else is a mistake of the process and throws. */
export function answerOf<J extends PdfJob['do']>(job: J, raw: unknown): { ok: true; value: PdfAnswer<J> } | { ok: false; error: SheafError } {
  const failed = z.object({ ok: z.literal(false), error: SheafError }).safeParse(raw);
  if (failed.success) return failed.data;
  const { value } = z.object({ ok: z.literal(true), value: z.unknown() }).parse(raw);
  return { ok: true, value: Answers[job].parse(value) as PdfAnswer<J> };
}

/** Memory of the process in MB and its time in ms: a file that asks for more is answered as too large. */
export const MEMORY = 1500;
export const TIME = 120_000;
/** All pages of a book may take longer; nobody waits for them. */
const TEXT_TIME = 600_000;
export const timeFor = (job: PdfJob): number => (job.do === 'text' ? TEXT_TIME : TIME);
