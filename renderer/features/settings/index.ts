export { settingsActions } from './actions.ts';
export { SettingsView } from './SettingsView.tsx';
export type { Setting, SettingsSection } from './registry.ts';
