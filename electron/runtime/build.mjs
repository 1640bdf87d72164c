import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, root } from './places.mjs';
import { programConfig, programs } from './programs.mjs';

const STAMP = join(dist, '.built-from');
const SOURCES = ['src', 'electron', 'renderer', 'assets/example', 'assets/icon', 'package-lock.json', 'package.json'];

/** The sources as one SHA-256, so that an unchanged clone is not built again. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addToHash(hash, join(root, source));
  return hash.digest('hex');
}

function addToHash(hash, path) {
  if (!existsSync(path)) return;
  let entries;
  try {
    entries = readdirSync(path).sort();
  } catch {
    hash.update(path.slice(root.length)).update(readFileSync(path));
    return;
  }
  for (const entry of entries) addToHash(hash, join(path, entry));
}

/** Whether dist/ is what the sources give. */
export const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesHash();

/** Builds everything into dist/, which is then an app folder of its own. */
export async function build() {
  const hash = sourcesHash();
  for (const program of programs) await buildProgram(program);
  await buildWindow();
  await completeFolder();
  await writeFile(STAMP, hash);
}

/** Builds one of the programs. Until all is built again, dist/ is not said to be what any sources give. */
export async function buildProgram(program) {
  await rm(STAMP, { force: true });
  const vite = await import('vite');
  await vite.build(programConfig(program));
}

async function buildWindow() {
  const vite = await import('vite');
  await vite.build({ root: join(root, 'renderer'), configFile: join(root, 'renderer/vite.config.ts') });
}

/** What an app folder holds beside its programs: its package.json, citation styles, example library, notices. */
async function completeFolder() {
  const { packStyles } = await import('./pack-styles.mjs');
  const { notices } = await import('./notices.mjs');
  const { name, productName, version, description, author, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'package.json'), `${JSON.stringify({ name, productName, version, description, author, license, main: 'main/main.cjs' }, null, 2)}\n`);
  await packStyles(join(dist, 'styles'));
  await cp(join(root, 'assets/example'), join(dist, 'assets/example'), { recursive: true });
  await cp(join(root, 'assets/icon'), join(dist, 'assets/icon'), { recursive: true });
  await writeFile(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.env.NODE_ENV = 'production';
  await build();
}
