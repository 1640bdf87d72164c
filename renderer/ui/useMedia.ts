import { useSyncExternalStore } from 'react';

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  const listen = (listener: () => void): (() => void) => {
    const list = matchMedia(query);
    list.addEventListener('change', listener);
    return () => { list.removeEventListener('change', listener); };
  };
  return useSyncExternalStore(listen, () => matchMedia(query).matches);
}
