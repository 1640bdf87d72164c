import { homedir } from 'node:os';
import { join } from 'node:path';

/** The library to work on when none is named: SHEAF_LIBRARY, else `Documents/Sheaf` in the home folder. */
export function defaultLibrary(env: NodeJS.ProcessEnv = process.env): string {
  return env['SHEAF_LIBRARY'] ?? join(homedir(), 'Documents', 'Sheaf');
}
