import type { ComponentType } from 'react';
import type { MessageKey } from '../../messages/messages.ts';

/** One thing a person may choose. `Control` draws it whole, with its label; label, description and other words are what the search finds it by. */
export interface Setting {
  id: string;
  label: MessageKey;
  /** Shown under the control. */
  about?: MessageKey;
  /** What people also call it and its values, never shown. */
  words?: MessageKey;
  Control: ComponentType;
}

/** Settings that belong together, under one heading. */
export interface SettingsSection { id: string; title: MessageKey; settings: readonly Setting[] }
