import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { collect, quietly, say, Stop } from './run-command.mjs';

const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** What a display-less machine needs beside them. */
const VIRTUAL_DISPLAY = 'xvfb';

/**
 * Adds the system libraries that Electron misses, and Xvfb when `display` is to be virtual: through apt as root.
 * Throws Stop with the one line to type where that is not allowed.
 */
export async function addSystemLibraries(executable, { virtualDisplay }) {
  if (process.platform !== 'linux') return;
  const missing = [...((await lacksLibraries(executable)) ? LIBRARIES : []), ...(virtualDisplay && !onPath('Xvfb') ? [VIRTUAL_DISPLAY] : [])];
  if (missing.length === 0) return;
  if (!onPath('apt-get')) throw new Stop(`Sheaf needs these from your system's packages (Debian's names): ${missing.join(' ')}`);
  const packages = await Promise.all(missing.map(nameHere));
  if (process.getuid?.() !== 0) throw new Stop(`Some system libraries are missing. Type this, then try again:\n  sudo apt-get install -y ${packages.join(' ')}`);
  await install(packages);
}

async function lacksLibraries(executable) {
  const { output } = await collect('ldd', [executable]);
  return output.includes('not found');
}

const onPath = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Debian 13 and Ubuntu 24.04 renamed some libraries for their 64-bit times. */
async function nameHere(name) {
  const { output } = await collect('apt-cache', ['policy', `${name}t64`]);
  return /Candidate: \d/.test(output) ? `${name}t64` : name;
}

async function install(packages) {
  say(`Installing system packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const command = ['install', '-y', '--no-install-recommends', ...packages];
  const { code } = await collect('apt-get', command, { env });
  if (code === 0) return;
  // A fresh machine has no lists, an old one stale ones.
  await quietly('apt-get', ['update'], { env });
  await quietly('apt-get', ['install', '-y', '--no-install-recommends', ...(await Promise.all(packages.map((name) => nameHere(name.replace(/t64$/, '')))))], { env });
}
