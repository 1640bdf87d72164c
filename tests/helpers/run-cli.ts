import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Ran { code: number | null; out: string; err: string }

/** Runs the `sheaf` command as a process of its own, on this library, with this on its standard input. */
export function runCli(library: string, args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args], { env: { PATH: process.env['PATH'], HOME: library, TMPDIR: process.env['TMPDIR'], SHEAF_LIBRARY: library } });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => { ran.out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { ran.err += text; });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (code) => { resolve({ ...ran, code }); }));
}
