const MAC = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

interface Stroke { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; code?: string }

/** A key stroke as shortcuts are written: `Mod+Shift+z`, `j`, `?`. Shift is named only where the key does not show it; with Alt a digit is the key's, whatever letter that gives. */
export function strokeOf(event: Stroke, mac = MAC): string {
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code ?? '')?.[1] : undefined;
  const key = digit ?? (event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const shows = key.length === 1 && !/[a-z0-9]/.test(key);
  return [(mac ? event.metaKey : event.ctrlKey) && 'Mod', event.altKey && 'Alt', event.shiftKey && !shows && 'Shift', key].filter((part) => typeof part === 'string').join('+');
}

/** The shortcuts of an action, the first being the one to show. */
export const shortcutsOf = ({ shortcut }: { shortcut?: string | readonly string[] }): readonly string[] => (shortcut === undefined ? [] : typeof shortcut === 'string' ? [shortcut] : shortcut);

/** Whether a stroke is one of an action's shortcuts; `Shift+K` and `Shift+k` are one. */
export const hasStroke = (action: { shortcut?: string | readonly string[] }, stroke: string): boolean => shortcutsOf(action).some((keys) => keys.toLowerCase() === stroke.toLowerCase());
