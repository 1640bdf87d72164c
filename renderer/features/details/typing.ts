/** What is typed into a field, until it is kept. */
export interface Typing {
  /** Takes what stands in the field now; null: what is kept. */
  type: (text: string | null) => void;
  /** Keeps it where it differs from `value`. What is typed while that lasts is kept after it, if it was asked for by then. */
  keep: (value: string, save: (text: string) => Promise<boolean>) => Promise<void>;
  busy: () => boolean;
}

/** `onTyped` hears what stands in the field; `onKept` when all of it is kept. */
export function makeTyping({ onTyped, onKept }: { onTyped: (text: string | null) => void; onKept: () => void }): Typing {
  let typed: string | null = null;
  let busy = false;
  let next: ((value: string) => void) | null = null;
  const type = (text: string | null): void => {
    typed = text;
    onTyped(text);
  };
  const keep: Typing['keep'] = async (value, save) => {
    if (busy) { next = (now) => void keep(now, save); return; }
    const text = typed;
    if (text === null) return;
    if (text === value) { type(null); return; }
    busy = true;
    const kept = await save(text);
    busy = false;
    const waiting = next;
    next = null;
    if (kept && typed === text) {
      type(null);
      onKept();
    } else if (typed !== text) waiting?.(kept ? text : value);
  };
  return { type, keep, busy: () => busy };
}
