import { isAbsolute } from 'node:path';
import { ipcMain } from 'electron';
import { GRANT } from '../../src/contract/bridge.ts';
import type { Grants } from './grants.ts';
import { isOurPage } from './security.ts';

/** Hears from the preload which file a person dropped or picked: the page itself has no way to this channel. */
export function grantPickedFiles({ grant }: Grants): void {
  ipcMain.on(GRANT, (event, path: unknown) => {
    if (isOurPage(event.senderFrame) && typeof path === 'string' && isAbsolute(path)) grant(path);
  });
}
