import { app, globalShortcut } from 'electron';
import { isCiteFormat, writeCites, type Cite } from '../../src/citation/cite.ts';
import type { Settings } from '../../src/contract/views.ts';
import { writeClipboard } from './clipboard.ts';
import type { OpenLibrary } from './library.ts';

/** The keys that copy a citation from every program, where the settings allow them. */
export interface QuickKeys {
  /** Takes or gives up the keys, as the settings now say. */
  follow(): void;
  /** Whether the system would not give them: another program has them. */
  taken(): boolean;
}

interface Needs { settings(): Settings; library: OpenLibrary; pick(): Promise<Cite[] | null>; copySelection(): void }

export function createQuickKeys({ settings, library, pick, copySelection }: Needs): QuickKeys {
  let held: string | null = null;
  let taken = false;
  const press = (): void => {
    if (settings().quickCopy.anywhere === 'pick') void pick().then((cites) => (cites === null || cites.length === 0 ? undefined : copyPicked(library, cites, settings())));
    else copySelection();
  };
  app.on('will-quit', () => { globalShortcut.unregisterAll(); });
  return {
    taken: () => taken,
    follow() {
      const { anywhere, keys } = settings().quickCopy;
      const wanted = anywhere === 'off' ? null : keys;
      if (wanted === held) return;
      if (held !== null) globalShortcut.unregister(held);
      held = wanted !== null && registered(wanted, press) ? wanted : null;
      taken = wanted !== null && held === null;
    },
  };
}

/** Whether the system gives us the keys; one that knows no such keys refuses by an error. */
function registered(keys: string, press: () => void): boolean {
  try {
    return globalShortcut.register(keys, press);
  } catch {
    return false;
  }
}

/** What was picked, each work with its own place and words, in the form that is usual here. */
async function copyPicked(library: OpenLibrary, cites: Cite[], { quickCopy: { format }, citationStyle: style, citationLocale: locale }: Settings): Promise<void> {
  if (isCiteFormat(format)) return writeClipboard(writeCites(cites, format));
  const made = format === 'citation' ? await library.call('cite.citation', { cites, style, locale }) : await library.call('cite.bibliography', { selection: { ids: cites.map(({ id }) => id) }, style, locale });
  if (made.ok) await writeClipboard(made.value.text, made.value.html);
}
