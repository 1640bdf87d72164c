import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/contract/views.ts';
import { createDownloads, type DownloadOptions, type Downloads } from '../../../src/services/downloads/downloads.ts';
import { nextToStart } from '../../../src/services/downloads/schedule.ts';
import { type NastyServer, PDF, pdfOf, serveRanges, startNastyServer } from '../../helpers/nasty-server.ts';
import { until } from '../../helpers/until.ts';

let server: NastyServer;
let folder: string;
let kept: { paper: string; bytes: Buffer }[];
let open: Downloads[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-downloads-'));
  server = await startNastyServer();
  kept = [];
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((downloads) => downloads.leave()));
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function enter(more: Partial<DownloadOptions> = {}): Promise<Downloads> {
  const downloads = createDownloads({
    name: async () => 'mtest', keep: async (request, file) => { kept.push({ paper: request.title, bytes: await readFile(file) }); await rm(file); },
    onJobs: () => undefined, onProgress: () => undefined, newId: randomUUID, allowLoopback: true, gap: 0, backoff: [5, 5], ...more,
  });
  open.push(downloads);
  await downloads.enter(folder);
  return downloads;
}
/** A paper's id that can be told from others by its end. */
const paperId = (name: string): string => name.toUpperCase().replace(/[^0-9A-HJKMNP-TV-Z]/g, '0').padStart(26, '0');
const ask = (downloads: Downloads, name: string, path: string): string => downloads.start({ paper: paperId(name), title: name, url: server.base + path });
const settled = (downloads: Downloads): Promise<Job[]> => until(async () => downloads.list(), (jobs) => jobs.every(({ state }) => !['queued', 'running'].includes(state)));
const state = (downloads: Downloads, id: string): string | undefined => downloads.list().find((job) => job.id === id)?.state;

describe('the queue', () => {
  it('hands a verified file over and is done only then', async () => {
    const downloads = await enter();
    ask(downloads, 'a', '/good.pdf');
    expect(await settled(downloads)).toMatchObject([{ state: 'done', done: PDF.length }]);
    expect(kept).toEqual([{ paper: 'a', bytes: PDF }]);
  });

  it('takes nothing where the library’s folder takes no downloads, instead of letting it wait for ever', async () => {
    const downloads = await enter();
    await downloads.leave();
    await writeFile(join(folder, 'taken'), 'a file where the folder should be');
    await expect(downloads.enter(join(folder, 'taken'))).rejects.toThrow();
    expect(() => ask(downloads, 'a', '/good.pdf')).toThrow('cannot be written');
    expect(downloads.list()).toEqual([]);
  });

  it('says what failed for good, and tries again on request', async () => {
    const downloads = await enter();
    const id = ask(downloads, 'b', '/page');
    expect(await settled(downloads)).toMatchObject([{ state: 'failed', error: { code: 'not-a-pdf' } }]);
    downloads.retry(id);
    expect(state(downloads, id)).not.toBe('failed');
    expect(await settled(downloads)).toMatchObject([{ id, state: 'failed' }]);
    expect(server.hits).toEqual(['/page', '/page']);
  });

  it('comes back by itself after what may pass, and gives up after its tries', async () => {
    const downloads = await enter();
    ask(downloads, 'c', '/busy-once');
    ask(downloads, 'd', '/busy');
    const jobs = await settled(downloads);
    expect(jobs).toMatchObject([{ title: 'd', state: 'failed', error: { code: 'network', retryable: true } }, { title: 'c', state: 'done' }]);
    expect(server.hits.filter((path) => path === '/busy')).toHaveLength(3);
  });

  it('does not fetch the same twice, and one at a time from a host', async () => {
    const downloads = await enter();
    const ids = ['1', '2', '3', '3'].map((paper) => ask(downloads, paper, '/endless'));
    await until(async () => server.hits.length, (hits) => hits > 0);
    expect(new Set(ids).size).toBe(3);
    expect(downloads.list().filter((job) => job.state === 'running')).toHaveLength(1);
  });

  it('pauses with what it has, goes on from there, and lets one go first', async () => {
    const body = pdfOf(600_000);
    server.paths['/long.pdf'] = serveRanges(body, '"a"', 100_000);
    const downloads = await enter({ backoff: [60_000] });
    const id = ask(downloads, 'long', '/long.pdf');
    await until(async () => downloads.list()[0], (job) => job?.retryAt !== undefined);
    downloads.pause(id);
    expect(state(downloads, id)).toBe('paused');
    const { size } = await stat(join(folder, 'cache/downloads/mtest', `${id}.part`));
    const asked: (string | undefined)[] = [];
    const rest = serveRanges(body, '"a"');
    server.paths['/long.pdf'] = (request, response, nasty) => { asked.push(request.headers.range); rest(request, response, nasty); };
    downloads.first(id);
    await settled(downloads);
    expect(size).toBeGreaterThan(0);
    expect(asked).toEqual([`bytes=${size}-`]);
    expect(kept[0]?.bytes.equals(body)).toBe(true);
  });

  it('goes on when it is asked to before the pause has taken hold', async () => {
    const downloads = await enter();
    const id = ask(downloads, 'y', '/endless');
    await until(async () => server.hits.length, (hits) => hits > 0);
    downloads.pause(id);
    downloads.resume(id);
    await until(async () => server.hits.length, (hits) => hits > 1);
    expect(state(downloads, id)).not.toBe('paused');
  });

  it('takes a batch of thousands in one go, and tells of it a few times', async () => {
    let told = 0;
    const downloads = await enter({ onJobs: () => { told++; } });
    for (let n = 0; n < 5000; n++) ask(downloads, String(n), `/silent?${n}`);
    expect(downloads.list()).toHaveLength(5000);
    expect(told).toBe(0);
    await until(async () => told, (times) => times > 0);
  });

  it('forgets the file of a cancelled one, and the ended ones when asked', async () => {
    const downloads = await enter();
    const id = ask(downloads, 'x', '/endless');
    await until(async () => readdir(join(folder, 'cache/downloads/mtest')), (names) => names.some((name) => name.endsWith('.part')));
    downloads.cancel(id);
    await until(async () => state(downloads, id), (now) => now === 'cancelled');
    await until(async () => readdir(join(folder, 'cache/downloads/mtest')), (names) => !names.some((name) => name.endsWith('.part')));
    downloads.clear();
    expect(downloads.list()).toEqual([]);
  });
});

describe('a restart', () => {
  it('goes on with what waited, ran or was paused, and knows what had failed', async () => {
    const first = await enter();
    ask(first, 'bad', '/page');
    await settled(first);
    const paused = ask(first, 'later', '/good.pdf');
    first.pause(paused);
    ask(first, 'slow', '/silent');
    ask(first, 'next', '/good.pdf');
    await first.leave();
    server.paths['/silent'] = server.paths['/good.pdf'] ?? (() => undefined);
    const second = await enter();
    const jobs = await until(async () => second.list(), (list) => list.filter((job) => job.state === 'done').length === 2);
    expect(Object.fromEntries(jobs.map((job) => [job.title, job.state]))).toEqual({ bad: 'failed', later: 'paused', slow: 'done', next: 'done' });
    expect(kept.map(({ paper }) => paper)).toEqual(['slow', 'next']);
  });

  it('begins with an empty list when the kept one is damaged', async () => {
    await (await enter()).leave();
    await writeFile(join(folder, 'cache/downloads/mtest/jobs.json'), '{"version":1,"downl');
    expect((await enter()).list()).toEqual([]);
  });

  it('after a kill in the middle of a body takes only the rest', async () => {
    const body = pdfOf(400_000);
    const ranges: (string | undefined)[] = [];
    const whole = serveRanges(body, '"a"');
    server.paths['/long.pdf'] = (request, response, nasty) => {
      ranges.push(request.headers.range);
      if (request.headers.range !== undefined) { whole(request, response, nasty); return; }
      response.writeHead(200, { etag: '"a"', 'content-length': body.length }).write(body.subarray(0, 150_000));
    };
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('../../helpers/downloading.ts', import.meta.url)), folder, `${server.base}/long.pdf`], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const downloads = await enter();
    await settled(downloads);
    expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=1[0-9]{5}-$/)]);
    expect(kept[0]?.bytes.equals(body)).toBe(true);
  });
});

describe('what is started next', () => {
  const one = (id: string, host: string, order: number, notBefore = 0) => ({ id, host, order, notBefore });
  const limits = { atOnce: 3, gap: 1000 };
  it('is the first in order whose host is free', () => {
    expect(nextToStart([one('a', 'x', 2), one('b', 'y', 3), one('c', 'z', 1)], ['z'], new Map(), 0, limits)).toEqual({ start: one('a', 'x', 2) });
  });
  it('waits for the gap of a host and for the time of a further try', () => {
    expect(nextToStart([one('a', 'x', 1), one('b', 'y', 2, 700)], [], new Map([['x', 500]]), 600, limits)).toEqual({ wait: 100 });
  });
  it('is nothing while enough run, or all hosts are busy', () => {
    expect(nextToStart([one('a', 'x', 1)], ['u', 'v', 'w'], new Map(), 0, limits)).toBeNull();
    expect(nextToStart([one('a', 'x', 1)], ['x'], new Map(), 0, limits)).toBeNull();
  });
});
