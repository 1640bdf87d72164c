import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../../contract/views.ts';
import { Failure } from '../../contract/errors.ts';
import { createDownloads } from '../../services/downloads/downloads.ts';
import { machineName } from '../../services/machine.ts';
import type { Output } from '../../contract/contract.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson, progress } from '../output.ts';
import { idsOf, queryOf } from '../papers.ts';
import { folderName, takeOver } from './unfinished.ts';

export interface DownloadOptions { json?: boolean; allMissing?: boolean }
type Sources = Output<'download.sources'>;

/**
 * `sheaf download NAMES…`: the PDFs of papers that have none, into the library. The files are fetched by this process
 * and handed to whoever owns the library, so that an open window shows them at once.
 */
export async function downloadPapers(library: Library, names: string[], options: DownloadOptions): Promise<void> {
  if (names.length === 0 && !options.allMissing) throw new Exit(EXIT.usage, 'Name papers, or say --all-missing.');
  const selection = options.allMissing ? { query: await queryOf(library, ''), except: [] } : { ids: await idsOf(library, names) };
  const { SHEAF_ARXIV_BASE: arxiv, SHEAF_DOI_BASE: doi } = process.env;
  const sources = await library.call('download.sources', { selection, bases: { ...(arxiv ? { arxiv } : {}), ...(doi ? { doi } : {}) } });
  const jobs = await fetchAll(library, sources);
  const failed = jobs.filter(({ state }) => state !== 'done');
  if (options.json) await printJson({ downloaded: jobs.length - failed.length, have: sources.have, unknown: sources.unknown, jobs: jobs.map(({ paper, title, state, done, error }) => ({ paper, title, state, bytes: done, ...(error ? { error } : {}) })) });
  else await print([...jobs.map(wording), summary(jobs.length - failed.length, sources)].join('\n'));
  if (failed.length > 0) throw new Exit(EXIT.failed);
}

async function fetchAll(library: Library, { sources }: Sources): Promise<Job[]> {
  if (sources.length === 0) return [];
  const bar = progress('Downloading');
  const machine = await machineName();
  const name = folderName(machine, process.pid);
  const folder = join(library.folder, 'cache', 'downloads');
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => { finish = resolve; });
  const asked = new Set(sources.map(({ paper }) => paper));
  const mine = (): Job[] => downloads.list().filter(({ paper = '' }) => asked.has(paper));
  const downloads = createDownloads({
    name: async () => name, newId: randomUUID, allowLoopback: process.env['SHEAF_ALLOW_LOOPBACK'] === '1',
    keep: async ({ paper }, from, { bytes, sha256, url }) => { await library.call('attachment.keep', { paper, from, mediaType: 'application/pdf', bytes, sha256, sourceUrl: url }).catch((error: unknown) => { throw asFailure(error); }); },
    onProgress: () => { bar.at(ended(mine()), sources.length); },
    onJobs: () => { bar.at(ended(mine()), sources.length); if (mine().length >= sources.length && ended(mine()) === mine().length) finish(); },
  });
  await takeOver(folder, machine, name);
  await downloads.enter(library.folder);
  for (const { id, paper = '' } of downloads.list()) if (!asked.has(paper)) downloads.cancel(id);
  downloads.clear();
  for (const request of sources) downloads.start(request);
  await finished;
  bar.end();
  const jobs = mine().reverse();
  await downloads.leave();
  await rm(join(folder, name), { recursive: true, force: true });
  return jobs;
}

const ended = (jobs: readonly Job[]): number => jobs.filter(({ state }) => state === 'done' || state === 'failed' || state === 'cancelled').length;
const asFailure = (error: unknown): Failure => new Failure({ code: 'declined', message: error instanceof Error ? error.message : String(error), retryable: false });

function wording({ title, state, done, error }: Job): string {
  return state === 'done' ? `${title}: ${(done / 1e6).toFixed(1)} MB` : `${title}: not downloaded. ${error?.message ?? ''}`;
}

function summary(done: number, { have, unknown }: Sources): string {
  const parts = [`${done} downloaded`, ...(have > 0 ? [`${have} there already`] : []), ...(unknown > 0 ? [`${unknown} that name no place to fetch from`] : [])];
  return `${parts.join(', ')}.`;
}
