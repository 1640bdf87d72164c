import { BrowserWindow, nativeTheme } from 'electron';
import { ORIGIN } from './origin.ts';
import { icon, inApp } from './paths.ts';
import { keepState, rememberedState } from './window-state.ts';

/** Opens the window as it was left, in the colour it will have, and shows it when it has something to show. */
export function openWindow(): BrowserWindow {
  const { maximized, fullScreen, zoom, x, y, ...size } = rememberedState();
  const image = icon();
  const window = new BrowserWindow({
    ...size, ...(x === undefined || y === undefined ? {} : { x, y }), minWidth: 800, minHeight: 500, show: false, title: 'Sheaf', ...(image ? { icon: image } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b19' : '#fbfaf6',
    webPreferences: {
      preload: inApp('preload', 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, 
      // Elsewhere the dictionaries would come over the network, which no window uses; macOS brings its own.
      spellcheck: process.platform === 'darwin', navigateOnDragDrop: false,
    },
  });
  if (maximized) window.maximize();
  if (fullScreen) window.setFullScreen(true);
  window.once('ready-to-show', () => { window.show(); });
  window.webContents.once('did-finish-load', () => { window.webContents.setZoomLevel(zoom); });
  keepState(window);
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}
