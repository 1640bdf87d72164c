import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this computer keeps what is about itself: SHEAF_USER_DATA, else the system's place for such files. */
function ownFolder(env: NodeJS.ProcessEnv): string {
  const home = homedir();
  const place = process.platform === 'win32' ? (env['APPDATA'] ?? home) : process.platform === 'darwin' ? join(home, 'Library', 'Application Support') : (env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  return env['SHEAF_USER_DATA'] ?? join(place, 'Sheaf');
}

/** This computer's name in journals, the same at every start. It is not in a library folder: that may be synced to another one. */
export async function machineName(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const folder = ownFolder(env);
  const file = join(folder, 'machine');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (/^[a-z0-9-]{6,40}$/.test(known.trim())) return known.trim();
  const made = `m${randomBytes(6).toString('hex')}`;
  await mkdir(folder, { recursive: true });
  // Two first starts at once: who comes second takes the first one's name.
  return writeFile(file, `${made}\n`, { flag: known === '' ? 'wx' : 'w' }).then(() => made, async () => (await readFile(file, 'utf8')).trim());
}
