import type { ElectronApplication } from 'playwright-core';

/** Electrons before 45 read rich text at once; later ones read items. */
interface OlderClipboard { readHTML?: () => string }

/** What the app's machine has on its clipboard. */
export function readClipboard(app: ElectronApplication): Promise<{ text: string; html: string }> {
  return app.evaluate(async ({ clipboard }) => {
    const text = await clipboard.readText();
    const older = clipboard as unknown as OlderClipboard;
    if (older.readHTML) return { text, html: older.readHTML() };
    const rich = (await clipboard.read()).find((item) => item.types.includes('text/html'));
    return { text, html: rich ? await (await rich.getType('text/html')).text() : '' };
  });
}

/** Puts plain text there. */
export async function writeClipboard(app: ElectronApplication, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
}
