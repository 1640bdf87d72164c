import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, failure } from '../../contract/errors.ts';
import type { SheafError } from '../../contract/errors.ts';
import type { Job } from '../../contract/views.ts';
import { fetchPdf, type FetchedPdf } from './fetch-pdf.ts';
import { type JobFile, type KeptDownload, openJobFile, type DownloadRequest } from './job-file.ts';
import { nextToStart } from './schedule.ts';
import { createSpeed } from './speed.ts';

export interface DownloadOptions {
  /** A folder of its own in cache/downloads/ for the list and the unfinished files: this computer's name, since the library may be synced. */
  name: () => Promise<string>;
  /** Takes a verified file over into the library; the job is done when it answers. */
  keep: (request: DownloadRequest, file: string, fetched: FetchedPdf) => Promise<void>;
  onJobs: (jobs: Job[]) => void;
  onProgress: (job: string, done: number, total: number | null, rate: number | null) => void;
  newId: () => string;
  allowLoopback?: boolean;
  maxBytes?: number;
  /** Between two requests to one host, in ms. */
  gap?: number;
  /** Waits before each further try, in ms. */
  backoff?: readonly number[];
}

interface Entry extends KeptDownload { host: string; tries: number; notBefore: number; controller: AbortController; /** What it becomes when it is stopped. */ stoppedAs: 'cancelled' | 'paused' | 'queued' }

export interface Downloads {
  /** Goes on with what is unfinished in a library's cache/downloads/. */
  enter(folder: string): Promise<void>;
  /** Stops everything so that `enter` can go on with it; answers when the list is on disk. */
  leave(): Promise<void>;
  /** Throws Failure `not-allowed` where the library's folder takes no downloads. */
  start(request: DownloadRequest): string;
  pause(id: string): void;
  resume(id: string): void;
  /** Puts a waiting one before all others. */
  first(id: string): void;
  cancel(id: string): void;
  retry(id: string): void;
  /** Forgets those that have ended. */
  clear(): void;
  list(): Job[];
}

const AT_ONCE = 3;
const GAP = 1_000;
const KEPT_JOBS = 500;
/** Milliseconds. */
const TOLD_EVERY = 60;
const BACKOFF = [2_000, 8_000, 30_000, 120_000] as const;
const ACTIVE: readonly Job['state'][] = ['queued', 'running', 'paused'];

/** Downloads of PDFs, three at once, one to a host; kept on disk, so that they go on after a restart. A paper that is being fetched already is not fetched twice. */
export function createDownloads(options: DownloadOptions): Downloads {
  const all = new Map<string, Entry>();
  /** Jobs by what they fetch for whom. */
  const wanted = new Map<string, string>();
  const lastStart = new Map<string, number>();
  let lastOrder = 0;
  const working = new Set<Promise<void>>();
  let place: { folder: string; file: JobFile; leaving: boolean } | null = null;
  let timer: NodeJS.Timeout | undefined;

  const list = (): Job[] => [...all.values()].map(({ job }) => job).reverse();
  const save = (): Promise<void> => place?.file.write(() => [...all.values()].map(({ job, request, order, partial }) => ({ job, request, order, partial }))) ?? Promise.resolve();
  let telling: NodeJS.Timeout | undefined;
  /** A batch of thousands is told of a few times a second, not once for each of its steps. */
  const tell = (): void => { telling ??= setTimeout(() => { telling = undefined; options.onJobs(list()); }, TOLD_EVERY); };
  const changed = (): void => {
    void save().catch(() => undefined);
    tell();
    pump();
  };
  const become = (entry: Entry, change: Partial<Job>): void => {
    entry.job = { ...lasting(entry.job), ...change };
    changed();
  };
  const partOf = ({ job }: Entry): string => join(place?.folder ?? '', `${job.id}.part`);
  const dropPart = (entry: Entry): void => {
    entry.partial = null;
    if (place) void rm(partOf(entry), { force: true });
  };

  /** Starts what may start; comes back by itself when the next one may. */
  const pump = (): void => {
    clearTimeout(timer);
    if (!place || place.leaving) return;
    const entries = [...all.values()];
    const busy = entries.filter(({ job }) => job.state === 'running').map(({ host }) => host);
    const waiting = entries.filter(({ job }) => job.state === 'queued').map((entry) => ({ entry, id: entry.job.id, host: entry.host, order: entry.order, notBefore: entry.notBefore }));
    const next = nextToStart(waiting, busy, lastStart, Date.now(), { atOnce: AT_ONCE, gap: options.gap ?? GAP });
    if (next === null) return;
    if ('wait' in next) { timer = setTimeout(pump, Math.min(next.wait, 60_000)); return; }
    const { entry } = next.start;
    lastStart.set(entry.host, Date.now());
    const done = work(entry).finally(() => { working.delete(done); });
    working.add(done);
  };

  const work = async (entry: Entry): Promise<void> => {
    entry.controller = new AbortController();
    entry.stoppedAs = 'queued';
    const speed = createSpeed(Date.now);
    become(entry, { state: 'running' });
    try {
      const fetched = await fetchPdf(entry.request.url, {
        file: partOf(entry), signal: entry.controller.signal, allowed: { loopback: options.allowLoopback ?? false }, partial: entry.partial,
        ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
        onPartial: (partial) => { entry.partial = partial; return save().catch(() => undefined); },
        onProgress: (done, total) => {
          const rate = speed(done);
          entry.job = { ...entry.job, done, total, ...(rate === null ? {} : { rate }) };
          options.onProgress(entry.job.id, done, total, rate);
        },
      });
      await options.keep(entry.request, partOf(entry), fetched);
      entry.partial = null;
      become(entry, { state: 'done', done: fetched.bytes, total: fetched.bytes });
    } catch (error) {
      ended(entry, asError(error));
    }
  };

  const ended = (entry: Entry, error: SheafError): void => {
    if (error.code === 'cancelled') {
      if (entry.stoppedAs === 'cancelled') dropPart(entry);
      become(entry, { state: entry.stoppedAs });
      return;
    }
    const { retryable } = error;
    const wait = waitBefore(entry.tries++, error, options.backoff ?? BACKOFF);
    if (!retryable) dropPart(entry);
    if (!retryable || wait === null) { become(entry, { state: 'failed', error }); return; }
    entry.notBefore = Date.now() + wait;
    become(entry, { state: 'queued', error, retryAt: new Date(entry.notBefore).toISOString() });
  };

  const stop = (id: string, as: 'cancelled' | 'paused'): void => {
    const entry = all.get(id);
    if (!entry || !ACTIVE.includes(entry.job.state)) return;
    entry.stoppedAs = as;
    if (entry.job.state === 'running') { entry.controller.abort(); return; }
    if (as === 'cancelled') dropPart(entry);
    become(entry, { state: as });
  };
  const again = (id: string, from: readonly Job['state'][]): void => {
    const entry = all.get(id);
    // Asked to go on before it has stopped: then it need not stop for good.
    if (entry?.job.state === 'running' && entry.stoppedAs === 'paused') entry.stoppedAs = 'queued';
    if (!entry || !from.includes(entry.job.state)) return;
    entry.tries = 0;
    entry.notBefore = 0;
    become(entry, { state: 'queued' });
  };

  return {
    list,
    async enter(library) {
      const folder = join(library, 'cache', 'downloads', await options.name());
      await mkdir(folder, { recursive: true });
      const file = openJobFile(join(folder, 'jobs.json'));
      all.clear();
      for (const kept of await file.read()) {
        all.set(kept.job.id, revived(kept));
        wanted.set(keyOf(kept.request), kept.job.id);
        lastOrder = Math.max(lastOrder, kept.order);
      }
      await dropStrays(folder, all);
      place = { folder, file, leaving: false };
      changed();
    },
    async leave() {
      clearTimeout(timer);
      if (place) place.leaving = true;
      for (const { job, controller } of all.values()) if (job.state === 'running') controller.abort();
      await Promise.all(working);
      await save().catch(() => undefined);
      place = null;
      all.clear();
      wanted.clear();
      clearTimeout(telling);
      telling = undefined;
      options.onJobs([]);
    },
    start(request) {
      if (place === null) throw failure('not-allowed', 'The library’s folder cannot be written to.', { details: { reason: 'library-folder' } });
      const same = all.get(wanted.get(keyOf(request)) ?? '');
      if (same && ACTIVE.includes(same.job.state)) { again(same.job.id, ['paused']); return same.job.id; }
      const job: Job = { id: options.newId(), kind: 'download', title: request.title, paper: request.paper, state: 'queued', done: 0, total: null, unit: 'bytes', at: new Date().toISOString() };
      all.set(job.id, revived({ job, request, order: ++lastOrder, partial: null }));
      wanted.set(keyOf(request), job.id);
      forgetOldest(all);
      changed();
      return job.id;
    },
    pause: (id) => { stop(id, 'paused'); },
    resume: (id) => { again(id, ['paused']); },
    first(id) {
      const entry = all.get(id);
      if (!entry) return;
      entry.order = [...all.values()].reduce((least, { order }) => Math.min(least, order), 0) - 1;
      entry.notBefore = 0;
      if (entry.job.state === 'paused') again(id, ['paused']);
      else changed();
    },
    cancel: (id) => { stop(id, 'cancelled'); },
    retry: (id) => { again(id, ['failed', 'cancelled']); },
    clear() {
      for (const [id, entry] of all) if (!ACTIVE.includes(entry.job.state)) { dropPart(entry); all.delete(id); }
      changed();
    },
  };
}

const keyOf = ({ paper, url }: DownloadRequest): string => `${paper} ${url}`;

/** What of a job outlives a change of its state. */
const lasting = ({ id, kind, title, paper, state, done, total, unit, at }: Job): Job => ({ id, kind, title, ...(paper === undefined ? {} : { paper }), state, done, total, unit, at });

/** What was running when the app went away waits for its turn again. */
function revived(kept: KeptDownload): Entry {
  const state = kept.job.state === 'running' ? 'queued' : kept.job.state;
  return { ...kept, job: { ...kept.job, state }, host: URL.canParse(kept.request.url) ? new URL(kept.request.url).host : '', tries: 0, notBefore: 0, controller: new AbortController(), stoppedAs: 'queued' };
}

/** Removes unfinished files that no job knows any more. */
async function dropStrays(folder: string, all: ReadonlyMap<string, unknown>): Promise<void> {
  const strays = (await readdir(folder)).filter((name) => name.endsWith('.part') && !all.has(name.slice(0, -'.part'.length)));
  await Promise.all(strays.map((name) => rm(join(folder, name), { force: true })));
}

function forgetOldest(all: Map<string, Entry>): void {
  for (const [id, { job }] of all) {
    if (all.size <= KEPT_JOBS) return;
    if (!ACTIVE.includes(job.state)) all.delete(id);
  }
}

/** How long to wait before another try, in ms, with jitter, so that many clients do not come back at the same moment; null when there were enough. */
function waitBefore(tries: number, error: SheafError, backoff: readonly number[]): number | null {
  const wait = backoff[tries];
  if (wait === undefined) return null;
  const asked = typeof error.details === 'object' && error.details !== null && 'retryAfter' in error.details ? Number(error.details.retryAfter) : 0;
  return Math.max(wait * (0.75 + Math.random() / 2), asked);
}

const asError = (error: unknown): SheafError => (error instanceof Failure ? error.error : { code: 'internal', message: error instanceof Error ? error.message : String(error), retryable: false });
