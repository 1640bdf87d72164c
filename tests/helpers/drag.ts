import type { Locator, Page } from 'playwright-core';

type What = { files: string[] } | { text: string };

/** Drags files or a text from outside over something in the window, as the system does it; `letGo` drops them there. */
export async function dragIn(page: Page, what: What, over: Locator): Promise<{ letGo(): Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const box = await over.boundingBox();
  if (box === null) throw new Error('There is nothing to drag over.');
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 200)];
  const data = 'files' in what ? { items: [], files: what.files, dragOperationsMask: 1 } : { items: [{ mimeType: 'text/plain', data: what.text }], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, x, y, data });
  return {
    async letGo() {
      await session.send('Input.dispatchDragEvent', { type: 'drop', x, y, data });
      await session.detach();
    },
  };
}

/** Drops files or a text on something in the window. */
export const dropOn = async (page: Page, what: What, over: Locator): Promise<void> => (await dragIn(page, what, over)).letGo();
