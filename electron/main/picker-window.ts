import { BrowserWindow, nativeTheme } from 'electron';
import { ORIGIN } from './origin.ts';
import { icon, inApp } from './paths.ts';

/** The small window in which somebody who writes elsewhere picks what to cite. It stands above the editor and takes the keys. */
export function openPickerWindow(): BrowserWindow {
  const image = icon();
  const window = new BrowserWindow({
    width: 640, height: 460, minWidth: 480, minHeight: 320, center: true, show: false, alwaysOnTop: true, minimizable: false, maximizable: false, fullscreenable: false, autoHideMenuBar: true, title: 'Sheaf', ...(image ? { icon: image } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b19' : '#fbfaf6',
    webPreferences: { preload: inApp('preload', 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false, navigateOnDragDrop: false },
  });
  window.setMenu(null);
  window.once('ready-to-show', () => { window.show(); window.focus(); });
  void window.loadURL(`${ORIGIN}/index.html?picker`);
  return window;
}
