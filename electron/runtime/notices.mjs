import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

/** The licences of every package that ends up in the app, as the lock file lists them, with their texts. */
export function notices() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(packages).filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev && existsSync(join(root, path)));
  const texts = shipped.map(([path, entry]) => notice(path, entry)).sort();
  return `Sheaf is built with these works. Electron and Chromium carry their own notices beside the program.\n\n${texts.join('\n')}`;
}

function notice(path, { version, license }) {
  const folder = join(root, path);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const text = files.map((file) => readText(join(folder, file))).join('\n').trim();
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `${'='.repeat(80)}\n${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A folder of licence texts.
    return readdirSync(file).map((inner) => readText(join(file, inner))).join('\n');
  }
}
