import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that `npm run build` writes, or its copy in a package: this file is in its `main/`. */
export const appFolder = join(__dirname, '..');
export const inApp = (...parts: string[]): string => join(appFolder, ...parts);

/** The example papers and the icon lie beside the programs. */
export const asset = (...parts: string[]): string => inApp('assets', ...parts);
export const icon = (): string | undefined => [asset('icon', 'icon.png')].find(existsSync);
