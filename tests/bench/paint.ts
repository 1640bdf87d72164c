import type { Page } from 'playwright-core';

/** Runs in the page: the time from the next key to the frame after the one in which it was drawn. */
function listenForPaint(): void {
  (window as unknown as { painted: Promise<number> }).painted = new Promise<number>((resolve) => {
    addEventListener('keydown', () => {
      const start = performance.now();
      // A message posted in a frame runs right after that frame was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { resolve(performance.now() - start); };
        port2.postMessage(null);
      });
    }, { once: true, capture: true });
  });
}

/** Milliseconds from a keystroke to its paint. */
export async function keyToPaint(page: Page, key: string): Promise<number> {
  await page.evaluate(listenForPaint);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}
