import { LIST_LAYOUTS, ROW_STYLES } from '../../../src/contract/list-form.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Theme } from '../looks/index.ts';
import type { SettingsSection } from './registry.ts';

function Rows() {
  const { settings, set } = useSettings();
  return <Segments label={t('settings.density')} value={settings.density} onChange={(density) => void set({ density })} options={ROW_STYLES.map((value) => ({ value, label: t(`rows.${value}`) }))} />;
}

function Layout() {
  const { settings, set } = useSettings();
  return <Segments label={t('settings.layout')} value={settings.layout} onChange={(layout) => void set({ layout })} options={LIST_LAYOUTS.map((value) => ({ value, label: t(`layout.${value}`) }))} />;
}

function Panes() {
  const { settings, set } = useSettings();
  const asBegun = Object.keys(settings.panes).length === 0;
  return <div className="setting"><span>{t('settings.panes')}</span><Button disabled={asBegun} onPress={() => void set({ panes: {} })}>{asBegun ? t('settings.panesDefault') : t('settings.panesReset')}</Button></div>;
}

function Notices() {
  const { settings, set } = useSettings();
  return <Segments label={t('settings.notices')} value={settings.notices ? 'told' : 'silent'} onChange={(value) => void set({ notices: value === 'told' })} options={[{ value: 'told', label: t('settings.noticesTold') }, { value: 'silent', label: t('settings.noticesSilent') }]} />;
}

export const looksSettings: SettingsSection = {
  id: 'looks', title: 'settings.looks',
  settings: [
    { id: 'theme', label: 'settings.theme', words: 'settings.theme.words', Control: Theme },
    { id: 'rows', label: 'settings.density', words: 'settings.density.words', Control: Rows },
    { id: 'layout', label: 'settings.layout', words: 'settings.layout.words', Control: Layout },
    { id: 'panes', label: 'settings.panes', words: 'settings.panes.words', Control: Panes },
    { id: 'notices', label: 'settings.notices', about: 'settings.noticesNote', words: 'settings.notices.words', Control: Notices },
  ],
};
