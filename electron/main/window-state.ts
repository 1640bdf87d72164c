import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, screen, type BrowserWindow } from 'electron';
import { FRESH, onScreen, WindowState } from './on-screen.ts';

const file = (): string => join(app.getPath('userData'), 'window.json');

/** How the window was left; a fresh one where that cannot be read. One on a screen that is gone comes to the first. */
export function rememberedState(): WindowState {
  try {
    return onScreen(WindowState.parse(JSON.parse(readFileSync(file(), 'utf8'))), screen.getAllDisplays().map(({ workArea }) => workArea));
  } catch {
    return FRESH;
  }
}

/** Keeps how a window is left: its place, size, zoom, and whether it fills the screen. */
export function keepState(window: BrowserWindow): void {
  const keep = (): void => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen(), zoom: window.webContents.getZoomLevel() };
    mkdirSync(dirname(file()), { recursive: true });
    writeFileSync(file(), JSON.stringify(state));
  };
  window.on('close', keep);
}
