import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import type { ReadableStreamDefaultReader } from 'node:stream/web';
import { type Failure, failure } from '../../contract/errors.ts';
import type { Allowed } from './guard.ts';
import { pdfNamedBy } from './landing.ts';
import { explained, parsedAddress, refuseStatus, request, type Response } from './request.ts';

/** What an earlier try left: bytes in the file that belong to `url` as long as it still has this validator (a strong ETag, else Last-Modified; RFC 9110, 13.1.5). */
export interface Partial { url: string; validator: string }

export interface FetchOptions {
  /** Where the bytes go. They stay when a later try may continue, or when it was cancelled; else they are removed. */
  file: string;
  signal: AbortSignal;
  onProgress: (bytes: number, total: number | null) => void;
  allowed: Allowed;
  maxBytes?: number;
  /** Longest silence of the server in ms, also for the first byte. */
  idleMs?: number;
  /** What lies in `file` from before. */
  partial?: Partial | null;
  /** Told before bytes are kept, which waits for it: what a later try needs to go on from them, or null when it cannot. */
  onPartial?: (partial: Partial | null) => void | Promise<void>;
}

export interface FetchedPdf { bytes: number; sha256: string; url: string }

const MAX_BYTES = 500_000_000;
const MAX_PAGE = 4_000_000;
const IDLE_MS = 30_000;
/** A server that gives less than this over a minute, in bytes a second, is taken for one that never ends. */
const SLOWEST = 256;
/** A PDF's header may stand anywhere in its first 1024 bytes (ISO 32000-1, Annex H); its trailer stands as near the end. */
const WITHIN = 1024;
const TAIL = 32_768;

/**
 * Downloads one PDF into a file, from its address or from the landing page that names it, going on where an earlier try
 * broke off. Each redirect, the size, the first and the last bytes are checked.
 * Throws Failure: `not-allowed`, `network`, `timeout`, `too-large`, `not-a-pdf`, `not-found`, `cancelled`, `no-space`.
 */
export async function fetchPdf(address: string, options: FetchOptions): Promise<FetchedPdf> {
  const stop = new AbortController();
  const cancel = (): void => { stop.abort(); };
  options.signal.addEventListener('abort', cancel);
  const idle = idleTimer(options.idleMs ?? IDLE_MS, cancel);
  const work: Work = { ...options, signal: stop.signal, idle, partial: options.partial ?? null };
  if (options.signal.aborted) cancel();
  try {
    return (await goOn(work)) ?? (await begin(parsedAddress(address), work, true));
  } catch (error) {
    const reason = explained(error, { cancelled: options.signal.aborted, silent: stop.signal.aborted });
    if (!reason.error.retryable && reason.error.code !== 'cancelled') await rm(options.file, { force: true });
    throw reason;
  } finally {
    idle.stop();
    options.signal.removeEventListener('abort', cancel);
  }
}

interface Work extends FetchOptions { idle: IdleTimer; partial: Partial | null }

/** The rest of a file whose beginning is here; null when the server has another one by now, or gives only whole files. */
async function goOn(work: Work): Promise<FetchedPdf | null> {
  const from = await stat(work.file).then(({ size }) => size, () => 0);
  if (work.partial === null || from === 0) return null;
  const { url: at, validator } = work.partial;
  const { response, url } = await request(parsedAddress(at), { range: `bytes=${from}-`, 'if-range': validator }, work.signal, work.allowed);
  if (response.status === 429 || response.status >= 500) refuseStatus(response, url);
  const [, start = '', total = ''] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (response.status !== 206 || Number(start) !== from || (validatorOf(response) ?? validator) !== validator || response.headers.has('content-encoding')) {
    await response.body?.cancel();
    return null;
  }
  const hash = await hashOf(work.file);
  return pour(bodyOf(response, work.signal), { ...work, url, hash, from, total: total === '*' ? null : Number(total), first: [] });
}

/** The file from its beginning. A web page is looked through, once, for the PDF it names. */
async function begin(address: URL, work: Work, pagesToo: boolean): Promise<FetchedPdf> {
  const { response, url } = await request(address, {}, work.signal, work.allowed);
  refuseStatus(response, url);
  const body = bodyOf(response, work.signal);
  const first = await peek(body, work);
  if (!isPdf(first)) {
    const page = pagesToo && isPage(first, response) ? pdfNamedBy(await pageText(body, first, work), url) : null;
    await body.cancel();
    if (page === null) throw notPdf(first, response);
    return begin(page, work, false);
  }
  const total = response.headers.has('content-encoding') ? null : Number(response.headers.get('content-length')) || null;
  const validator = response.headers.has('content-encoding') ? null : validatorOf(response);
  // The old bytes go first, then it is noted what the new ones belong to: killed in between, none is taken for a part of another file.
  await rm(work.file, { force: true });
  await work.onPartial?.(validator === null ? null : { url: url.href, validator });
  return pour(body, { ...work, url, hash: createHash('sha256'), from: 0, total, first });
}

type Body = ReadableStreamDefaultReader<Uint8Array>;

/** What is read is cancelled here and not by the request alone, which may have forgotten its signal by the time the body comes. */
function bodyOf(response: Response, signal: AbortSignal): Body {
  if (!response.body) throw failure('network', 'The server sent nothing.', { retryable: true, details: { reason: 'nothing-sent' } });
  const body = response.body.getReader() as Body;
  const stop = (): void => { body.cancel().catch(() => undefined); };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return body;
}

/** The next bytes. Throws where they end because they were cancelled. */
async function next(body: Body, signal: AbortSignal): Promise<Uint8Array | null> {
  const { done, value } = await body.read();
  signal.throwIfAborted();
  return done ? null : value;
}

/** What If-Range may carry: a strong ETag, else the date of the last change. */
function validatorOf(response: Response): string | null {
  const tag = response.headers.get('etag');
  return tag !== null && !tag.startsWith('W/') ? tag : response.headers.get('last-modified');
}

/** The first chunks, until there are enough bytes to know what it is. */
async function peek(body: Body, { idle, signal }: Work): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size < WITHIN;) {
    const chunk = await next(body, signal);
    if (chunk === null) break;
    chunks.push(chunk);
    size += chunk.byteLength;
    idle.touch(size);
  }
  return chunks;
}

const headOf = (chunks: Uint8Array[]): Buffer => Buffer.concat(chunks).subarray(0, WITHIN);
const isPdf = (chunks: Uint8Array[]): boolean => headOf(chunks).includes('%PDF-');
const isPage = (chunks: Uint8Array[], response: Response): boolean => /html/i.test(response.headers.get('content-type') ?? '') || /<(?:!doctype html|html|head)\b/i.test(headOf(chunks).toString('latin1'));

async function pageText(body: Body, first: Uint8Array[], { idle, signal }: Work): Promise<string> {
  const chunks = [...first];
  let size = Buffer.concat(first).length;
  for (let chunk = await next(body, signal); chunk !== null && size < MAX_PAGE; chunk = await next(body, signal)) {
    chunks.push(chunk);
    size += chunk.byteLength;
    idle.touch(size);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function notPdf(chunks: Uint8Array[], response: Response): Failure {
  if (!isPage(chunks, response)) return failure('not-a-pdf', 'What came is not a PDF.', { details: { reason: 'other' } });
  return failure('not-a-pdf', 'The address gives a web page that names no PDF. Perhaps it asks for a login.', { details: { reason: 'page' } });
}

interface Pour extends Work { url: URL; hash: Hash; from: number; total: number | null; first: Uint8Array[] }

async function pour(body: Body, job: Pour): Promise<FetchedPdf> {
  const limit = job.maxBytes ?? MAX_BYTES;
  if (job.total !== null && job.total > limit) throw tooLarge(limit);
  const file = await open(job.file, job.from > 0 ? 'r+' : 'w+');
  try {
    const bytes = await write(file, body, job, limit);
    await checkEnd(file, bytes, job);
    await file.sync();
    return { bytes, sha256: job.hash.digest('hex'), url: job.url.href };
  } finally {
    await body.cancel().catch(() => undefined);
    await file.close();
  }
}

async function write(file: FileHandle, body: Body, { first, from, total, hash, onProgress, idle, signal }: Pour, limit: number): Promise<number> {
  let bytes = from;
  const take = async (chunk: Uint8Array): Promise<void> => {
    if (bytes + chunk.byteLength > limit) throw tooLarge(limit);
    hash.update(chunk);
    for (let at = 0; at < chunk.byteLength;) at += (await file.write(chunk, at, chunk.byteLength - at, bytes + at)).bytesWritten;
    bytes += chunk.byteLength;
    idle.touch(bytes - from);
    onProgress(bytes, total);
  };
  for (const chunk of first) await take(chunk);
  for (let chunk = await next(body, signal); chunk !== null; chunk = await next(body, signal)) await take(chunk);
  return bytes;
}

/** A server that hangs up early leaves fewer bytes than it promised, or a PDF without its trailer. */
async function checkEnd(file: FileHandle, bytes: number, { total, url }: Pour): Promise<void> {
  if (total !== null && bytes < total) throw failure('network', `The connection broke off after ${bytes} of ${total} bytes.`, { retryable: true, details: { reason: 'cut', bytes, total } });
  const tail = Buffer.alloc(Math.min(TAIL, bytes));
  await file.read(tail, 0, tail.length, bytes - tail.length);
  if (!tail.includes('%%EOF') && !tail.includes('startxref')) throw failure('network', `What ${url.hostname} sent has no end; the connection may have broken off.`, { retryable: true, details: { reason: 'no-end', host: url.hostname } });
}

async function hashOf(path: string): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash;
}

const tooLarge = (limit: number): Failure => failure('too-large', `The file is larger than ${Math.round(limit / 1e6)} MB.`, { details: { reason: 'file', megabytes: Math.round(limit / 1e6) } });

interface IdleTimer { /** A sign of life, with all bytes so far. */ touch: (bytes: number) => void; stop: () => void }

function idleTimer(ms: number, giveUp: () => void): IdleTimer {
  const since = Date.now();
  const timer = setTimeout(giveUp, ms);
  const touch = (bytes: number): void => {
    const seconds = (Date.now() - since) / 1000;
    if (seconds > 60 && bytes / seconds < SLOWEST) giveUp();
    else timer.refresh();
  };
  return { touch, stop: () => { clearTimeout(timer); } };
}
