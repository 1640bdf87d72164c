/** An entry of the native menu: an action of the window by name, or a role of the system. Labels are catalogue keys of the menu. */
export type MenuEntry = { action: string; label: string; accelerator?: string } | { role: 'quit' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'togglefullscreen' | 'minimize' | 'close' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'toggleDevTools' } | 'line';

/**
 * The native menu. An entry sends its action's name to the window, whose registry knows what it does; keys are shown here
 * and handled there, so that a text field with the focus keeps its own.
 */
export const MENU: { label: string; entries: MenuEntry[] }[] = [
  { label: 'File', entries: [{ action: 'import.open', label: 'Import…', accelerator: 'CmdOrCtrl+O' }, { action: 'export.bibtex', label: 'Export BibTeX…' }, { action: 'export.csl-json', label: 'Export CSL JSON…' }, 'line', { action: 'app.settings', label: 'Settings…', accelerator: 'CmdOrCtrl+,' }, 'line', { role: 'close' }, { role: 'quit' }] },
  { label: 'Edit', entries: [{ action: 'history.undo', label: 'Undo', accelerator: 'CmdOrCtrl+Z' }, { action: 'history.redo', label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z' }, 'line', { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
  { label: 'View', entries: [{ action: 'app.palette', label: 'All actions…', accelerator: 'CmdOrCtrl+K' }, { action: 'app.activity', label: 'Activity' }, 'line', { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
  { label: 'Help', entries: [{ action: 'app.shortcuts', label: 'Keyboard shortcuts' }, { role: 'toggleDevTools' }] },
];
