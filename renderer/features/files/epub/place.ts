import { useSettings } from '../../../stores/settings.ts';

/** So many books are remembered; the one read longest ago goes first. */
const MOST = 300;
const PAUSE = 600;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Where a book was left. */
export function placeOf(id: string, parts: number): { part: number; at: number; anchor: string } {
  const kept = useSettings.getState().settings.readTo[id];
  return kept && kept.chapter < parts ? { part: kept.chapter, at: kept.at, anchor: '' } : { part: 0, at: 0, anchor: '' };
}

/** Remembers where a book is being read, once the reader has stopped for a moment. */
export function rememberPlace(id: string, chapter: number, at: number): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const { settings, set } = useSettings.getState();
    const others = Object.entries(settings.readTo).filter(([one]) => one !== id).slice(-MOST + 1);
    void set({ readTo: { ...Object.fromEntries(others), [id]: { chapter, at } } });
  }, PAUSE);
}
