import { writeSync } from 'node:fs';
import { inApp } from './paths.ts';

/** `sheaf …` from the packaged app: the same command as from a clone, without a window. */
export function runCommandLine(): void {
  const descriptor = Number(process.env['SHEAF_STDERR_FD']);
  if (descriptor > 2) speakThrough(descriptor);
  process.argv = [process.execPath, 'sheaf', ...process.argv.slice(process.argv.indexOf('--cli') + 1)];
  void import(inApp('cli', 'sheaf.cjs'));
}

/** The limited process in which the packaged command line reads and writes PDFs: this program once more, without a window. */
export function runPdfProcess(): void {
  import(inApp('pdf', 'pdf.cjs')).catch(() => { process.exit(1); });
}

/** The command's own stderr as the script that started it hands it over: the usual one is closed to Chromium's messages. */
function speakThrough(descriptor: number): void {
  process.stderr.write = (text: string | Uint8Array, ...more: unknown[]): boolean => {
    if (typeof text === 'string') writeSync(descriptor, text);
    else writeSync(descriptor, text);
    const written = more.at(-1);
    if (typeof written === 'function') written();
    return true;
  };
}
