import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { offerOfLink, type Offer } from '../../src/contract/offer.ts';
import type { Grants } from './grants.ts';

const PAPERS = /\.(?:bib|ris|json|txt|html?|md|tex|ltx|aux|bcf|typ|org|qmd|rmd|docx)$/i;
const SCHEME = 'sheaf';

/** What the system handed to the app and the window has not taken yet, in order. */
export interface Offers { take(): Offer | null }

/**
 * Files and sheaf:// links given to the app: opened with it, on its command line, or to a second start, which ends at once
 * and leaves them to this one. They wait until the window can take them; `onOffer` says that there is one.
 */
export function followOffers({ grant }: Grants, window: () => BrowserWindow | null, onOffer: () => void): Offers {
  const waiting: Offer[] = [];
  const put = (offer: Offer | null): void => {
    if (offer === null) return;
    waiting.push(offer);
    onOffer();
  };
  const file = (path: string, folder: string): Offer => ({ file: grant(resolve(folder, path)) });
  const given = (args: readonly string[], folder: string): void => {
    for (const arg of args.slice(1)) {
      if (arg.toLowerCase().startsWith(`${SCHEME}:`)) put(offerOfLink(arg));
      else if (!arg.startsWith('-') && PAPERS.test(arg) && existsSync(resolve(folder, arg))) put(file(arg, folder));
    }
  };
  app.on('open-file', (event, path) => { event.preventDefault(); put(file(path, '/')); });
  app.on('open-url', (event, url) => { event.preventDefault(); put(offerOfLink(url)); });
  app.on('second-instance', (_event, args, folder) => {
    front(window());
    given(args, folder);
  });
  given(process.argv, process.cwd());
  return { take: () => waiting.shift() ?? null };
}

/** Makes the packaged app the one that opens sheaf:// links; a clone leaves the system as it is. */
export function claimLinks(): void {
  if (app.isPackaged && process.env['SHEAF_USER_DATA'] === undefined) app.setAsDefaultProtocolClient(SCHEME);
}

/** Brings a window before the person's eyes. */
function front(window: BrowserWindow | null): void {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
