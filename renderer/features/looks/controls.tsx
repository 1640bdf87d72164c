import { FACES } from '../../../src/contract/views.ts';
import type { Settings } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Range } from '../../ui/Range.tsx';
import { Segments } from '../../ui/Segments.tsx';

/** Shown while it is dragged, written when it is let go. */
const tryOut = (change: Partial<Settings>): void => { useSettings.setState(({ settings }) => ({ settings: { ...settings, ...change } })); };

export function Theme() {
  const { settings, set } = useSettings();
  return (
    <Segments label={t('settings.theme')} value={settings.theme} onChange={(theme) => void set({ theme })}
      options={[{ value: 'system', label: t('settings.system') }, { value: 'light', label: t('settings.light') }, { value: 'dark', label: t('settings.dark') }]} />
  );
}

export function Face() {
  const { settings, set } = useSettings();
  return <Segments label={t('settings.face')} value={settings.abstractFace} onChange={(abstractFace) => void set({ abstractFace })} options={FACES.map((value) => ({ value, label: t(`face.${value}`) }))} />;
}

export function Size() {
  const { settings, set } = useSettings();
  return <Range label={t('settings.size')} value={settings.abstractSize} from={13} to={28} unit={t('settings.px')} onChange={(abstractSize) => { tryOut({ abstractSize }); }} onEnd={(abstractSize) => void set({ abstractSize })} />;
}

export function Measure() {
  const { settings, set } = useSettings();
  return <Range label={t('settings.measure')} value={settings.abstractMeasure} from={40} to={100} unit={t('settings.ch')} onChange={(abstractMeasure) => { tryOut({ abstractMeasure }); }} onEnd={(abstractMeasure) => void set({ abstractMeasure })} />;
}
