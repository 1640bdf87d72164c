import { useCallback } from 'react';
import type { Colour } from '../../../src/model/annotation.ts';
import { isMessage, t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';

/** What the reader calls a colour, else its plain name. */
export function useColourName(): (colour: Colour) => string {
  const names = useSettings((state) => state.settings.colourNames);
  return useCallback((colour) => {
    const key = `abstract.colour.${colour}`;
    return names[colour] ?? (isMessage(key) ? t(key) : colour);
  }, [names]);
}
