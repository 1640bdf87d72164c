import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import type { NastyServer } from '../helpers/nasty-server.ts';
import { PDF, startNastyServer } from '../helpers/nasty-server.ts';
import { until } from '../helpers/until.ts';

const MANY = 30;
let folder: string;
let sheaf: Launched;
let server: NastyServer;
let [atOnce, most] = [0, 0];
let slow = true;
const jobs = () => ask(sheaf.page, 'jobs.list', {});
const states = async (): Promise<Record<string, number>> => { const count: Record<string, number> = {}; for (const { state } of await jobs()) count[state] = (count[state] ?? 0) + 1; return count; };
const press = (name: string): Promise<void> => sheaf.page.locator(`[data-action="${name}"]`).first().click();
const start = async (): Promise<void> => {
  sheaf = await launchSheaf({ library: join(folder, 'Library'), userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_ALLOW_LOOPBACK: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-many-'));
  server = await startNastyServer();
  for (let n = 0; n < MANY; n++) {
    server.paths[`/${String(n)}.pdf`] = (_request, response) => {
      most = Math.max(most, ++atOnce);
      response.on('close', () => { atOnce--; });
      if (slow) response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': PDF.length }).write(PDF.subarray(0, 5000));
      else response.setHeader('content-type', 'application/pdf').end(PDF);
    };
  }
  await start();
  const text = Array.from({ length: MANY }, (_, n) => `@article{p${String(n)}, title={Wanted number ${String(n)}}, year={2020}, url={${server.base}/${String(n)}.pdf}}`).join('\n');
  const { preview } = await ask(sheaf.page, 'import.preview', { source: { text, name: 'refs.bib' } });
  await ask(sheaf.page, 'import.commit', { preview });
});
afterAll(async () => {
  await sheaf.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

it('downloads of a selection of thirty go to one host one at a time, wait their turn, and can be put first', async () => {
  await sheaf.page.locator('.row').first().click();
  await sheaf.page.keyboard.press('ControlOrMeta+a');
  await sheaf.page.keyboard.press('d');
  await sheaf.page.getByText(`${String(MANY)} downloads asked for`).waitFor();
  await until(states, (count) => count['running'] === 1 && count['queued'] === MANY - 1);
  await sheaf.page.getByTestId('work').click();
  const last = (await jobs()).find(({ state }) => state === 'queued');
  await sheaf.page.locator('[data-testid="job-queued"]').filter({ hasText: last?.title ?? '' }).locator('[data-action="job.first"]').click();
  slow = false;
  await sheaf.page.getByTestId('job-running').locator('[data-action="job.cancel"]').click();
  await until(async () => (await jobs()).find(({ id }) => id === last?.id)?.state, (state) => state === 'done');
  expect(server.hits).toHaveLength(2);
  expect(most).toBe(1);
});

it('they are paused all at once and called off all at once, which a kill does not change', async () => {
  slow = true;
  await press('jobs.pauseAll');
  await until(states, (count) => count['paused'] === MANY - 2);
  await press('jobs.resumeAll');
  await until(states, (count) => count['running'] === 1);
  await press('jobs.cancelAll');
  await until(states, (count) => count['cancelled'] === MANY - 1 && count['done'] === 1);
  await until(() => Promise.resolve(atOnce), (open) => open === 0);
  sheaf.app.process().kill('SIGKILL');
  await sheaf.close().catch(() => undefined);
  const before = server.hits.length;
  await start();
  await until(states, (count) => count['cancelled'] === MANY - 1);
  expect(server.hits).toHaveLength(before);
  expect(most).toBe(1);
});
