import type { Page } from 'playwright-core';

/** Runs in the page: the time from the next key to the frame, drawn, in which another abstract stands. */
function listenForNextPaper(): void {
  (window as unknown as { another: Promise<number> }).another = new Promise<number>((resolve, reject) => {
    setTimeout(() => { reject(new Error('No other abstract came.')); }, 5000);
    const shown = (): string | undefined => document.querySelector<HTMLElement>('.triage-main')?.dataset['paper'];
    addEventListener('keydown', () => {
      const start = performance.now();
      const before = shown();
      const look = (): void => {
        const now = shown();
        if (now === undefined || now === before) return void requestAnimationFrame(look);
        // A message posted in a frame runs right after that frame was painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { resolve(performance.now() - start); };
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    }, { once: true, capture: true });
  });
}

/** Milliseconds from each key of a triage (on, or a decision that is written) to the next abstract painted. */
export async function triageTimes(page: Page, count: number): Promise<number[]> {
  await page.locator('[data-keys=list]').first().focus();
  await page.keyboard.press('Shift+T');
  await page.locator('.triage-main[data-paper]').waitFor();
  const taken: number[] = [];
  for (let at = 0; at < count; at++) {
    await page.evaluate(listenForNextPaper);
    await page.keyboard.press(['j', 'e', 'l', 'f'][at % 4] ?? 'j');
    taken.push(await page.evaluate(() => (window as unknown as { another: Promise<number> }).another));
  }
  await page.keyboard.press('Escape');
  await page.locator('[role=listbox]').waitFor();
  return taken;
}
