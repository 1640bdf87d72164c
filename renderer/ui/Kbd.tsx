import './kbd.css';

const MAC = navigator.platform.startsWith('Mac');
const SIGNS: Record<string, string> = { Mod: MAC ? '⌘' : 'Ctrl', Shift: MAC ? '⇧' : 'Shift', Alt: MAC ? '⌥' : 'Alt', ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', PageDown: 'PgDn', PageUp: 'PgUp', Delete: 'Del', ',': ',' };
const sign = (key: string): string => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** The keys of a shortcut written `Mod+Shift+Z`. */
export function Kbd({ keys }: { keys: string }) {
  return <span className="keys">{keys.split('+').map((key) => <kbd key={key}>{sign(key)}</kbd>)}</span>;
}
