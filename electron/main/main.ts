import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { EventName, EventPayload } from '../../src/contract/contract.ts';
import { Failure } from '../../src/contract/errors.ts';
import { createDownloads } from '../../src/services/downloads/downloads.ts';
import { machineName } from '../../src/services/machine.ts';
import { openPdfPlaces } from '../../src/services/pdf-places.ts';
import { openSettings } from '../../src/services/settings.ts';
import { createCiting } from './citing.ts';
import { runCommandLine, runPdfProcess } from './command-line.ts';
import type { Context } from './context.ts';
import { showProgress } from './desktop.ts';
import { startEngine } from './engine-host.ts';
import { createGrants, demandNamedPaths } from './grants.ts';
import { keptFilesOf } from './kept.ts';
import { openLibraries, type Attending } from './library.ts';
import { logUnexpected } from './log.ts';
import { firstMenu, offerTextMenu } from './menu.ts';
import { claimLinks, followOffers } from './offers.ts';
import { appOperations } from './operations/app.ts';
import { downloadOperations } from './operations/downloads.ts';
import { keptOperations } from './operations/kept.ts';
import { fileOperations } from './operations/files.ts';
import { libraryOperations } from './operations/library.ts';
import { manuscriptOperations } from './operations/manuscripts.ts';
import { mirrorOperations } from './operations/mirror.ts';
import { outOperations } from './operations/out.ts';
import { pdfOperations } from './operations/pdf.ts';
import { createPdfReading } from './pdf-reading.ts';
import { grantPickedFiles } from './picked-files.ts';
import { registerScheme, servePages, serveScheme, type LocateFile } from './protocol.ts';
import { createMirrors } from './mirror.ts';
import { createQuickKeys } from './quick-keys.ts';
import { leaveOnlyWhenSaved } from './quit.ts';
import { serveContract, tell } from './router.ts';
import { secureApp, secureSession } from './security.ts';
import { avoidSmallSharedMemory } from './shared-memory.ts';
import { openWindow } from './window.ts';

if (process.argv.includes('--pdf-job')) runPdfProcess();
else if (process.argv.includes('--cli')) runCommandLine();
else runApp();

function runApp(): void {
  const own = process.env['SHEAF_USER_DATA'];
  if (own) app.setPath('userData', own);
  if (!app.requestSingleInstanceLock()) return app.quit();
  avoidSmallSharedMemory(app.commandLine);
  registerScheme();
  secureApp();
  process.on('uncaughtException', (error) => { logUnexpected('main', error); });
  process.on('unhandledRejection', (error) => { logUnexpected('main', error); });
  const started = start();
  app.on('window-all-closed', () => { app.quit(); });
  leaveOnlyWhenSaved(started.context);
  // The engine's process comes first: it is the longest to be ready, and asking for it waits for nothing.
  void app.whenReady().then(() => {
    started.openLast();
    setImmediate(started.ready);
  });
}

/** Sets everything up; `openLast` starts the engine, which reads while `ready` makes the window. */
function start(): { context: Context; openLast: () => void; ready: () => void } {
  let window: BrowserWindow | null = null;
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'));
  const hear = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    tell(window, name, payload);
    if (name === 'changed' || name === 'indexed' || name === 'manuscript') kept.hear();
    if (name !== 'changed' || !('tables' in payload)) return;
    mirrors.hear(payload.tables);
    pdfReading.hear(payload.tables);
  };
  const attending: Attending = {
    async entered(folder) {
      pdfReading.enter();
      // One that cannot begin (a folder that can only be read takes no downloads) keeps none of the others.
      for (const one of [mirrors, kept, downloads]) await one.enter(folder).catch((error: unknown) => { logUnexpected('entering', error); });
    },
    async leaving() {
      pdfReading.leave();
      for (const one of [mirrors, kept, downloads]) await one.leave();
    },
  };
  const library = openLibraries({ start: startEngine, onEvent: hear, attending, unexpected: logUnexpected });
  const pdfReading = createPdfReading(() => library);
  const kept = keptFilesOf(() => library, app.getPath('userData'), () => { void kept.list().then((list) => { tell(window, 'kept', list); }, () => undefined); });
  const mirrors = createMirrors(() => library, settings);
  const downloads = createDownloads({
    name: () => machineName(),
    keep: async ({ paper }, from, { bytes, sha256, url }) => {
      const kept = await library.call('attachment.keep', { paper, from, mediaType: 'application/pdf', bytes, sha256, sourceUrl: url, pattern: settings.get().filePattern });
      if (!kept.ok) throw new Failure(kept.error);
    },
    onJobs: (jobs) => { tell(window, 'jobs', jobs); showProgress(window, jobs); },
    onProgress: (job, done, total, rate) => { tell(window, 'progress', { job, done, total, rate }); showProgress(window, downloads.list()); },
    newId: randomUUID, allowLoopback: process.env['SHEAF_ALLOW_LOOPBACK'] === '1',
  });
  const grants = createGrants(() => [...settings.get().recentLibraries, ...settings.get().recentManuscripts, ...[library.state().folder].filter((folder) => folder !== '')]);
  const citing = createCiting({ call: (name, input) => library.call(name, input), settings: () => settings.get() });
  const quickKeys = createQuickKeys({ settings: () => settings.get(), library, pick: () => citing.pick(), copySelection: () => { tell(window, 'action', { name: 'cite.quickCopy' }); } });
  const offers = followOffers(grants, () => window, () => { tell(window, 'offered', {}); });
  const context: Context = { library, settings, pdfPlaces: openPdfPlaces(join(app.getPath('userData'), 'pdf-places.json')), downloads, mirrors, kept, citing, quickKeys, grants, offers, window: () => window, settingsChanged: () => { nativeTheme.themeSource = settings.get().theme; tell(window, 'settings', settings.get()); } };
  const openLast = (): void => {
    const last = process.env['SHEAF_LIBRARY'] ?? settings.get().recentLibraries[0];
    if (last) void library.open(last, process.env['SHEAF_LIBRARY'] !== undefined).catch(() => undefined);
  };

  const ready = (): void => {
    nativeTheme.themeSource = settings.get().theme;
    secureSession();
    const locate: LocateFile = async (id) => {
      const found = await library.call('attachment.locate', { id });
      return found.ok ? found.value : null;
    };
    serveScheme(locate, () => library.state().folder);
    servePages(locate);
    serveContract({ ...libraryOperations(context), ...outOperations(context), ...downloadOperations(context), ...fileOperations(context), ...mirrorOperations(context), ...keptOperations(context), ...manuscriptOperations(context), ...pdfOperations(context), ...appOperations(context) }, (name, input) => {
      demandNamedPaths(grants, name, input);
      return library.call(name, input);
    });
    grantPickedFiles(grants);
    firstMenu();
    window = openWindow();
    offerTextMenu(window);
    window.on('closed', () => { window = null; });
    claimLinks();
    void citing.follow();
    quickKeys.follow();
  };
  return { context, openLast, ready };
}
