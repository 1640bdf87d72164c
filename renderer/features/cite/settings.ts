import type { SettingsSection } from '../settings/index.ts';
import { quickCopySettings } from './copy/QuickCopySettings.tsx';
import { KeyPatternSetting } from './keys/KeyPatternSetting.tsx';
import { styleSettings } from './styles/StyleSettings.tsx';
import { otherPrograms } from './picker/OtherPrograms.tsx';

/** All that is chosen about citing, in one section: the style, keys, the quick copy, and other programs that ask for citations. */
export const citeSettings: SettingsSection = {
  id: 'cite', title: 'cite.settings',
  settings: [...styleSettings, { id: 'keyPattern', label: 'cite.keyPattern', words: 'cite.keyPattern.words', Control: KeyPatternSetting }, ...quickCopySettings, ...otherPrograms],
};
