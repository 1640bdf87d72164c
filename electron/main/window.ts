import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { z } from 'zod';
import { ORIGIN } from './origin.ts';
import { icon, inApp } from './paths.ts';

const Bounds = z.object({ x: z.number().optional(), y: z.number().optional(), width: z.number().min(800), height: z.number().min(500), maximized: z.boolean() });
const boundsFile = (): string => join(app.getPath('userData'), 'window.json');

/** Opens the window where it was, in the colour it will have, and shows it when it has something to show. */
export function openWindow(): BrowserWindow {
  const { maximized, x, y, ...size } = rememberedBounds();
  const image = icon();
  const window = new BrowserWindow({
    ...size, ...(x === undefined || y === undefined ? {} : { x, y }), minWidth: 800, minHeight: 500, show: false, title: 'Sheaf', ...(image ? { icon: image } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b19' : '#fbfaf6',
    webPreferences: { preload: inApp('preload', 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false, navigateOnDragDrop: false },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => { window.show(); });
  window.on('close', () => { remember(window); });
  void window.loadURL((!app.isPackaged && process.env['SHEAF_DEV_URL']) || `${ORIGIN}/index.html`);
  return window;
}

function rememberedBounds(): z.infer<typeof Bounds> {
  const fresh = { width: 1440, height: 900, maximized: false };
  try {
    const bounds = Bounds.parse(JSON.parse(readFileSync(boundsFile(), 'utf8')));
    return onScreen(bounds) ? bounds : fresh;
  } catch {
    return fresh;
  }
}

/** A screen may have been unplugged since. */
function onScreen({ x, y }: { x?: number | undefined; y?: number | undefined }): boolean {
  if (x === undefined || y === undefined) return true;
  return screen.getAllDisplays().some(({ workArea: area }) => x >= area.x - 50 && x < area.x + area.width - 50 && y >= area.y - 50 && y < area.y + area.height - 50);
}

function remember(window: BrowserWindow): void {
  writeFileSync(boundsFile(), JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
}
