import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { quietly, say, Stop } from './run-command.mjs';

const OLDEST_NODE = [20, 19];

/** Stops on a Node that is too old to run any of this. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Stop(`Sheaf needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Installs what the lock file lists, when node_modules does not hold it already. */
export async function installPackages() {
  if (packagesInstalled()) return;
  say('Installing the packages of the lock file');
  await quietly('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

/** Compares versions, not file times: a fresh checkout or a copied folder has misleading times. */
function packagesInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version);
}
