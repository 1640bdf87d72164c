import { spawn } from 'node:child_process';

/** Says one line about what is being prepared. On stderr: stdout belongs to what was asked for. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** An expected end: its message is all that is shown. */
export class Stop extends Error {}

/**
 * Runs a command and gives what it wrote. Quiet while it succeeds.
 * Throws Stop with the end of its output when it fails.
 */
export async function quietly(command, args, options = {}) {
  const { code, output } = await collect(command, args, options);
  if (code !== 0) throw new Stop(`${command} ${args.join(' ')} failed:\n${output.trim().split('\n').slice(-30).join('\n')}`);
  return output;
}

/** Runs a command to its end: exit code and both its streams as one text. A missing command is code 127. */
export function collect(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command on this terminal; gives its exit code. */
export function openly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a program's main function; a Stop is told in a line, anything else with its stack. */
export async function asProgram(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
