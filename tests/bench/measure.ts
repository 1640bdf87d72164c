import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The value below which `share` of the values lie. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Proportional set size of a process and all its descendants, in MB (shared pages counted once in all). */
export function pssOf(root: number): number {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), parentOf(pid)]));
  const tree = new Set([root]);
  for (let grown = -1; grown !== tree.size;) {
    grown = tree.size;
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree].reduce((sum, pid) => sum + pss(pid), 0) / 1024;
}

const parentOf = (pid: string): number => Number(/\nPPid:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0);
const pss = (pid: number): number => Number(/\nPss:\s+(\d+) kB/.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended between the listing and the look.
    return '';
  }
}

type Answer = { ok: boolean; value?: { labels?: unknown } };
interface BridgeWindow { sheaf: { call(name: string, input: unknown): Promise<Answer & { value?: { id: string }[] & { query: string; version: number } }> } }

/** Milliseconds from a window's command to its acknowledgement, when it is on disk; each tags one paper more. */
export function editTimes(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (times) => {
    const { sheaf } = window as unknown as BridgeWindow;
    const handle = (await sheaf.call('papers.query', { scope: { in: 'all' } })).value;
    const rows = (await sheaf.call('papers.rows', { query: handle?.query, version: handle?.version, from: 0, count: times })).value ?? [];
    const taken: number[] = [];
    for (const [index, row] of rows.entries()) {
      const start = performance.now();
      await sheaf.call('command.run', { name: 'tag.add', input: { selection: { ids: [row.id] }, name: `bench ${index % 5}` } });
      taken.push(performance.now() - start);
    }
    return taken;
  }, count);
}

/** What the transpiler wraps named functions in; the page, which gets their text, needs it too. */
export const NAMING = 'globalThis.__name ??= (named) => named';

/** Runs in the page: from the next key on, waits for the frame in which the list is another one and all its rows in sight are filled. */
function listenForRows(): void {
  const before = document.querySelector('[data-listed]')?.getAttribute('data-listed');
  (window as unknown as { rowsShown: Promise<number> }).rowsShown = new Promise<number>((resolve) => {
    addEventListener('keydown', () => {
      const start = performance.now();
      const look = (): void => {
        const list = document.querySelector('[data-listed]');
        const shown = list === null || (list.getAttribute('data-listed') !== before && list.querySelector('[aria-busy]') === null);
        if (shown || performance.now() - start > 3000) resolve(performance.now() - start);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { once: true, capture: true });
  });
}

/** Milliseconds from each keystroke in the filter to the frame that shows rows of the new list. */
export async function filterTimes(page: Page, words: string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const word of words) {
    await page.focus('#filter');
    for (const letter of word) {
      await page.evaluate(listenForRows);
      await page.keyboard.press(letter);
      taken.push(await page.evaluate(() => (window as unknown as { rowsShown: Promise<number> }).rowsShown));
    }
    await page.fill('#filter', '');
    await page.waitForTimeout(300);
  }
  return taken;
}

/** Milliseconds between frames while the list is scrolled by the wheel for `seconds`. */
export async function frameTimes(page: Page, seconds: number): Promise<number[]> {
  await page.hover('[role=listbox]');
  const frames = page.evaluate((duration) => new Promise<number[]>((resolve) => {
    const gaps: number[] = [];
    const start = performance.now();
    let last = start;
    const frame = (now: number): void => {
      gaps.push(now - last);
      last = now;
      if (now - start < duration * 1000) requestAnimationFrame(frame);
      else resolve(gaps.slice(2));
    };
    requestAnimationFrame(frame);
  }), seconds);
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) await page.mouse.wheel(0, 240);
  return frames;
}
