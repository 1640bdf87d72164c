import type { Settings } from '../contract/views.ts';
import { settingsFile } from '../services/places.ts';
import { readSettings } from '../services/settings.ts';

/** What this user has chosen in the window: what a command takes where nothing else is said. */
export const usual = (): Settings => readSettings(settingsFile());
