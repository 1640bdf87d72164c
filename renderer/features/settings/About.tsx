import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import type { SettingsSection } from './registry.ts';

function Version() {
  const [info, setInfo] = useState<Output<'app.info'> | null>(null);
  useEffect(() => { void call('app.info', {}).then((answer) => { if (answer.ok) setInfo(answer.value); }); }, []);
  return <p className="settings-note settings-line">{info === null ? '' : t('settings.version', { version: info.version, platform: info.platform })} {t('settings.licence')}</p>;
}

export const aboutSettings: SettingsSection = {
  id: 'about', title: 'settings.about',
  settings: [{ id: 'version', label: 'settings.about', words: 'settings.about.words', Control: Version }],
};
