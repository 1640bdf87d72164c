import { Activity, FolderOpen, FolderPlus, FolderSymlink, Keyboard, PanelLeft, Redo2, Settings, SunMoon, Undo2, Command } from 'lucide-react';
import type { Action } from '../../../actions/registry.ts';
import { redo, undo } from '../../../stores/act.ts';
import { createLibrary, moveLibrary, openLibrary } from '../../../stores/open.ts';
import { useSettings } from '../../../stores/settings.ts';
import { open, show, useView } from '../../../stores/view.ts';

const always = (): boolean => true;
const dark = (): boolean => document.documentElement.dataset['theme'] === 'dark';

export const appActions: readonly Action[] = [
  { name: 'history.undo', label: 'action.undo', shortcut: 'Mod+z', icon: Undo2, group: 'app', when: (ctx) => ctx.overview !== null, run: undo },
  { name: 'history.redo', label: 'action.redo', shortcut: ['Mod+Shift+z', 'Mod+y'], icon: Redo2, group: 'app', when: (ctx) => ctx.overview !== null, run: redo },
  { name: 'app.palette', label: 'action.palette', shortcut: 'Mod+k', icon: Command, group: 'app', inFields: true, hidden: true, when: always, run: () => { open('palette'); } },
  { name: 'app.shortcuts', label: 'action.help', shortcut: '?', icon: Keyboard, group: 'app', when: always, run: () => { open('help'); } },
  { name: 'app.settings', label: 'action.settings', shortcut: 'Mod+,', icon: Settings, group: 'app', inFields: true, when: always, run: () => { show('settings'); } },
  { name: 'app.activity', label: 'action.activity', icon: Activity, group: 'app', when: (ctx) => ctx.overview !== null, run: () => { show('activity'); } },
  { name: 'app.papers', label: 'action.papers', shortcut: 'Escape', group: 'app', when: (ctx) => ctx.place !== 'papers', run: () => { show('papers'); } },
  { name: 'app.sidebar', label: 'action.sidebar', shortcut: 'Mod+b', icon: PanelLeft, group: 'app', when: always, run: () => { useView.setState(({ sidebar }) => ({ sidebar: !sidebar })); } },
  { name: 'app.theme', label: 'action.theme', icon: SunMoon, group: 'app', when: always, run: () => useSettings.getState().set({ theme: dark() ? 'light' : 'dark' }) },
  { name: 'library.open', label: 'action.openLibrary', shortcut: 'Mod+Shift+o', icon: FolderOpen, group: 'library', when: always, run: () => openLibrary() },
  { name: 'library.create', label: 'action.newLibrary', icon: FolderPlus, group: 'library', when: always, run: () => createLibrary({}) },
  { name: 'library.createElsewhere', label: 'action.newLibraryElsewhere', icon: FolderPlus, group: 'library', when: always, run: () => createLibrary({ choose: true }) },
  { name: 'library.move', label: 'action.moveLibrary', icon: FolderSymlink, group: 'library', when: (ctx) => ctx.overview !== null, run: moveLibrary },
];
