import { useState } from 'react';
import { COLOURS } from '../../../src/model/annotation.ts';
import type { Colour } from '../../../src/model/annotation.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';

function ColourName({ colour }: { colour: Colour }) {
  const { settings, set } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    if (typed === null) return;
    const others = Object.fromEntries(Object.entries(settings.colourNames).filter(([one]) => one !== colour));
    void set({ colourNames: typed.trim() === '' ? others : { ...others, [colour]: typed.trim() } });
    setTyped(null);
  };
  return (
    <label className="colour-name">
      <span className="colour-dot" style={{ background: `var(--mark-${colour})`, borderColor: `var(--mark-${colour}-strong)` }} aria-hidden />
      <span className="hidden-text">{t('settings.colourName', { colour: t(`abstract.colour.${colour}`) })}</span>
      <input className="input" value={typed ?? settings.colourNames[colour] ?? ''} placeholder={t(`abstract.colour.${colour}`)} maxLength={40}
        onChange={(event) => { setTyped(event.target.value); }} onBlur={save} onKeyDown={(event) => { if (event.key === 'Enter') save(); }} />
    </label>
  );
}

/** What each colour of a mark means to this reader: shown wherever the colour is offered. */
export function ColourNames() {
  return <div className="setting settings-block"><span>{t('settings.colours')}</span><div className="colour-names">{COLOURS.map((colour) => <ColourName key={colour} colour={colour} />)}</div></div>;
}
