import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { Failure, failure } from '../../contract/errors.ts';
import { guardUrl } from './guard.ts';

export interface FetchOptions {
  /** Where the bytes go; removed again when anything goes wrong. */
  file: string;
  signal: AbortSignal;
  onProgress: (bytes: number, total: number | null) => void;
  /** For tests and mirrors on this machine. */
  allowInternal?: boolean;
  maxBytes?: number;
  /** Longest silence of the server in ms, also for the first byte. */
  idleMs?: number;
}

export interface FetchedPdf { bytes: number; sha256: string; url: string }

const MAX_REDIRECTS = 8;
const MAX_BYTES = 500_000_000;
const IDLE_MS = 30_000;
/** A PDF's header may stand anywhere in its first 1024 bytes (ISO 32000-1, Annex H). */
const HEADER_WITHIN = 1024;

/**
 * Downloads one PDF into a file, checking each redirect, its size and its first bytes.
 * Throws Failure: `not-allowed`, `network`, `timeout`, `too-large`, `not-a-pdf`, `not-found`, `cancelled`, `no-space`.
 */
export async function fetchPdf(address: string, options: FetchOptions): Promise<FetchedPdf> {
  const idle = idleTimer(options.idleMs ?? IDLE_MS);
  const signal = AbortSignal.any([options.signal, idle.signal]);
  try {
    const { response, url } = await follow(address, signal, options.allowInternal ?? false);
    refuseStatus(response, url);
    return { ...(await save(response, options, idle.touch)), url: url.href };
  } catch (error) {
    await rm(options.file, { force: true });
    throw explained(error, options.signal, idle.signal);
  } finally {
    idle.stop();
  }
}

/** Follows redirects by hand, so that each target is looked at before anything is sent to it. */
async function follow(address: string, signal: AbortSignal, allowInternal: boolean): Promise<{ response: Response; url: URL }> {
  let url = parsed(address);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    await guardUrl(url, allowInternal);
    const response = await fetch(url, { redirect: 'manual', signal, headers: { accept: 'application/pdf,*/*;q=0.5', 'user-agent': 'Sheaf/0.1 (reference manager)' } });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !target) return { response, url };
    await response.body?.cancel();
    url = parsed(new URL(target, url).href);
  }
  throw failure('network', `The address leads in circles (more than ${MAX_REDIRECTS} redirects).`);
}

function parsed(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw failure('invalid-input', `This is not an address: ${address.slice(0, 200)}`);
  }
}

function refuseStatus(response: Response, url: URL): void {
  if (response.ok) return;
  void response.body?.cancel();
  if (response.status === 404 || response.status === 410) throw failure('not-found', `${url.hostname} has no such file (${response.status}).`);
  const retryable = response.status === 429 || response.status >= 500;
  throw failure('network', `${url.hostname} answered ${response.status}${response.statusText ? ` ${response.statusText}` : ''}.`, { retryable });
}

async function save(response: Response, options: FetchOptions, touch: () => void): Promise<{ bytes: number; sha256: string }> {
  const limit = options.maxBytes ?? MAX_BYTES;
  const total = response.headers.has('content-encoding') ? null : Number(response.headers.get('content-length')) || null;
  if (total !== null && total > limit) throw tooLarge(limit);
  if (!response.body) throw failure('not-a-pdf', 'The server sent nothing.');
  const file = await open(options.file, 'w');
  try {
    return await pour(response.body, file, { limit, total, type: response.headers.get('content-type') ?? '', onProgress: options.onProgress, touch });
  } finally {
    await file.close();
  }
}

interface Pour { limit: number; total: number | null; type: string; onProgress: FetchOptions['onProgress']; touch: () => void }

async function pour(body: ReadableStream<Uint8Array>, file: FileHandle, { limit, total, type, onProgress, touch }: Pour): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let head: Buffer | null = Buffer.alloc(0);
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = next.value;
    touch();
    bytes += chunk.byteLength;
    if (bytes > limit) throw tooLarge(limit);
    if (head) head = examined(Buffer.concat([head, chunk]), type);
    hash.update(chunk);
    await file.write(chunk);
    onProgress(bytes, total);
  }
  if (head) refuseOther(head, type);
  if (total !== null && bytes < total) throw failure('network', `The connection broke off after ${bytes} of ${total} bytes.`, { retryable: true });
  await file.sync();
  return { bytes, sha256: hash.digest('hex') };
}

/** The bytes still to be judged, or null once they are known to be those of a PDF. */
function examined(head: Buffer, type: string): Buffer | null {
  if (head.subarray(0, HEADER_WITHIN).includes('%PDF-')) return null;
  if (head.length >= HEADER_WITHIN) refuseOther(head, type);
  return head;
}

function refuseOther(head: Buffer, type: string): never {
  const page = /html/i.test(type) || /^\s*<(!doctype|html|head)/i.test(head.toString('latin1'));
  throw failure('not-a-pdf', page ? 'The address gives a web page, not a PDF. Perhaps it asks for a login.' : 'What came is not a PDF.');
}

const tooLarge = (limit: number): Failure => failure('too-large', `The file is larger than ${Math.round(limit / 1e6)} MB.`);

function idleTimer(ms: number): { signal: AbortSignal; touch: () => void; stop: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => { controller.abort(); }, ms);
  return { signal: controller.signal, touch: () => { timer.refresh(); }, stop: () => { clearTimeout(timer); } };
}

function explained(error: unknown, cancel: AbortSignal, idle: AbortSignal): Failure {
  if (cancel.aborted) return failure('cancelled', 'Cancelled.');
  if (idle.aborted) return failure('timeout', 'The server fell silent.', { retryable: true });
  if (error instanceof Failure) return error;
  const code = causeOf(error);
  if (code === 'ENOSPC') return failure('no-space', 'The disk is full.');
  return failure('network', `The download failed${code ? ` (${code})` : ''}. Is the network there?`, { retryable: true });
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? causeOf(error.cause) : '';
}
