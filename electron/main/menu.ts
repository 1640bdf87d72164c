import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { AppMenu, MenuEntry } from '../../src/contract/menu.ts';

const MAC = process.platform === 'darwin';

/** Until the window has said what its menu is, there are the system's own entries, worded by the system. */
export function firstMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(MAC ? [{ role: 'appMenu' as const }] : []), { role: 'fileMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]));
}

/**
 * Shows the window's menu. Its keys are handled in the window, where a text field with the focus keeps its own; macOS alone
 * handles keys of menus itself, and its first menu is the system's.
 */
export function showMenu(menu: AppMenu, onAction: (name: string) => void): void {
  const own = menu.map(({ label, entries }): MenuItemConstructorOptions => ({ label, submenu: entries.map((entry) => item(entry, onAction)) }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(MAC ? [{ role: 'appMenu' as const }] : []), ...own]));
}

function item(entry: MenuEntry, onAction: (name: string) => void): MenuItemConstructorOptions {
  if (entry === 'line') return { type: 'separator' };
  if ('role' in entry) return { role: entry.role };
  const { action, label, enabled, accelerator } = entry;
  return { label, enabled, ...(accelerator ? { accelerator, registerAccelerator: false } : {}), click: () => { onAction(action); } };
}

/** The menu of a text field, or of words that can be copied. Lists and chips have the window's own. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const entries = isEditable ? fieldMenu(editFlags) : selectionText.trim() === '' ? [] : [{ role: 'copy' as const }];
    if (entries.length > 0) Menu.buildFromTemplate(entries).popup({ window });
  });
}

function fieldMenu({ canUndo, canRedo, canCut, canCopy, canPaste, canSelectAll }: Electron.EditFlags): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', enabled: canUndo }, { role: 'redo', enabled: canRedo }, { type: 'separator' },
    { role: 'cut', enabled: canCut }, { role: 'copy', enabled: canCopy }, { role: 'paste', enabled: canPaste }, { type: 'separator' }, { role: 'selectAll', enabled: canSelectAll },
  ];
}
