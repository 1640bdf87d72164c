import { hasWords } from '../../actions/matching.ts';
import type { MessageKey } from '../../messages/messages.ts';
import type { Setting, SettingsSection } from './registry.ts';

/** The settings that what is typed speaks of, in their sections; a section whose title is meant is whole. */
export function findSettings(typed: string, sections: readonly SettingsSection[], say: (key: MessageKey) => string): SettingsSection[] {
  const textsOf = ({ label, about, words }: Setting): string[] => [label, about, words].flatMap((key) => (key === undefined ? [] : [say(key)]));
  return sections
    .map((section) => ({ ...section, settings: section.settings.filter((setting) => hasWords(typed, [say(section.title), ...textsOf(setting)])) }))
    .filter(({ settings }) => settings.length > 0);
}
