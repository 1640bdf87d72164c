import { useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import { runAction } from '../../actions/run.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { openLibrary } from '../../stores/open.ts';
import { useSettings } from '../../stores/settings.ts';
import { sayError } from '../../stores/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import type { SettingsSection } from './registry.ts';

function Check() {
  const [found, setFound] = useState<Output<'library.check'> | 'working' | null>(null);
  const check = async (): Promise<void> => {
    setFound('working');
    const answer = await call('library.check', {});
    setFound(answer.ok ? answer.value : null);
    if (!answer.ok) sayError(answer.error);
  };
  return (
    <div className="setting">
      <div className="settings-words" role="status">
        {found === null ? null : found === 'working' ? t('settings.checking') : found.sound ? t('settings.sound', { records: found.records }) : (
          <>{t('settings.unsound', { count: found.findings.length })}<ul>{found.findings.map((one) => <li key={one.file + one.message}>{one.file}: {one.message}</li>)}</ul></>
        )}
      </div>
      <Button action="library.check" disabled={found === 'working'} onPress={() => void check()}>{t('settings.check')}</Button>
    </div>
  );
}

function Recent() {
  const here = useLibrary((state) => state.folder);
  const recent = useSettings((state) => state.settings.recentLibraries).filter((folder) => folder !== here);
  if (recent.length === 0) return null;
  return (
    <div className="setting settings-recent">
      <span>{t('settings.recent')}</span>
      <ul>{recent.map((folder) => <li key={folder}><Button kind="quiet" onPress={() => void openLibrary(folder)}>{folder}</Button></li>)}</ul>
    </div>
  );
}

/** Where the library is, and the ways to another one. */
function Folder() {
  const folder = useLibrary((state) => state.folder);
  return (
    <>
      <div className="settings-folder"><span>{t('settings.folder')}</span><code>{folder}</code><p className="settings-note">{t('settings.folderNote')}</p></div>
      <div className="settings-buttons">
        <Button action="library.open" onPress={() => runAction('library.open')}>{t('settings.open')}</Button>
        <Button action="library.create" onPress={() => runAction('library.create')}>{t('settings.create')}</Button>
        <Button action="library.createElsewhere" onPress={() => runAction('library.createElsewhere')}>{t('settings.createElsewhere')}</Button>
        <Button action="library.move" onPress={() => runAction('library.move')}>{t('settings.move')}</Button>
      </div>
    </>
  );
}

export const librarySettings: SettingsSection = {
  id: 'library', title: 'settings.library',
  settings: [
    { id: 'folder', label: 'settings.folder', words: 'settings.folder.words', Control: Folder },
    { id: 'recent', label: 'settings.recent', words: 'settings.recent.words', Control: Recent },
    { id: 'check', label: 'settings.check', words: 'settings.check.words', Control: Check },
  ],
};
