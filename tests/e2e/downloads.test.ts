import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import type { Launched } from '../helpers/launch.ts';
import { APP_FOLDER, launchSheaf } from '../helpers/launch.ts';
import { type NastyServer, PDF, pdfOf, serveRanges, startNastyServer } from '../helpers/nasty-server.ts';
import { until } from '../helpers/until.ts';

const PAPERS = [['good', 'Quick to Come'], ['long', 'Long and Interrupted'], ['page', 'Behind a Login'], ['none', 'Nowhere to Be Found']] as const;
const BIB = PAPERS.map(([key, title]) => `@article{${key}, title={${title}}, year={2020}${key === 'none' ? '' : `, url={${key === 'page' ? 'OTHER' : 'URL'}/${key}.pdf}`}}`).join('\n');
const LONG = pdfOf(900_000);

let folder: string;
let server: NastyServer;
let sheaf: Launched;
let env: Record<string, string>;
const start = async (): Promise<void> => {
  sheaf = await launchSheaf({ library: join(folder, 'Library'), userData: join(folder, 'settings'), env });
  sheaf.page.setDefaultTimeout(15_000);
};
const jobs = () => ask(sheaf.page, 'jobs.list', {});
const stateOf = async (title: string): Promise<string | undefined> => (await jobs()).find((job) => job.title === title)?.state;
const act = (name: string) => sheaf.page.locator(`.page [data-action="${name}"]`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-downloads-'));
  server = await startNastyServer();
  server.paths['/long.pdf'] = (_request, response) => {
    // It stops in the middle of the first answer and says no more, until the app is started again.
    response.writeHead(200, { etag: '"long"', 'content-type': 'application/pdf', 'content-length': LONG.length });
    response.write(LONG.subarray(0, 400_000));
  };
  server.paths['/page.pdf'] = server.paths['/page'] ?? (() => undefined);
  env = { SHEAF_ALLOW_LOOPBACK: '1', HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') };
  await start();
  await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
  const preview = await ask(sheaf.page, 'import.preview', { source: { text: BIB.replaceAll('URL', server.base).replaceAll('OTHER', server.base.replace('127.0.0.1', 'localhost')), name: 'refs.bib' } });
  await ask(sheaf.page, 'import.commit', { preview: preview.preview });
});
afterAll(async () => {
  await sheaf.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

// One at a time goes to a host: what stops in the middle is on one, what needs a login on another.
describe('downloads', () => {
  it('of a selection are asked for at once, and say what cannot be had', async () => {
    await sheaf.page.getByRole('option').filter({ hasText: 'Quick to Come' }).click();
    await sheaf.page.keyboard.press('ControlOrMeta+a');
    await sheaf.page.keyboard.press('d');
    await sheaf.page.getByText('3 downloads asked for, 1 names no place to fetch it from.').waitFor();
    await until(() => stateOf('Quick to Come'), (state) => state === 'done');
    await until(() => stateOf('Behind a Login'), (state) => state === 'failed');
    await until(jobs, (list) => list.some(({ title, done }) => title === 'Long and Interrupted' && done >= 300_000));
    await sheaf.page.locator('.row').filter({ hasText: 'Long and Interrupted' }).getByText(/PDF \d+%/).waitFor();
  });

  it('are shown with what can be done about them, and why one failed', async () => {
    await sheaf.page.getByTestId('work').click();
    await sheaf.page.getByTestId('job-failed').getByText('a web page that names no PDF').waitFor();
    await sheaf.page.getByTestId('job-running').getByText('of 0.9 MB').waitFor();
    expect(await violations(sheaf.page)).toEqual([]);
  });

  it('are paused, and go on after the app was killed, from where they were', async () => {
    await sheaf.page.getByTestId('job-running').locator('[data-action="job.pause"]').click();
    await sheaf.page.getByTestId('job-paused').waitFor();
    sheaf.app.process().kill('SIGKILL');
    await sheaf.close().catch(() => undefined);
    const ranges: (string | undefined)[] = [];
    const rest = serveRanges(LONG, '"long"');
    server.paths['/long.pdf'] = (request, response, nasty) => { ranges.push(request.headers.range); rest(request, response, nasty); };
    await start();
    await until(() => stateOf('Long and Interrupted'), (state) => state === 'paused');
    expect(await stateOf('Behind a Login')).toBe('failed');
    await sheaf.page.getByRole('button', { name: 'Activity' }).first().click();
    await act('jobs.resumeAll').click();
    await until(() => stateOf('Long and Interrupted'), (state) => state === 'done');
    expect(ranges).toEqual([expect.stringMatching(/^bytes=[1-9]\d+-$/)]);
    const { query } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, text: 'long interrupted' });
    const [row] = await ask(sheaf.page, 'papers.list', { selection: { query, except: [] } }).then(({ papers }) => papers);
    const { attachments } = await ask(sheaf.page, 'papers.get', { id: row?.id ?? '' });
    expect((await readFile(join(folder, 'Library', attachments[0]?.path ?? ''))).equals(LONG)).toBe(true);
  });

  it('are cleared from the list when they have ended', async () => {
    await act('jobs.clear').click();
    await sheaf.page.getByText('No downloads, imports or exports yet.').waitFor();
  });

  it('of the command line appear in the open window', async () => {
    server.paths['/page.pdf'] = server.paths['/good.pdf'] ?? (() => undefined);
    const child = spawn(process.execPath, [join(APP_FOLDER, 'cli', 'sheaf.cjs'), 'download', '--all-missing', '--json'], { env: { ...process.env, ...env, SHEAF_LIBRARY: join(folder, 'Library') } });
    let out = '';
    child.stdout.on('data', (text: Buffer) => { out += text.toString(); });
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ downloaded: 1, have: 2, unknown: 1, jobs: [{ title: 'Behind a Login', state: 'done', bytes: PDF.length }] });
    const { query } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, text: '', sort: 'title' });
    const rows = await ask(sheaf.page, 'papers.list', { selection: { query, except: [] } });
    const withFile = await Promise.all(rows.papers.map(async ({ id }) => (await ask(sheaf.page, 'papers.get', { id })).attachments.length));
    expect(withFile.sort()).toEqual([0, 1, 1, 1]);
  });
});
