import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { Failure, failure } from '../../contract/errors.ts';
import type { SheafError } from '../../contract/errors.ts';
import type { Job } from '../../contract/views.ts';
import { fetchPdf, type FetchedPdf } from './fetch-pdf.ts';

export interface DownloadRequest { paper: string; title: string; url: string }

export interface DownloadOptions {
  /** A folder for unfinished files: the library's cache/. Asked each time, since libraries change. */
  folder: () => string;
  /** Takes a verified file over into the library; the job is done when it answers. */
  keep: (request: DownloadRequest, file: string, fetched: FetchedPdf) => Promise<void>;
  onJobs: (jobs: Job[]) => void;
  onProgress: (job: string, done: number, total: number | null) => void;
  newId: () => string;
  now: () => string;
  allowInternal?: boolean;
  /** Waits between tries in ms. */
  backoff?: number[];
}

interface Running { job: Job; request: DownloadRequest; controller: AbortController }

export interface Downloads {
  start(request: DownloadRequest): string;
  cancel(id: string): void;
  retry(id: string): void;
  list(): Job[];
  /** Cancels what runs and waits until it has ended. */
  close(): Promise<void>;
}

const AT_ONCE = 3;
const KEPT_JOBS = 200;
const BACKOFF = [1_000, 4_000];

/** Downloads of PDFs, three at once, in the order they were asked for. A paper that is being fetched already is not fetched twice. */
export function createDownloads(options: DownloadOptions): Downloads {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const all = new Map<string, Running>();
  const changed = (): void => { options.onJobs(list()); };
  const list = (): Job[] => [...all.values()].map(({ job }) => job).reverse();

  const update = (running: Running, change: Partial<Job>): void => {
    running.job = { ...running.job, ...change };
    changed();
  };

  const enqueue = (running: Running): void => {
    void queue.add(() => work(running, options, (change) => { update(running, change); }));
    changed();
  };

  return {
    list,
    start(request) {
      const same = [...all.values()].find(({ job, request: other }) => other.paper === request.paper && other.url === request.url && (job.state === 'queued' || job.state === 'running'));
      if (same) return same.job.id;
      const running = { job: newJob(request, options), request, controller: new AbortController() };
      all.set(running.job.id, running);
      forgetOldest(all);
      enqueue(running);
      return running.job.id;
    },
    cancel(id) {
      const running = all.get(id);
      if (!running) return;
      running.controller.abort();
      if (running.job.state === 'queued') update(running, { state: 'cancelled' });
    },
    retry(id) {
      const running = all.get(id);
      if (!running || running.job.state === 'queued' || running.job.state === 'running') return;
      running.controller = new AbortController();
      running.job = { ...newJob(running.request, options), id };
      enqueue(running);
    },
    async close() {
      for (const { controller } of all.values()) controller.abort();
      await queue.onIdle();
    },
  };
}

function newJob({ paper, title }: DownloadRequest, { newId, now }: DownloadOptions): Job {
  return { id: newId(), kind: 'download', title, paper, state: 'queued', done: 0, total: null, unit: 'bytes', at: now() };
}

function forgetOldest(all: Map<string, Running>): void {
  for (const [id, { job }] of all) {
    if (all.size <= KEPT_JOBS) return;
    if (job.state !== 'queued' && job.state !== 'running') all.delete(id);
  }
}

async function work(running: Running, options: DownloadOptions, update: (change: Partial<Job>) => void): Promise<void> {
  const { request, controller } = running;
  if (controller.signal.aborted) {
    update({ state: 'cancelled' });
    return;
  }
  update({ state: 'running' });
  try {
    const file = await partFile(running.job.id, options);
    const fetched = await withRetries(() => fetchPdf(request.url, {
      file, signal: controller.signal, allowInternal: options.allowInternal ?? false,
      onProgress: (done, total) => { running.job = { ...running.job, done, total }; options.onProgress(running.job.id, done, total); },
    }), options.backoff ?? BACKOFF, controller.signal);
    await options.keep(request, file, fetched);
    update({ state: 'done', done: fetched.bytes, total: fetched.bytes });
  } catch (error) {
    const { code, message, retryable } = asError(error);
    update(code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error: { code, message, retryable } });
  }
}

async function partFile(job: string, options: DownloadOptions): Promise<string> {
  const folder = join(options.folder(), 'downloads');
  await mkdir(folder, { recursive: true });
  return join(folder, `${job}.part`);
}

/** Tries again what may work later, after a wait with jitter, so that many clients do not come back at the same moment. */
async function withRetries<T>(attempt: () => Promise<T>, waits: number[], signal: AbortSignal): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const [wait, ...rest] = waits;
    if (wait === undefined || !asError(error).retryable) throw error;
    await pause(wait * (0.75 + Math.random() / 2), signal);
    return withRetries(attempt, rest, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => { clearTimeout(timer); reject(failure('cancelled', 'Cancelled.')); }, { once: true });
  });
}

const asError = (error: unknown): SheafError => (error instanceof Failure ? error.error : { code: 'internal', message: error instanceof Error ? error.message : String(error), retryable: false });
