import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_FOLDER } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

const ROOT = process.getuid?.() === 0;
const works = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
/** Chromium refuses to sandbox what runs as root: then Sheaf is started as nobody, where the machine lets nobody have namespaces. */
const possible = process.platform === 'linux' && (ROOT ? works('runuser', '-u', 'nobody', '--', 'unshare', '-Ur', 'true') : works('unshare', '-Ur', 'true'));

let folder: string;
let child: ChildProcess;
const status = (pid: number, field: string): string => new RegExp(`\\n${field}:\\s+(\\S+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

/** The process of this kind among those of our copy of Electron. */
function processOf(kind: string): number | null {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (command.startsWith(folder) && command.includes(`--type=${kind}`)) return pid;
    } catch {
      // It has ended since it was listed.
    }
  }
  return null;
}

/** Started as people start it: without the switch that the other journeys, run as root, cannot do without. */
describe.skipIf(!possible)(`the sandbox${possible ? '' : ' (skipped: this machine gives ordinary users no namespaces)'}`, () => {
  beforeAll(async () => {
    const electron = process.env['SHEAF_ELECTRON'] ?? '';
    folder = mkdtempSync(join(tmpdir(), 'sheaf-sandbox-'));
    chmodSync(folder, 0o755);
    for (const [from, to] of [[dirname(electron), 'electron'], [APP_FOLDER, 'app']] as const) if (!works('cp', '-rl', from, join(folder, to))) works('cp', '-r', from, join(folder, to));
    mkdirSync(join(folder, 'home'), { mode: 0o777 });
    chmodSync(join(folder, 'home'), 0o777);
    const command = [join(folder, 'electron', basename(electron)), join(folder, 'app')];
    const [program = '', ...args] = ROOT ? ['runuser', '-u', 'nobody', '--', ...command] : command;
    child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, HOME: join(folder, 'home'), XDG_CONFIG_HOME: join(folder, 'home'), SHEAF_USER_DATA: join(folder, 'home', 'settings') } });
    await until(async () => processOf('renderer'), (pid) => pid !== null);
  }, 60_000);
  afterAll(() => {
    child.kill();
    spawnSync('pkill', ['-f', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the window: system calls are filtered, new privileges out of reach', async () => {
    const renderer = processOf('renderer') ?? 0;
    expect(readFileSync(`/proc/${renderer}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
    await until(async () => status(renderer, 'Seccomp'), (mode) => mode === '2');
    expect(status(renderer, 'NoNewPrivs')).toBe('1');
  });
});
