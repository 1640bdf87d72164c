import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The library to work on when none is named: SHEAF_LIBRARY, else `Documents/Sheaf` in the home folder. */
export function defaultLibrary(env: NodeJS.ProcessEnv = process.env): string {
  return env['SHEAF_LIBRARY'] ?? join(homedir(), 'Documents', 'Sheaf');
}

/** The file that the window keeps this user's settings in: SHEAF_USER_DATA, else where Electron keeps them on each system. */
export function settingsFile(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const home = homedir();
  const usual = platform === 'darwin' ? join(home, 'Library', 'Application Support') : platform === 'win32' ? env['APPDATA'] ?? join(home, 'AppData', 'Roaming') : env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  return join(env['SHEAF_USER_DATA'] ?? join(usual, 'Sheaf'), 'settings.json');
}

/** The folder of the citation styles that this user added, beside the settings: every library has them. */
export const stylesFolder = (env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string => join(dirname(settingsFile(env, platform)), 'styles');
