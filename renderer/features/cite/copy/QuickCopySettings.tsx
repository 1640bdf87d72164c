import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { QUICK_COPIES, QuickCopy } from '../../../../src/citation/quick-copy.ts';
import { Accelerator } from '../../../../src/contract/views.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { useSettings } from '../../../stores/settings.ts';
import { Segments } from '../../../ui/Segments.tsx';
import type { Setting } from '../../settings/index.ts';
import { acceleratorFrom, shownKeys } from './accelerator.ts';

function Form() {
  const { settings: { quickCopy }, set } = useSettings();
  return (
    <label className="setting"><span>{t('cite.quick')}</span>
      <select className="input setting-select" value={quickCopy.format} onChange={(event) => void set({ quickCopy: { ...quickCopy, format: QuickCopy.parse(event.target.value) } })}>
        {QUICK_COPIES.map((format) => <option key={format} value={format}>{t(`cite.quick.${format}`)}</option>)}
      </select>
    </label>
  );
}

/** Whether the system gave the keys, asked after each change. */
function useTaken(of: unknown): boolean {
  const [taken, setTaken] = useState(false);
  useEffect(() => { void call('citing.state', {}).then((answer) => { if (answer.ok) setTaken(answer.value.keysTaken); }); }, [of]);
  return taken;
}

/** Keys are chosen by pressing them. */
function Keys() {
  const { settings: { quickCopy }, set } = useSettings();
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const keys = Accelerator.safeParse(acceleratorFrom(event));
    if (keys.success) void set({ quickCopy: { ...quickCopy, keys: keys.data } });
  };
  return <input className="input setting-keys" readOnly aria-label={t('cite.anywhereKeys')} title={t('cite.anywhereKeys')} value={shownKeys(quickCopy.keys)} onKeyDown={press} data-keys="own" />;
}

function Anywhere() {
  const { settings: { quickCopy }, set } = useSettings();
  const taken = useTaken(quickCopy);
  return (
    <>
      <Segments label={t('cite.anywhere')} value={quickCopy.anywhere} onChange={(anywhere) => void set({ quickCopy: { ...quickCopy, anywhere } })}
        options={(['off', 'selection', 'pick'] as const).map((value) => ({ value, label: t(`cite.anywhere.${value}`) }))} />
      {quickCopy.anywhere === 'off' ? null : <div className="key-line setting-more"><Keys /><p className="settings-note" role="status">{t(taken ? 'cite.anywhereTaken' : 'cite.anywhereHint')}</p></div>}
    </>
  );
}

/** What the quick copy copies, and whether it works from other programs. */
export const quickCopySettings: readonly Setting[] = [
  { id: 'quickCopy', label: 'cite.quick', about: 'cite.quick.about', words: 'cite.quick.words', Control: Form },
  { id: 'quickCopyAnywhere', label: 'cite.anywhere', words: 'cite.anywhere.words', Control: Anywhere },
];
