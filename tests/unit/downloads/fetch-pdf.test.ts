import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchPdf, type FetchOptions, type Partial } from '../../../src/services/downloads/fetch-pdf.ts';
import { type NastyServer, PDF, pdfOf, serveRanges, startNastyServer } from '../../helpers/nasty-server.ts';

let server: NastyServer;
let folder: string;
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-fetch-'));
  server = await startNastyServer();
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'paper.part');
const get = (path: string, more: Omit<globalThis.Partial<FetchOptions>, 'partial'> & { partial?: Partial | null } = {}) =>
  fetchPdf(server.base + path, { file: file(), onProgress: () => undefined, allowed: { loopback: true }, signal: new AbortController().signal, idleMs: 2000, ...more });

describe('fetching a PDF', () => {
  it.each(['/to-good', '/landing', '/cookie', '/endless-length.pdf'])('saves the bytes of %s and says their SHA-256 and where they came from in the end', async (path) => {
    expect(await get(path)).toMatchObject({ bytes: PDF.length, sha256: sha(PDF) });
    expect(await readFile(file())).toEqual(PDF);
  });

  it.each([
    ['/page', 'not-a-pdf', /web page/], ['/landing-loop', 'not-a-pdf', /web page/], ['/landing-abroad', 'not-allowed', /file:/], ['/junk', 'not-a-pdf', /not a PDF/], ['/loop', 'network', /circles/],
    ['/to-file', 'not-allowed', /file:/], ['/to-private', 'not-allowed', /inside this network/], ['/to-metadata', 'not-allowed', /inside this network/], ['/gone', 'not-found', /404/], ['/forbidden', 'not-allowed', /403/],
  ])('answers %s with %s, for good, and leaves no file behind', async (path, code, message) => {
    await expect(get(path)).rejects.toMatchObject({ error: { code, retryable: false, message: expect.stringMatching(message) as string } });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([['/broken', 'network'], ['/cut.pdf', 'network'], ['/cut-short.pdf', 'network'], ['/busy', 'network'], ['/busy-once', 'network']])('answers %s with a failure that may pass', async (path, code) => {
    await expect(get(path)).rejects.toMatchObject({ error: { code, retryable: true } });
  });

  it('does not come back by itself to a server that wants a day of rest', () => expect(get('/busy-long')).rejects.toMatchObject({ error: { code: 'network', retryable: false } }));
  it('gives up on a server that falls silent', () => expect(get('/silent', { idleMs: 100 })).rejects.toMatchObject({ error: { code: 'timeout', retryable: true } }));
  it('stops an endless body at the limit', () => expect(get('/endless', { maxBytes: 100_000 })).rejects.toMatchObject({ error: { code: 'too-large' } }));
  it('counts what a compressed body unpacks to', () => expect(get('/bomb', { maxBytes: 1_000_000 })).rejects.toMatchObject({ error: { code: 'too-large' } }));
  it('stops when it is told to, and keeps what it has', async () => {
    const controller = new AbortController();
    await expect(get('/endless', { signal: controller.signal, onProgress: () => { controller.abort(); } })).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect((await readFile(file())).length).toBeGreaterThan(0);
  });
  it('stops when it is told to while the server is silent, and lets the server go', async () => {
    const controller = new AbortController();
    const gone = new Promise<void>((resolve) => {
      server.paths['/pausing.pdf'] = (_request, response) => {
        response.on('close', resolve).writeHead(200, { 'content-type': 'application/pdf' });
        response.write(PDF);
      };
    });
    const done = get('/pausing.pdf', { signal: controller.signal, idleMs: 60_000, onProgress: () => { setTimeout(() => { controller.abort(); }, 50); } });
    await expect(done).rejects.toMatchObject({ error: { code: 'cancelled' } });
    await gone;
  });
  it('reaches no other address of this network when loopback is allowed, and no loopback when it is not', async () => {
    await expect(get('/good.pdf', { allowed: { loopback: false } })).rejects.toMatchObject({ error: { code: 'not-allowed' } });
    await expect(fetchPdf(server.base.replace('127.0.0.1', 'localhost') + '/good.pdf', { file: file(), onProgress: () => undefined, allowed: { loopback: false }, signal: new AbortController().signal })).rejects.toMatchObject({ error: { code: 'not-allowed' } });
    expect(server.hits).toEqual([]);
  });
});

describe('going on where a download broke off', () => {
  /** Tries until it is whole, as the queue does, to the end. */
  async function persist(path: string): Promise<{ sha256: string; bytes: number }> {
    let partial: Partial | null = null;
    for (let tries = 1; ; tries++) {
      try {
        return await get(path, { partial, onPartial: (next) => { partial = next; } });
      } catch (error) {
        expect(error).toMatchObject({ error: { retryable: true } });
        if (tries > 60) throw error;
      }
    }
  }

  it('gives the same bytes however often it breaks, and never asks for what it has', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2_000, max: 60_000 }), fc.integer({ min: 1_500, max: 40_000 }), async (size, breakAt) => {
      const body = pdfOf(size, 'y');
      const asked: number[] = [];
      const serve = serveRanges(body, '"a"', breakAt);
      server.paths['/long.pdf'] = (request, response, nasty) => {
        asked.push(Number(/\d+/.exec(request.headers.range ?? '0')?.[0]));
        serve(request, response, nasty);
      };
      const got = await persist('/long.pdf');
      expect(got).toEqual({ bytes: size, sha256: sha(body), url: `${server.base}/long.pdf` });
      expect(asked).toEqual([...asked].sort((a, b) => a - b));
    }), { numRuns: 12 });
  });

  it('begins anew when the file is another one by now', async () => {
    const second = pdfOf(30_000, 'b');
    server.paths['/long.pdf'] = serveRanges(pdfOf(30_000, 'a'), '"a"', 10_000);
    let partial: Partial | null = null;
    await expect(get('/long.pdf', { onPartial: (next) => { partial = next; } })).rejects.toMatchObject({ error: { retryable: true } });
    server.paths['/long.pdf'] = serveRanges(second, '"b"');
    expect(await get('/long.pdf', { partial })).toMatchObject({ sha256: sha(second) });
    expect(await readFile(file())).toEqual(second);
  });

  it.each(['200', '416', '206 from elsewhere', '206 of another version'])('begins anew when the server answers a range with %s', async (answer) => {
    const body = pdfOf(30_000);
    server.paths['/long.pdf'] = serveRanges(body, '"a"', 10_000);
    let partial: Partial | null = null;
    await expect(get('/long.pdf', { onPartial: (next) => { partial = next; } })).rejects.toThrow();
    server.paths['/long.pdf'] = (request, response) => {
      if (request.headers.range === undefined || answer === '200') response.setHeader('content-length', body.length).end(body);
      else if (answer === '416') response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
      else if (answer === '206 from elsewhere') response.writeHead(206, { etag: '"a"', 'content-range': `bytes 5-${body.length - 1}/${body.length}` }).end(body.subarray(5));
      else response.writeHead(206, { etag: '"z"', 'content-range': `bytes 10000-${body.length - 1}/${body.length}` }).end(body.subarray(10_000));
    };
    expect(await get('/long.pdf', { partial })).toMatchObject({ sha256: sha(body) });
  });

  it('waits when the server asks for it instead of beginning anew', async () => {
    server.paths['/long.pdf'] = serveRanges(pdfOf(30_000), '"a"', 10_000);
    let partial: Partial | null = null;
    await expect(get('/long.pdf', { onPartial: (next) => { partial = next; } })).rejects.toThrow();
    server.paths['/long.pdf'] = (_, response) => { response.writeHead(503, { 'retry-after': '7' }).end(); };
    await expect(get('/long.pdf', { partial })).rejects.toMatchObject({ error: { retryable: true, details: { retryAfter: 7000 } } });
    expect(server.hits).toHaveLength(2);
    expect((await readFile(file())).length).toBeGreaterThan(0);
  });

  it('keeps no byte, old or new, before it is noted what the new ones belong to', async () => {
    await writeFile(file(), 'a part of another file');
    server.paths['/long.pdf'] = serveRanges(pdfOf(30_000), '"b"');
    let meanwhile: number | null = null;
    await get('/long.pdf', { onPartial: async () => { await setImmediate(); meanwhile = await stat(file()).then(({ size }) => size, () => 0); } });
    expect(meanwhile).toBe(0);
  });

  it('takes a weak validator for none', async () => {
    server.paths['/weak.pdf'] = serveRanges(PDF, 'W/"a"');
    const told: (Partial | null)[] = [];
    await get('/weak.pdf', { onPartial: (partial) => { told.push(partial); } });
    expect(told).toEqual([null]);
  });
});
