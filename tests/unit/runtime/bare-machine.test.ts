import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { small } from '../../../electron/main/shared-memory.ts';

/** What the root scripts say on machines unlike this one: plain .mjs, run as they are. */
const RUNTIME = join(import.meta.dirname, '../../../electron/runtime');
const folder = mkdtempSync(join(tmpdir(), 'sheaf-bare-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** Programs that stand in for the machine's own: a name and a shell script each. */
function machine(name: string, programs: Record<string, string>): string {
  const bin = mkdtempSync(join(folder, `${name}-`));
  for (const [program, script] of Object.entries(programs)) {
    writeFileSync(join(bin, program), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, program), 0o755);
  }
  return bin;
}

/** Runs lines that import from a file of the runtime; `uid` is who it believes to be. */
function run(file: string, lines: string, path: string, uid = 1000): { code: number | null; said: string } {
  const script = `process.getuid = () => ${String(uid)}; const it = await import('${join(RUNTIME, file)}'); const { asProgram } = await import('${join(RUNTIME, 'run-command.mjs')}'); await asProgram(async () => { ${lines} });`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { ...process.env, PATH: path } });
  return { code: status, said: stdout + stderr };
}

const LDD_LACKS = 'echo "	libnss3.so => not found"; echo "	libc.so.6 => /lib/libc.so.6"';

describe('system libraries that are missing', () => {
  const add = `await it.addSystemLibraries('/opt/electron', { virtualDisplay: true });`;
  it('are one line to type for who is not root, also where there are no lists of packages yet', () => {
    const { code, said } = run('system-libraries.mjs', add, machine('user', { ldd: LDD_LACKS, 'apt-get': 'exit 1', 'apt-cache': 'exit 0' }));
    expect([code, said]).toEqual([1, 'Some system packages are missing. Type this, then try again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 libnss3 libasound2 libgbm1 xvfb\n']);
  });
  it('have the names of this release', () => {
    const { said } = run('system-libraries.mjs', add, machine('newer', { ldd: LDD_LACKS, 'apt-get': 'exit 1', 'apt-cache': 'case "$2" in libgtk*|libasound*) echo "  Candidate: 3.24";; *) echo "  Candidate: (none)";; esac' }));
    expect(said).toContain(' libgtk-3-0t64 libnss3 libasound2t64 libgbm1 xvfb\n');
  });
  it('are named where there is no apt', () => {
    expect(run('system-libraries.mjs', add, machine('other', { ldd: LDD_LACKS })).said).toMatch(/^Sheaf needs these from your system's packages \(Debian's names\): libgtk-3-0 /);
  });
  it('are installed as root after the lists are fetched, and what is missing even then is named', () => {
    const log = join(folder, 'log');
    const { code, said } = run('system-libraries.mjs', add, machine('root', { ldd: LDD_LACKS, 'apt-cache': 'exit 0', 'apt-get': `echo "$*" >> ${log}; case "$*" in *update*) : > ${log}.lists;; esac; [ -e ${log}.lists ]` }), 0);
    expect(code).toBe(1);
    expect(said).toContain('and still missing: libnss3.so Xvfb');
  });
  it('are not asked for where there are none', () => {
    expect(run('system-libraries.mjs', add, machine('whole', { ldd: 'echo "	libc.so.6 => /lib/libc.so.6"', Xvfb: 'exit 0' }))).toEqual({ code: 0, said: '' });
  });
});

describe('a virtual display', () => {
  const start = `const { display, stop } = await it.startVirtualDisplay(); console.log(display); stop();`;
  it('says what Xvfb said when it does not come up', () => {
    const { code, said } = run('display.mjs', start, machine('no-display', { Xvfb: 'echo "Cannot establish any listening sockets" >&2; exit 1' }));
    expect([code, said]).toEqual([1, 'The virtual display (Xvfb) did not start: Cannot establish any listening sockets\n']);
  });
  it('takes the number that is free', () => {
    expect(run('display.mjs', start, machine('display', { Xvfb: 'echo 7 >&3; exec sleep 5' })).said).toBe(':7\n');
  });
});

it.each([['ENOSPC', /no room for Electron in .*XDG_CACHE_HOME/], ['EROFS', /cannot be written \(EROFS\).*XDG_CACHE_HOME/]])('a cache that cannot hold Electron (%s) is said in a line with the way out', (code, said) => {
  const answer = run('registry-electron.mjs', `throw it.cacheTrouble({ code: '${code}' });`, process.env['PATH'] ?? '');
  expect(answer.said).toMatch(said);
  expect(answer.said).not.toContain('    at ');
});

it('shared memory of a container (64 MB) is too small for windows; a desktop’s is not', () => {
  expect(small({ blocks: 16_384, bavail: 16_384, bsize: 4096 })).toBe(true);
  expect(small({ blocks: 1_000_000, bavail: 990_000, bsize: 4096 })).toBe(false);
  expect(small({ blocks: 1_000_000, bavail: 2_000, bsize: 4096 })).toBe(true);
});
