import type { SettingsSection } from '../settings/index.ts';
import { KeyPatternSetting } from './KeyPatternSetting.tsx';

export const citeSettings: SettingsSection = {
  id: 'cite', title: 'cite.settings',
  settings: [{ id: 'keyPattern', label: 'cite.keyPattern', words: 'cite.keyPattern.words', Control: KeyPatternSetting }],
};
