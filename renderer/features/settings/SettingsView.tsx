import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import { call } from '../../client/client.ts';
import { ROW_STYLES } from '../../../src/contract/list-form.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { PatternSetting } from '../files/index.ts';
import { Range } from '../../ui/Range.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { LibrarySettings } from './LibrarySettings.tsx';
import './settings.css';

function Looks() {
  const { settings, set } = useSettings();
  return (
    <section aria-labelledby="settings-looks">
      <h2 id="settings-looks">{t('settings.looks')}</h2>
      <div className="settings-box">
        <Segments label={t('settings.theme')} value={settings.theme} onChange={(theme) => void set({ theme })}
          options={[{ value: 'system', label: t('settings.system') }, { value: 'light', label: t('settings.light') }, { value: 'dark', label: t('settings.dark') }]} />
        <Segments label={t('settings.density')} value={settings.density} onChange={(density) => void set({ density })}
          options={ROW_STYLES.map((value) => ({ value, label: t(`rows.${value}`) }))} />
      </div>
    </section>
  );
}

function Reading() {
  const { settings, set } = useSettings();
  const tryOut = (change: Partial<typeof settings>): void => { useSettings.setState({ settings: { ...settings, ...change } }); };
  return (
    <section aria-labelledby="settings-reading">
      <h2 id="settings-reading">{t('settings.reading')}</h2>
      <div className="settings-box">
        <Range label={t('settings.size')} value={settings.abstractSize} from={13} to={28} unit={t('settings.px')} onChange={(abstractSize) => { tryOut({ abstractSize }); }} onEnd={(abstractSize) => void set({ abstractSize })} />
        <Range label={t('settings.measure')} value={settings.abstractMeasure} from={40} to={100} unit={t('settings.ch')} onChange={(abstractMeasure) => { tryOut({ abstractMeasure }); }} onEnd={(abstractMeasure) => void set({ abstractMeasure })} />
        <div className="settings-sample"><p>{t('settings.sample')}</p></div>
      </div>
    </section>
  );
}

function About() {
  const [info, setInfo] = useState<Output<'app.info'> | null>(null);
  useEffect(() => { void call('app.info', {}).then((answer) => { if (answer.ok) setInfo(answer.value); }); }, []);
  return (
    <section aria-labelledby="settings-about">
      <h2 id="settings-about">{t('settings.about')}</h2>
      <p className="settings-note">{info === null ? '' : t('settings.version', { version: info.version, platform: info.platform })} {t('settings.licence')}</p>
    </section>
  );
}

/** What the user may choose, each change at once. */
export function SettingsView() {
  return <main className="page"><h1>{t('settings.title')}</h1><Looks /><Reading /><PatternSetting /><LibrarySettings /><About /></main>;
}
