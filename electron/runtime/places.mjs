import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone this file lies in. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const dist = join(root, 'dist');

/** What several clones share: the Electron unpacked from a registry package. Outside the repo, safe to delete. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sheaf');
