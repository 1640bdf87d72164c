import type { Settings } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Range } from '../../ui/Range.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ColourNames } from './ColourNames.tsx';
import type { SettingsSection } from './registry.ts';

/** Shown while it is dragged, written when it is let go. */
const tryOut = (change: Partial<Settings>): void => { useSettings.setState(({ settings }) => ({ settings: { ...settings, ...change } })); };

function Size() {
  const { settings, set } = useSettings();
  return <Range label={t('settings.size')} value={settings.abstractSize} from={13} to={28} unit={t('settings.px')} onChange={(abstractSize) => { tryOut({ abstractSize }); }} onEnd={(abstractSize) => void set({ abstractSize })} />;
}

function Measure() {
  const { settings, set } = useSettings();
  return (
    <>
      <Range label={t('settings.measure')} value={settings.abstractMeasure} from={40} to={100} unit={t('settings.ch')} onChange={(abstractMeasure) => { tryOut({ abstractMeasure }); }} onEnd={(abstractMeasure) => void set({ abstractMeasure })} />
      <div className="settings-sample"><p>{t('settings.sample')}</p></div>
    </>
  );
}

function PdfPages() {
  const { settings, set } = useSettings();
  return <Segments label={t('settings.pdfPages')} value={settings.pdfDark ? 'dark' : 'paper'} onChange={(pages) => void set({ pdfDark: pages === 'dark' })} options={[{ value: 'paper', label: t('settings.pdfPaper') }, { value: 'dark', label: t('settings.dark') }]} />;
}

export const readingSettings: SettingsSection = {
  id: 'reading', title: 'settings.reading',
  settings: [
    { id: 'size', label: 'settings.size', words: 'settings.size.words', Control: Size },
    { id: 'measure', label: 'settings.measure', words: 'settings.measure.words', Control: Measure },
    { id: 'pdfPages', label: 'settings.pdfPages', words: 'settings.pdfPages.words', Control: PdfPages },
    { id: 'colourNames', label: 'settings.colours', about: 'settings.coloursNote', words: 'settings.colours.words', Control: ColourNames },
  ],
};
