import { useEffect, useState } from 'react';

/**
 * Enter that is pressed before the answers to the typed words are there: it waits for them, so that it never takes what
 * other words had found. `drop` when the words change: whoever goes on typing has not chosen yet.
 */
export function useHeld(ready: boolean, take: () => void): { press: () => void; drop: () => void } {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!held || !ready) return;
    setHeld(false);
    take();
  }, [held, ready, take]);
  return { press: () => { if (ready) take(); else setHeld(true); }, drop: () => { setHeld(false); } };
}
