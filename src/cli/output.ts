import type { SheafError } from '../contract/errors.ts';

export const EXIT = { ok: 0, failed: 1, usage: 2, nothing: 3 } as const;

/** Ends the command with a message for people on stderr and an exit code. */
export class Exit extends Error {
  constructor(readonly code: number, message = '') {
    super(message);
  }
}

/** A failure of the library as an end of the command. */
export const refused = (error: SheafError): Exit => new Exit(error.code === 'not-found' ? EXIT.nothing : error.code === 'invalid-input' ? EXIT.usage : EXIT.failed, error.message);

/** Writes to stdout and waits until it is taken, so that a slow pipe is never cut off at exit. */
export function print(text: string): Promise<void> {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  return new Promise((resolve) => process.stdout.write(whole, () => { resolve(); }));
}

export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(value, null, 2));

/** A line on stderr that rewrites itself, only where somebody looks. */
export function progress(label: string): { say(): void; at(done: number, total: number | null): void; end(): void } {
  const shown = process.stderr.isTTY;
  return {
    say: () => { if (shown) process.stderr.write(`\r\x1b[K${label}…`); },
    at: (done, total) => { if (shown) process.stderr.write(`\r\x1b[K${label} ${done.toLocaleString('en')}${total === null ? '' : ` of ${total.toLocaleString('en')}`}`); },
    end: () => { if (shown) process.stderr.write('\r\x1b[K'); },
  };
}

/** One paper on one line: key, year, authors, title. */
export const line = (parts: string[]): string => parts.filter(Boolean).join('  ');
