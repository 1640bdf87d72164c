import { Menu, type MenuItemConstructorOptions } from 'electron';
import { MENU, type MenuEntry } from '../../src/contract/menu.ts';

/** Builds the native menu from the table that window and main share. */
export function buildMenu(onAction: (name: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(MENU.map(({ label, entries }) => ({ label, submenu: entries.map((entry) => item(entry, onAction)) }))));
}

function item(entry: MenuEntry, onAction: (name: string) => void): MenuItemConstructorOptions {
  if (entry === 'line') return { type: 'separator' };
  if ('role' in entry) return { role: entry.role };
  const { action, label, accelerator } = entry;
  return { label, ...(accelerator ? { accelerator, registerAccelerator: false } : {}), click: () => { onAction(action); } };
}
