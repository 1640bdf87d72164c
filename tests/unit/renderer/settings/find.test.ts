import { describe, expect, it } from 'vitest';
import { findSettings } from '../../../../renderer/features/settings/find.ts';
import type { Setting, SettingsSection } from '../../../../renderer/features/settings/registry.ts';
import { t } from '../../../../renderer/messages/messages.ts';

const setting = (id: string, more: Pick<Setting, 'label' | 'about' | 'words'>): Setting => ({ id, Control: () => null, ...more });
const sections: SettingsSection[] = [
  { id: 'looks', title: 'settings.looks', settings: [setting('theme', { label: 'settings.theme', words: 'settings.theme.words' }), setting('rows', { label: 'settings.density' })] },
  { id: 'reading', title: 'settings.reading', settings: [setting('colours', { label: 'settings.colours', about: 'settings.coloursNote' })] },
];
const found = (typed: string): string[] => findSettings(typed, sections, t).flatMap(({ settings }) => settings.map(({ id }) => id));

describe('the search over the settings', () => {
  it('shows all of them while nothing is typed', () => { expect(found('')).toEqual(['theme', 'rows', 'colours']); });
  it('finds a setting by its label, in any case and without accents', () => { expect(found('THÈME')).toEqual(['theme']); });
  it('finds a setting by another word for it', () => { expect(found('night')).toEqual(['theme']); });
  it('finds a setting by its description', () => { expect(found('claim')).toEqual(['colours']); });
  it('asks for every word, in any order', () => {
    expect(found('list rows')).toEqual(['rows']);
    expect(found('list night')).toEqual([]);
  });
  it('shows the whole section whose title is typed', () => { expect(found('appearance')).toEqual(['theme', 'rows']); });
});
