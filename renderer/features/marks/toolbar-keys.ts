import { useEffect, useRef } from 'react';
import { COLOURS } from '../../../src/model/annotation.ts';
import type { Colour } from '../../../src/model/annotation.ts';

/** While words are selected, 1 to 5 choose a colour, before the list's own keys. */
export function useToolbarKeys(active: boolean, choose: (colour: Colour) => void): void {
  const chosen = useRef(choose);
  useEffect(() => { chosen.current = choose; });
  useEffect(() => {
    if (!active) return;
    const press = (event: globalThis.KeyboardEvent): void => {
      const colour = /^[1-5]$/.test(event.key) ? COLOURS[Number(event.key) - 1] : undefined;
      const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      if (colour === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      chosen.current(colour);
    };
    window.addEventListener('keydown', press, true);
    return () => { window.removeEventListener('keydown', press, true); };
  }, [active]);
}
