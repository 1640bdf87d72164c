import { Failure, failure } from '../../../src/contract/errors.ts';
import type { Context } from '../context.ts';
import type { MainOperations } from '../router.ts';

type Names = 'download.start' | 'download.batch' | 'jobs.list' | 'jobs.cancel' | 'jobs.retry' | 'jobs.pause' | 'jobs.resume' | 'jobs.first' | 'jobs.clear';

/** Mirrors, or the servers that stand in for the real ones in tests. */
const bases = (): { arxiv?: string; doi?: string } => {
  const { SHEAF_ARXIV_BASE: arxiv, SHEAF_DOI_BASE: doi } = process.env;
  return { ...(arxiv ? { arxiv } : {}), ...(doi ? { doi } : {}) };
};

/** Fetching PDFs, and what can be done about a job. */
export function downloadOperations({ library, downloads }: Context): Pick<MainOperations, Names> {
  const sources = async (selection: { ids: string[] } | { query: string; except: string[] }) => {
    const found = await library.call('download.sources', { selection, bases: bases() });
    if (!found.ok) throw new Failure(found.error);
    return found.value;
  };
  return {
    'download.start': async ({ paper, url }) => {
      const detail = await library.call('papers.get', { id: paper });
      if (!detail.ok) throw new Failure(detail.error);
      const { item, citationKey } = detail.value.paper;
      const from = url ?? (await sources({ ids: [paper] })).sources[0]?.url;
      if (!from) throw failure('not-found', 'This paper names no PDF: it has no arXiv id, no DOI and no address.', { details: { reason: 'no-source' } });
      return { job: downloads.start({ paper, url: from, title: item.title ?? citationKey }) };
    },
    'download.batch': async ({ selection }) => {
      const found = await sources(selection);
      for (const request of found.sources) downloads.start(request);
      return { started: found.sources.length, have: found.have, unknown: found.unknown };
    },
    'jobs.list': async () => downloads.list(),
    'jobs.cancel': async ({ id }) => { downloads.cancel(id); return null; },
    'jobs.retry': async ({ id }) => { downloads.retry(id); return null; },
    'jobs.pause': async ({ id }) => { downloads.pause(id); return null; },
    'jobs.resume': async ({ id }) => { downloads.resume(id); return null; },
    'jobs.first': async ({ id }) => { downloads.first(id); return null; },
    'jobs.clear': async () => { downloads.clear(); return null; },
  };
}
