import { randomUUID } from 'node:crypto';
import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import { Failure } from '../../src/contract/errors.ts';
import { createDownloads } from '../../src/services/downloads/downloads.ts';
import { openSettings } from '../../src/services/settings.ts';
import type { Context } from './context.ts';
import { createGrants, type Grants, demandNamedPaths, grantPickedFiles } from './grants.ts';
import { openLibraries } from './library.ts';
import { logUnexpected } from './log.ts';
import { buildMenu } from './menu.ts';
import { appOperations } from './operations/app.ts';
import { libraryOperations } from './operations/library.ts';
import { outOperations } from './operations/out.ts';
import { inApp } from './paths.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { serveContract, tell } from './router.ts';
import { secureApp, secureSession } from './security.ts';
import { openWindow } from './window.ts';

const MEDIA = /\.(?:bib|ris|json|txt|html?|md)$/i;

if (process.argv.includes('--cli')) runCommandLine();
else runApp();

/** `sheaf …` from the packaged app: the same command as from a clone, without a window. */
function runCommandLine(): void {
  const descriptor = Number(process.env['SHEAF_STDERR_FD']);
  if (descriptor > 2) speakThrough(descriptor);
  process.argv = [process.execPath, 'sheaf', ...process.argv.slice(process.argv.indexOf('--cli') + 1)];
  void import(inApp('cli', 'sheaf.cjs'));
}

/** The command's own stderr as the script that started it hands it over: the usual one is closed to Chromium's messages. */
function speakThrough(descriptor: number): void {
  process.stderr.write = (text: string | Uint8Array, ...more: unknown[]): boolean => {
    if (typeof text === 'string') writeSync(descriptor, text);
    else writeSync(descriptor, text);
    const written = more.at(-1);
    if (typeof written === 'function') written();
    return true;
  };
}

function runApp(): void {
  const own = process.env['SHEAF_USER_DATA'];
  if (own) app.setPath('userData', own);
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerScheme();
  secureApp();
  process.on('uncaughtException', (error) => { logUnexpected('main', error); });
  process.on('unhandledRejection', (error) => { logUnexpected('main', error); });
  const started = start();
  app.on('window-all-closed', () => { app.quit(); });
  leaveOnlyWhenSaved(started.context);
  void app.whenReady().then(started.ready);
}

/** Sets everything up; the engine starts at once, so that it reads while the window is made. */
function start(): { context: Context; ready: () => void } {
  let window: BrowserWindow | null = null;
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'));
  const library = openLibraries((name, payload) => { tell(window, name, payload); });
  const downloads = createDownloads({
    folder: () => join(library.state().folder, 'cache'),
    keep: async ({ paper }, from, { bytes, sha256, url }) => {
      const kept = await library.call('attachment.keep', { paper, from, mediaType: 'application/pdf', bytes, sha256, sourceUrl: url });
      if (!kept.ok) throw new Failure(kept.error);
    },
    onJobs: (jobs) => { tell(window, 'jobs', jobs); showProgress(window, jobs); },
    onProgress: (job, done, total) => { tell(window, 'progress', { job, done, total }); },
    newId: randomUUID, now: () => new Date().toISOString(), allowInternal: process.env['SHEAF_ALLOW_LOOPBACK'] === '1',
  });
  const grants = createGrants(() => [...settings.get().recentLibraries, ...[library.state().folder].filter((folder) => folder !== '')]);
  const context: Context = { library, settings, downloads, grants, window: () => window, settingsChanged: () => { nativeTheme.themeSource = settings.get().theme; tell(window, 'settings', settings.get()); } };
  const last = process.env['SHEAF_LIBRARY'] ?? settings.get().recentLibraries[0];
  if (last) void app.whenReady().then(() => library.open(last, process.env['SHEAF_LIBRARY'] !== undefined)).catch(() => undefined);

  const ready = (): void => {
    nativeTheme.themeSource = settings.get().theme;
    secureSession();
    serveScheme(async (id) => {
      const found = await library.call('attachment.locate', { id });
      return found.ok ? found.value : null;
    });
    serveContract({ ...libraryOperations(context), ...outOperations(context), ...appOperations(context) }, (name, input) => {
      demandNamedPaths(grants, name, input);
      return library.call(name, input);
    });
    grantPickedFiles(grants);
    buildMenu((name) => { tell(window, 'action', { name }); });
    window = openWindow();
    window.on('closed', () => { window = null; });
    offerFiles(() => window, grants);
  };
  return { context, ready };
}

/** Files given to the app: by association, on the command line, to a second start. */
function offerFiles(window: () => BrowserWindow | null, grants: Grants): void {
  const offer = (file: string): void => { tell(window(), 'offered', { file: grants.grant(file) }); };
  const given = (args: string[]): string[] => args.slice(1).filter((arg) => !arg.startsWith('-') && MEDIA.test(arg) && existsSync(arg));
  app.on('open-file', (event, file) => { event.preventDefault(); offer(file); });
  app.on('second-instance', (_event, args) => {
    window()?.show();
    window()?.focus();
    given(args).forEach(offer);
  });
  window()?.webContents.once('did-finish-load', () => { given(process.argv).forEach(offer); });
}

/** The sum of running downloads in the taskbar. */
function showProgress(window: BrowserWindow | null, jobs: { state: string; done: number; total: number | null }[]): void {
  const running = jobs.filter(({ state, total }) => state === 'running' && total);
  const share = running.reduce((sum, { done, total }) => sum + done / (total ?? 1), 0) / (running.length || 1);
  if (window && !window.isDestroyed()) window.setProgressBar(running.length > 0 ? share : -1);
}

/** Quitting waits until downloads have stopped and the engine has closed its files. */
function leaveOnlyWhenSaved({ library, downloads }: Context): void {
  let saved = false;
  app.on('will-quit', (event) => {
    if (saved) return;
    event.preventDefault();
    void Promise.allSettled([downloads.close()]).then(() => library.close()).catch((error: unknown) => { logUnexpected('quit', error); }).finally(() => {
      saved = true;
      app.quit();
    });
  });
}
