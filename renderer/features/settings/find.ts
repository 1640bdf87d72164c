import type { MessageKey } from '../../messages/messages.ts';
import type { Setting, SettingsSection } from './registry.ts';

/** Marks of letters do not count: "couleur" and "Größe" are found as people type them. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every typed word is in one of the texts. */
export function hasWords(typed: string, texts: readonly string[]): boolean {
  const all = fold(texts.join('\n'));
  return fold(typed).split(/\s+/).every((word) => all.includes(word));
}

/** The settings that what is typed speaks of, in their sections; a section whose title is meant is whole. */
export function findSettings(typed: string, sections: readonly SettingsSection[], say: (key: MessageKey) => string): SettingsSection[] {
  const textsOf = ({ label, about, words }: Setting): string[] => [label, about, words].flatMap((key) => (key === undefined ? [] : [say(key)]));
  return sections
    .map((section) => ({ ...section, settings: section.settings.filter((setting) => hasWords(typed, [say(section.title), ...textsOf(setting)])) }))
    .filter(({ settings }) => settings.length > 0);
}
