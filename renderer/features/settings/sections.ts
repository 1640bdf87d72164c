import { citeSettings } from '../cite/index.ts';
import { fileSettings } from '../files/index.ts';
import { keptSettings } from '../kept/index.ts';
import { aboutSettings } from './About.tsx';
import { noteSettings } from '../notes/index.ts';
import { librarySettings } from './LibrarySettings.tsx';
import { looksSettings } from './Looks.tsx';
import { readingSettings } from './Reading.tsx';
import type { SettingsSection } from './registry.ts';

/** Every section of the settings, in the order of the page. */
export const sections: readonly SettingsSection[] = [looksSettings, readingSettings, noteSettings, citeSettings, keptSettings, fileSettings, librarySettings, aboutSettings];
