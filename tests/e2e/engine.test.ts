import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { launchSheaf, type Launched } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

/** The library engine is killed under the window's hands. */
const PAGE = fileURLToPath(new URL('../fixtures/listed-page.txt', import.meta.url));
let sheaf: Launched;
let folder: string;
const ENGINE = 'Sheaf library';
const enginePid = (): Promise<number | undefined> => sheaf.app.evaluate(({ app }, name) => app.getAppMetrics().find((one) => one.serviceName === name || one.name === name)?.pid, ENGINE);
/** Kills it the hard way and waits until it is gone. */
async function killEngine(): Promise<void> {
  const pid = await until(enginePid, (found) => found !== undefined);
  process.kill(pid ?? 0, 'SIGKILL');
  await until(enginePid, (found) => found !== pid);
}
const titled = (title: string) => ask(sheaf.page, 'command.run', { name: 'paper.add', input: { draft: { item: { type: 'article', title } } } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-engine-'));
  sheaf = await launchSheaf({ library: join(folder, 'library'), env: { HOME: folder } });
  sheaf.page.setDefaultTimeout(15_000);
  await sheaf.page.locator('.sidebar').waitFor();
  const { preview } = await ask(sheaf.page, 'import.preview', { source: { text: await readFile(PAGE, 'utf8'), name: 'page.txt' } });
  await ask(sheaf.page, 'import.commit', { preview });
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an engine that stops', () => {
  it('in the middle of a note is started again; the words in the editor stay and are saved', async () => {
    await sheaf.page.getByRole('option').filter({ hasText: 'Marginalia as Memory' }).click();
    await sheaf.page.locator('.note-empty').click();
    await sheaf.page.keyboard.type('Read before the kill');
    await sheaf.page.evaluate(() => {
      new MutationObserver(() => { if (document.querySelector('[data-testid="restarting"]')) document.body.dataset['seen'] = 'restarting'; }).observe(document.body, { subtree: true, childList: true });
    });
    await killEngine();
    await sheaf.page.keyboard.type(', and after it');
    await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
    await sheaf.page.locator('.note-state.note-saved').waitFor();
    expect(await sheaf.page.locator('.cm-content').innerText()).toBe('Read before the kill, and after it');
    expect(await sheaf.page.evaluate(() => document.body.dataset['seen'])).toBe('restarting');
    expect(await sheaf.page.getByTestId('restarting').count()).toBe(0);
    const { rows } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, text: 'Marginalia', first: 5 });
    const detail = await ask(sheaf.page, 'papers.get', { id: rows[0]?.id });
    expect(detail.notes.map(({ markdown }) => markdown)).toEqual(['Read before the kill, and after it']);
  });

  it('during a burst of edits loses none that was acknowledged', async () => {
    const acknowledged: string[] = [];
    const burst = (async () => {
      for (let n = 0; n < 200; n++) {
        const done = await titled(`Burst ${String(n)}`).then(() => true, () => false);
        if (!done) return;
        acknowledged.push(`Burst ${String(n)}`);
      }
    })();
    await until(() => Promise.resolve(acknowledged.length), (count) => count >= 10);
    await killEngine();
    await burst;
    await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
    const { rows, total } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, text: 'Burst', sort: 'title', first: 300 });
    expect(total).toBeGreaterThanOrEqual(acknowledged.length);
    const titles = new Set(rows.map(({ title }) => title));
    expect(acknowledged.filter((title) => !titles.has(title))).toEqual([]);
    expect((await ask(sheaf.page, 'library.check', {})).findings).toEqual([]);
  });

  it('a third time within a minute is left stopped, and says so, until the person asks for another try', async () => {
    await killEngine();
    await sheaf.page.locator('[role="alert"] h1').waitFor();
    expect(await sheaf.page.locator('[role="alert"]').innerText()).toContain('What was saved is on disk');
    expect((await ask(sheaf.page, 'library.state', {})).error?.code).toBe('engine-stopped');
    await sheaf.page.getByRole('button', { name: 'Try again' }).click();
    await sheaf.page.locator('.sidebar').waitFor();
    expect((await ask(sheaf.page, 'library.overview', {})).counts.all).toBeGreaterThan(10);
  });
});
