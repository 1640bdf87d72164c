import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Face, Measure, Size } from '../looks/index.ts';
import { ColourNames } from './ColourNames.tsx';
import type { SettingsSection } from './registry.ts';

function MeasureTried() {
  return <><Measure /><div className="settings-sample"><p>{t('settings.sample')}</p></div></>;
}

function PdfPages() {
  const { settings, set } = useSettings();
  return <Segments label={t('settings.pdfPages')} value={settings.pdfDark ? 'dark' : 'paper'} onChange={(pages) => void set({ pdfDark: pages === 'dark' })} options={[{ value: 'paper', label: t('settings.pdfPaper') }, { value: 'dark', label: t('settings.dark') }]} />;
}

export const readingSettings: SettingsSection = {
  id: 'reading', title: 'settings.reading',
  settings: [
    { id: 'size', label: 'settings.size', words: 'settings.size.words', Control: Size },
    { id: 'measure', label: 'settings.measure', words: 'settings.measure.words', Control: MeasureTried },
    { id: 'face', label: 'settings.face', words: 'settings.face.words', Control: Face },
    { id: 'pdfPages', label: 'settings.pdfPages', words: 'settings.pdfPages.words', Control: PdfPages },
    { id: 'colourNames', label: 'settings.colours', about: 'settings.coloursNote', words: 'settings.colours.words', Control: ColourNames },
  ],
};
