import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { collect, quietly, say, Stop } from './run-command.mjs';

const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** What a display-less machine needs beside them. */
const VIRTUAL_DISPLAY = 'xvfb';

/** A machine that has just started may be updating itself: it is waited for, s. */
const PATIENT = ['-o', 'DPkg::Lock::Timeout=180'];

/**
 * Adds the system libraries that Electron misses, and Xvfb when `display` is to be virtual: through apt as root.
 * Throws Stop with the one line to type where that is not allowed.
 */
export async function addSystemLibraries(executable, { virtualDisplay }) {
  if (process.platform !== 'linux') return;
  const missing = async () => [...(lacking((await collect('ldd', [executable])).output).length > 0 ? LIBRARIES : []), ...(virtualDisplay && !onPath('Xvfb') ? [VIRTUAL_DISPLAY] : [])];
  const wanted = await missing();
  if (wanted.length === 0) return;
  if (!onPath('apt-get')) throw new Stop(`Sheaf needs these from your system's packages (Debian's names): ${wanted.join(' ')}`);
  const packages = await Promise.all(wanted.map(nameHere));
  if (process.getuid?.() !== 0) throw new Stop(lineToType(packages));
  await install(packages);
  const { output } = await collect('ldd', [executable]);
  if ((await missing()).length > 0) throw new Stop(`Installed ${packages.join(' ')}, and still missing: ${[...lacking(output), ...(virtualDisplay && !onPath('Xvfb') ? ['Xvfb'] : [])].join(' ')}`);
}

/** The shared libraries that ldd does not find. */
export const lacking = (output) => output.split('\n').filter((line) => line.includes('=> not found')).map((line) => line.trim().split(' ')[0]);

/** What somebody who is not root types. A fresh machine has no lists of packages yet, so these come first. */
export const lineToType = (packages) => `Some system packages are missing. Type this, then try again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

const onPath = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Debian 13 and Ubuntu 24.04 renamed some libraries for their 64-bit times. */
async function nameHere(name) {
  const { output } = await collect('apt-cache', ['policy', `${name}t64`]);
  return /Candidate: \d/.test(output) ? `${name}t64` : name;
}

async function install(packages) {
  say(`Installing system packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const command = (names) => [...PATIENT, 'install', '-y', '--no-install-recommends', ...names];
  const { code } = await collect('apt-get', command(packages), { env });
  if (code === 0) return;
  // A fresh machine has no lists, an old one stale ones.
  await quietly('apt-get', [...PATIENT, 'update'], { env });
  await quietly('apt-get', command(await Promise.all(packages.map((name) => nameHere(name.replace(/t64$/, ''))))), { env });
}
