import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright-core';
import { _electron } from 'playwright-core';

/** The built app: what the journeys, the tour and the bench drive. */
export const APP_FOLDER = fileURLToPath(new URL('../../dist', import.meta.url));

/** The windows that are open, for a picture of them where a test fails. */
export const openPages = new Set<Page>();

export interface Launched { app: ElectronApplication; page: Page; userData: string; close(): Promise<void> }

/**
 * Starts the built Sheaf under the Electron named by SHEAF_ELECTRON and gives its first window.
 * Without `library` it opens the one its settings remember, or the first-run screen. Settings go to a folder of
 * their own, removed at `close` unless `userData` names one to keep.
 */
export async function launchSheaf(options: { library?: string; userData?: string; args?: readonly string[]; env?: Record<string, string> } = {}): Promise<Launched> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'sheaf-settings-')));
  const app = await _electron.launch({
    executablePath: executable(),
    args: ['--no-sandbox', APP_FOLDER, ...(options.args ?? [])],
    colorScheme: null,
    env: { ...inherited(), SHEAF_USER_DATA: userData, ...(options.library === undefined ? {} : { SHEAF_LIBRARY: options.library }), ...options.env },
  });
  const page = await app.firstWindow();
  openPages.add(page);
  await slowDown(page);
  const close = async (): Promise<void> => {
    openPages.delete(page);
    await app.close();
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
  };
  return { app, page, userData, close };
}

/** SHEAF_SLOW=4 makes the window as slow as on a machine with a quarter of this one's speed: what only works fast enough is found so. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env['SHEAF_SLOW'] ?? 1);
  if (rate > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
}

function executable(): string {
  const path = process.env['SHEAF_ELECTRON'];
  if (path === undefined) throw new Error('SHEAF_ELECTRON names no Electron: run this through npm test, npm run tour or npm run bench.');
  return path;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
