import { useEffect, useState } from 'react';
import type { Output } from '../../../../src/contract/contract.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { useSettings } from '../../../stores/settings.ts';
import { Segments } from '../../../ui/Segments.tsx';
import type { Setting } from '../../settings/index.ts';

type State = Output<'citing.state'>;

const words = ({ listening, port, taken }: State): string => (taken ? t('citing.taken', { port: String(port) }) : listening ? t('citing.listening', { port: String(port) }) : t('citing.off'));

function Allow() {
  const { settings: { citing }, set } = useSettings();
  const [state, setState] = useState<State | null>(null);
  const look = (): void => { void call('citing.state', {}).then((answer) => { if (answer.ok) setState(answer.value); }); };
  useEffect(look, [citing]);
  return (
    <>
      <Segments label={t('citing.allow')} value={citing.allowed ? 'yes' : 'no'} options={[{ value: 'no', label: t('citing.no') }, { value: 'yes', label: t('citing.yes') }]}
        onChange={(value) => void set({ citing: { ...citing, allowed: value === 'yes' } }).then(look)} />
      <p className="settings-note" role="status">{state === null ? '' : words(state)}</p>
    </>
  );
}

function Port() {
  const { settings: { citing }, set } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    const port = Number(typed);
    if (typed !== null && Number.isInteger(port) && port >= 1024 && port <= 65_535) void set({ citing: { ...citing, port } });
    setTyped(null);
  };
  return (
    <label className="setting"><span>{t('citing.port')}</span>
      <input className="input cite-port" inputMode="numeric" value={typed ?? String(citing.port)} maxLength={5} onChange={(event) => { setTyped(event.target.value.replace(/\D/g, '')); }} onBlur={save} onKeyDown={(event) => { if (event.key === 'Enter') save(); }} />
    </label>
  );
}

/** Whether and where other programs may ask for citations. */
export const otherPrograms: readonly Setting[] = [
  { id: 'citing', label: 'citing.allow', about: 'citing.allow.about', words: 'citing.allow.words', Control: Allow },
  { id: 'citing-port', label: 'citing.port', words: 'citing.port.words', Control: Port },
];
