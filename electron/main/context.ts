import type { BrowserWindow } from 'electron';
import type { Downloads } from '../../src/services/downloads/downloads.ts';
import type { PdfPlaces } from '../../src/services/pdf-places.ts';
import type { SettingsFile } from '../../src/services/settings.ts';
import type { KeptFiles } from '../../src/services/kept-files/kept-files.ts';
import type { Citing } from './citing.ts';
import type { Grants } from './grants.ts';
import type { OpenLibrary } from './library.ts';
import type { Mirrors } from './mirror.ts';
import type { QuickKeys } from './quick-keys.ts';
import type { Offers } from './offers.ts';

/** What the operations of main work with. */
export interface Context {
  library: OpenLibrary;
  settings: SettingsFile;
  pdfPlaces: PdfPlaces;
  downloads: Downloads;
  citing: Citing;
  quickKeys: QuickKeys;
  mirrors: Mirrors;
  kept: KeptFiles;
  grants: Grants;
  offers: Offers;
  window(): BrowserWindow | null;
  settingsChanged(): void;
}
