import { Search } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { focusSettingsSearch } from './SettingsView.tsx';

export const settingsActions: readonly Action[] = [
  { name: 'settings.find', label: 'action.findSetting', shortcut: ['/', 'Mod+f'], icon: Search, group: 'app', inFields: true, hidden: true, when: (ctx) => ctx.place === 'settings', run: focusSettingsSearch },
];
