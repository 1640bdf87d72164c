import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/contract/views.ts';
import { createDownloads, type DownloadOptions } from '../../../src/services/downloads/downloads.ts';
import { fetchPdf } from '../../../src/services/downloads/fetch-pdf.ts';
import { guardUrl, isInternal } from '../../../src/services/downloads/guard.ts';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 'x'), Buffer.from('\n%%EOF')]);
let server: Server;
let base: string;
let folder: string;

/** A server that lies, stalls, breaks off and leads astray, one path a vice. */
const nasty: RequestListener = (request, response) => {
  const paths: Record<string, () => void> = {
    '/good.pdf': () => response.setHeader('content-length', PDF.length).end(PDF),
    '/page': () => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Log in</title>'),
    '/junk': () => response.setHeader('content-type', 'application/pdf').end('not at all a PDF'),
    '/broken': () => { response.setHeader('content-length', PDF.length).write(PDF.subarray(0, 9000), () => response.destroy()); },
    '/loop': () => response.writeHead(302, { location: '/loop' }).end(),
    '/to-file': () => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/to-good': () => response.writeHead(301, { location: '/good.pdf' }).end(),
    '/silent': () => undefined,
    '/endless': () => { response.write(PDF); const timer = setInterval(() => response.write(PDF), 1); response.on('close', () => { clearInterval(timer); }); },
    '/bomb': () => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.concat([PDF, Buffer.alloc(5_000_000)]))),
    '/gone': () => response.writeHead(404).end(),
    '/busy': () => response.writeHead(503).end(),
  };
  paths[request.url ?? '']?.();
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-downloads-'));
  server = createServer(nasty);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => { server.closeAllConnections(); server.close(); });

const get = (path: string, more: { maxBytes?: number; idleMs?: number; signal?: AbortSignal } = {}) =>
  fetchPdf(base + path, { file: join(folder, 'paper.part'), onProgress: () => undefined, allowInternal: true, signal: new AbortController().signal, idleMs: 2000, ...more });

describe('fetching a PDF', () => {
  it('saves the bytes and says their SHA-256 and where they came from in the end', async () => {
    const fetched = await get('/to-good');
    expect(fetched).toEqual({ bytes: PDF.length, sha256: createHash('sha256').update(PDF).digest('hex'), url: `${base}/good.pdf` });
    expect(await readFile(join(folder, 'paper.part'))).toEqual(PDF);
  });

  it.each([
    ['/page', 'not-a-pdf', /web page/], ['/junk', 'not-a-pdf', /not a PDF/], ['/loop', 'network', /circles/], ['/to-file', 'not-allowed', /file:/],
    ['/broken', 'network', /./], ['/gone', 'not-found', /404/], ['/busy', 'network', /503/],
  ])('answers %s with %s and leaves no file behind', async (path, code, message) => {
    await expect(get(path)).rejects.toMatchObject({ error: { code, message: expect.stringMatching(message) as string } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives up on a server that falls silent', () => expect(get('/silent', { idleMs: 100 })).rejects.toMatchObject({ error: { code: 'timeout' } }));
  it('stops an endless body at the limit', () => expect(get('/endless', { maxBytes: 100_000 })).rejects.toMatchObject({ error: { code: 'too-large' } }));
  it('counts what a compressed body unpacks to', () => expect(get('/bomb', { maxBytes: 1_000_000 })).rejects.toMatchObject({ error: { code: 'too-large' } }));
  it('stops when it is told to', async () => {
    const controller = new AbortController();
    setTimeout(() => { controller.abort(); }, 50);
    await expect(get('/endless', { signal: controller.signal })).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('the guard', () => {
  it.each(['127.0.0.1', '10.1.2.3', '192.168.1.1', '172.20.0.1', '169.254.169.254', '::1', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1'])('takes %s for internal', (address) => { expect(isInternal(address)).toBe(true); });
  it.each(['151.101.131.42', '2a04:4e42::81'])('takes %s for public', (address) => { expect(isInternal(address)).toBe(false); });
  it.each(['http://127.0.0.1/x.pdf', 'http://[::1]/x.pdf', 'http://2130706433/x.pdf', 'file:///etc/passwd', 'http://user:word@151.101.131.42/'])('refuses %s', async (address) => {
    await expect(guardUrl(new URL(address), false)).rejects.toMatchObject({ error: { code: 'not-allowed' } });
  });
});

describe('the queue', () => {
  const kept: string[] = [];
  const open = (more: Partial<DownloadOptions> = {}) => createDownloads({
    folder: () => folder, keep: async (request) => { kept.push(request.paper); }, onJobs: () => undefined, onProgress: () => undefined,
    newId: randomUUID, now: () => '2026-01-01T00:00:00Z', allowInternal: true, backoff: [5, 5], ...more,
  });
  const settled = async (downloads: { list(): Job[] }): Promise<Job[]> => {
    while (downloads.list().some(({ state }) => state === 'queued' || state === 'running')) await new Promise((resolve) => setTimeout(resolve, 10));
    return downloads.list();
  };

  it('hands a verified file over and is done only then', async () => {
    const downloads = open();
    downloads.start({ paper: 'a', title: 'A', url: `${base}/good.pdf` });
    expect(await settled(downloads)).toMatchObject([{ state: 'done', done: PDF.length }]);
    expect(kept).toContain('a');
  });

  it('runs three at once and does not fetch the same twice', async () => {
    const downloads = open();
    const ids = ['1', '2', '3', '4', '4'].map((paper) => downloads.start({ paper, title: paper, url: `${base}/endless` }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(new Set(ids).size).toBe(4);
    expect(downloads.list().filter(({ state }) => state === 'running')).toHaveLength(3);
    await downloads.close();
    expect(downloads.list().every(({ state }) => state === 'cancelled')).toBe(true);
  });

  it('says what failed, and tries again on request', async () => {
    const downloads = open();
    const id = downloads.start({ paper: 'b', title: 'B', url: `${base}/page` });
    expect(await settled(downloads)).toMatchObject([{ state: 'failed', error: { code: 'not-a-pdf' } }]);
    downloads.retry(id);
    expect(downloads.list()[0]?.state).not.toBe('failed');
    expect(await settled(downloads)).toMatchObject([{ id, state: 'failed' }]);
  });
});
