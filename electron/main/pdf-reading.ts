import { readPdfs } from '../../src/services/pdf-text/read-library.ts';
import type { OpenLibrary } from './library.ts';
import { logUnexpected } from './log.ts';
import { startPdfJob } from './pdf-job.ts';

/** The reading of PDFs behind the work of the window, for search. */
export interface PdfReading {
  enter(): void;
  leave(): void;
  /** Hears which tables changed: a PDF may have come. */
  hear(tables: readonly string[]): void;
}

/** After a library was opened, or a PDF came, the window goes first for a while, ms. */
const BEGIN_AFTER = 4000;
const GO_ON_AFTER = 1000;

export function createPdfReading(library: () => OpenLibrary): PdfReading {
  let stay = 0;
  let running = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let kill = (): void => undefined;
  const pass = async (): Promise<void> => {
    const mine = stay;
    running = true;
    again = false;
    await readPdfs({
      call: (name, input) => library().call(name, input),
      run: (job) => { const begun = startPdfJob(job); kill = begun.kill; return begun.answer; },
      stopped: () => stay !== mine,
    }).catch((error: unknown) => { logUnexpected('pdf-reading', error); });
    if (stay !== mine) return;
    running = false;
    if (again) soon(GO_ON_AFTER);
  };
  const soon = (after: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void pass(), after);
  };
  /** What is under way belongs to the library that is left: it is broken off, and nobody waits for it. */
  const leave = (): void => {
    stay++;
    running = false;
    clearTimeout(timer);
    kill();
  };
  return {
    enter() { leave(); soon(BEGIN_AFTER); },
    leave,
    hear(tables) {
      if (!tables.includes('attachment')) return;
      if (running) again = true;
      else soon(GO_ON_AFTER);
    },
  };
}
