import { useState } from 'react';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import type { SettingsSection } from '../settings/index.ts';
import { FIELDS, NameList, useNames } from './RenameDialog.tsx';
import './files.css';

/** How new files are named, shown with the person's own papers. */
function PatternSetting() {
  const { settings, set } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const pattern = typed ?? settings.filePattern;
  const names = useNames(pattern, null, 3);
  const save = (): void => {
    if (typed !== null && typed.trim() !== '') void set({ filePattern: typed.trim() });
    setTyped(null);
  };
  return (
    <div className="file-setting">
      <label className="file-label" htmlFor="file-pattern">{t('files.patternLabel')}</label>
      <input id="file-pattern" className="input" value={pattern} onChange={(event) => { setTyped(event.target.value); }} onBlur={save} onKeyDown={(event) => { if (event.key === 'Enter') save(); }} />
      <p className="form-hint">{t('files.patternHint', { fields: FIELDS })}</p>
      {names !== null && names.files === 0 && <p className="form-hint">{t('files.noExample')}</p>}
      {names !== null && names.names.length > 0 && <><p className="file-label">{t('files.patternExample')}</p><NameList names={names} /></>}
    </div>
  );
}

export const fileSettings: SettingsSection = {
  id: 'files', title: 'files.pattern',
  settings: [{ id: 'filePattern', label: 'files.patternLabel', words: 'files.pattern.words', Control: PatternSetting }],
};
