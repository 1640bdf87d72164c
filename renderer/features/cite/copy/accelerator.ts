interface Press { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

const MAC = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

/** Keys as Electron writes them (`CommandOrControl+Alt+K`); what is pressed alone, or with Shift alone, comes out as no accelerator. */
export function acceleratorFrom({ code, key, ctrlKey, metaKey, altKey, shiftKey }: Press, mac = MAC): string {
  const main = mac ? metaKey : ctrlKey;
  const held = [main && 'CommandOrControl', (mac ? ctrlKey : metaKey) && (mac ? 'Control' : 'Super'), altKey && 'Alt', main || altKey ? shiftKey && 'Shift' : false].filter((one) => typeof one === 'string');
  const named = /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? (/^F\d{1,2}$/.test(key) ? key : key.toUpperCase());
  return held.length === 0 ? '' : [...held, named].join('+');
}

/** The same as people know them on their machine. */
export const shownKeys = (keys: string, mac = MAC): string => keys.replace('CommandOrControl', mac ? '⌘' : 'Ctrl').replace('Alt', mac ? '⌥' : 'Alt').replace('Super', mac ? 'Super' : 'Win').split('+').join(mac ? ' ' : ' + ');
