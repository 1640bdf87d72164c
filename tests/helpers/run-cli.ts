import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'node_modules/.cache/sheaf-tests/cli/sheaf.cjs');

/** Bundles the command as the product's build does: a test runs the sources of now, in processes that start quickly. */
export const buildCli = (): Promise<void> => bundled('src/cli/main.ts', 'cli/sheaf.cjs');

/** Bundles the process that the command reads and writes PDFs in. */
export const buildPdfProcess = (): Promise<void> => bundled('src/services/pdf/process.ts', 'pdf/pdf.cjs');

/** Bundles the program of the thread that sets references; answers its file. */
export const buildTypesetting = (): Promise<string> => bundled('src/services/styles/thread.ts', 'cite/cite.cjs').then(() => join(BUILT, '../../cite/cite.cjs'));

async function bundled(entry: string, file: string): Promise<void> {
  await build({
    root: ROOT, configFile: false, logLevel: 'error', publicDir: false, ssr: { noExternal: true },
    build: {
      ssr: entry, outDir: join(BUILT, '../..'), emptyOutDir: false, target: 'node20', minify: false,
      rolldownOptions: { external: [...builtinModules, /^node:/], output: { format: 'cjs', entryFileNames: file, codeSplitting: false } },
    },
  });
}

export interface Ran { code: number | null; out: string; err: string }

/** Starts the `sheaf` command as a process of its own, on this library. */
export const startCli = (library: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [BUILT, ...args], { env: { PATH: process.env['PATH'], HOME: library, TMPDIR: process.env['TMPDIR'], SHEAF_LIBRARY: library, ...env } });

/** Runs it to its end, with this on its standard input. */
export function runCli(library: string, args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = startCli(library, args, env);
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => { ran.out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { ran.err += text; });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (code) => { resolve({ ...ran, code }); }));
}
