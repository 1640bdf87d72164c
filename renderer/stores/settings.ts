import { create } from 'zustand';
import { Settings } from '../../src/contract/views.ts';
import { call, on } from '../client/client.ts';
import { t } from '../messages/messages.ts';
import { sayError } from './toasts.ts';

interface SettingsState {
  settings: Settings;
  /** Shows the change at once and writes it; what the main process answers wins. */
  set(change: Partial<Settings>): Promise<void>;
}

/** Changes that were not answered yet. What is told of an earlier one must not undo a later one: quick presses of a key each count. */
let unanswered = 0;

/** What the user chose about the looks and manners of the window. */
export const useSettings = create<SettingsState>((put, get) => ({
  settings: Settings.parse({}),
  async set(change) {
    put({ settings: { ...get().settings, ...change } });
    unanswered++;
    const answer = await call('settings.set', change);
    unanswered--;
    if (!answer.ok) sayError(answer.error);
    else if (unanswered === 0) put({ settings: answer.value });
  },
}));

/** Reads the settings and follows them from then on. */
export async function followSettings(): Promise<void> {
  on('settings', (settings) => { if (unanswered === 0) useSettings.setState({ settings }); });
  const answer = await call('settings.get', {});
  if (answer.ok) useSettings.setState({ settings: answer.value });
  const info = await call('app.info', {});
  if (info.ok && info.value.settingsTrouble) sayTrouble(info.value.settingsTrouble.keptAs);
}

const sayTrouble = (file: string | null): void => { sayError({ code: 'unreadable', message: file === null ? t('settings.held') : t('settings.unreadable', { file }) }); };
