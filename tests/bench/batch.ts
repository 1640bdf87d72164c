import type { Page } from 'playwright-core';

const TAG = 'one of five thousand';
/** Put after each title's vowels by the edit, so that every one of them differs. */
const EDITED = '\u0323';

/** Runs in the page: from now until the frame in which the first row shows a chip with these words, or shows none any more. */
async function untilShown({ tag, wanted, name, input }: { tag: string; wanted: boolean; name: string; input: unknown }): Promise<{ durable: number; shown: number }> {
  const { sheaf } = window as unknown as { sheaf: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: { message: string } }> } };
  const start = performance.now();
  const shown = new Promise<number>((resolve) => {
    const look = (): void => {
      const row = document.querySelector('[role=option][aria-posinset="1"]');
      if ((row?.textContent ?? '').includes(tag) === wanted || performance.now() - start > 10_000) resolve(performance.now() - start);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const answer = await sheaf.call(name, input);
  if (!answer.ok) throw new Error(answer.error?.message);
  const durable = performance.now() - start;
  return { durable, shown: await shown };
}

export interface BatchTimes { tagged: number[]; undone: number[]; edited: number[]; unedited: number[] }

/** Milliseconds from a window's command that tags the first 5,000 papers of the list, or edits them, to the frame that shows it, and back. */
export async function batchTimes(page: Page, times: number): Promise<BatchTimes> {
  const ids = await page.evaluate(async () => {
    const { sheaf } = window as unknown as { sheaf: { call(name: string, input: unknown): Promise<{ value: { query: string; version: number } & { id: string }[] }> } };
    const { query, version } = (await sheaf.call('papers.query', { scope: { in: 'all' } })).value;
    const found: string[] = [];
    for (let from = 0; from < 5000; from += 500) found.push(...(await sheaf.call('papers.rows', { query, version, from, count: 500 })).value.map((row) => row.id));
    return found;
  });
  const taken: BatchTimes = { tagged: [], undone: [], edited: [], unedited: [] };
  for (let run = 0; run < times; run++) {
    const tag = await page.evaluate(untilShown, { tag: TAG, wanted: true, name: 'command.run', input: { name: 'tag.add', input: { selection: { ids }, name: TAG } } });
    const undo = await page.evaluate(untilShown, { tag: TAG, wanted: false, name: 'history.undo', input: {} });
    taken.tagged.push(Math.max(tag.durable, tag.shown));
    taken.undone.push(Math.max(undo.durable, undo.shown));
    await page.waitForTimeout(500);
    const edits = [{ do: 'replace', field: 'title', find: 'e', by: `e${EDITED}`, regex: false, matchCase: false }, { do: 'set', field: 'language', value: 'en' }];
    const edit = await page.evaluate(untilShown, { tag: EDITED, wanted: true, name: 'command.run', input: { name: 'paper.editMany', input: { selection: { ids }, edits } } });
    const back = await page.evaluate(untilShown, { tag: EDITED, wanted: false, name: 'history.undo', input: {} });
    taken.edited.push(Math.max(edit.durable, edit.shown));
    taken.unedited.push(Math.max(back.durable, back.shown));
    await page.waitForTimeout(500);
  }
  return taken;
}
