import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PdfTrouble, Said } from './said.ts';
import { Said as SaidSchema } from './said.ts';

/** What a child may use: MB of memory, and ms without a word from it. */
export interface Limits { memory: number; silence: number }
export const LIMITS: Limits = { memory: 1024, silence: 20_000 };

/** `app` is the folder of the built programs. */
export interface Asked { app: string; file: string; password?: string | undefined; first?: number; last?: number; limits?: Limits }

const LAST = 1_000_000;

/**
 * Reads a PDF in a process of its own: `opened`, each `page`, and `end`, or a `trouble`. A child that dies or falls silent is a
 * `too-much` trouble; the process is gone when the reading is left, however it is left.
 */
export async function* readPdf({ app, file, password, first = 1, last = LAST, limits = LIMITS }: Asked): AsyncGenerator<Said> {
  const [program, args] = command(app, limits);
  const child = spawn(program, [...args, file, String(first), String(last)], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...(password === undefined ? {} : { SHEAF_PDF_PASSWORD: password }) } });
  const silent = { timer: setTimeout(() => child.kill('SIGKILL'), limits.silence) };
  let ended = false;
  child.on('error', () => undefined);
  try {
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
      silent.timer.refresh();
      const said = heard(line);
      if (said === null) break;
      ended = said.is === 'end' || said.is === 'trouble';
      yield said;
    }
    if (!ended) yield { is: 'trouble', trouble: 'too-much', message: 'Reading this PDF took too much time or memory and was stopped.' };
  } finally {
    clearTimeout(silent.timer);
    child.kill('SIGKILL');
  }
}

/** A line of the child; null for one that was cut off as the child was stopped, or that it should not say. */
function heard(line: string): Said | null {
  try {
    return SaidSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** The packaged app has no Node beside it: it starts itself once more, without a window. */
function command(app: string, { memory }: Limits): [string, string[]] {
  const heap = `--max-old-space-size=${String(memory)}`;
  if (process.versions['electron'] === undefined) return [process.execPath, [heap, join(app, 'pdf', 'pdf.cjs'), '--text']];
  return [process.execPath, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--ozone-platform=headless', `--js-flags=${heap}`, '--pdf-job', '--text']];
}

export interface PdfText { pages: number; labels: string[] | null; outline: number; title: string; read: { page: number; text: string; annotations: Record<string, number>; error?: string | undefined }[] }

/** The whole answer at once. */
export async function pdfText(asked: Asked): Promise<{ ok: true; value: PdfText } | { ok: false; trouble: PdfTrouble; message: string }> {
  let value: PdfText | null = null;
  for await (const said of readPdf(asked)) {
    if (said.is === 'trouble') return { ok: false, trouble: said.trouble, message: said.message };
    if (said.is === 'opened') value = { ...said.facts, read: [] };
    if (said.is === 'page') value?.read.push(said.page);
  }
  return value === null ? { ok: false, trouble: 'too-much', message: 'Nothing was read.' } : { ok: true, value };
}
