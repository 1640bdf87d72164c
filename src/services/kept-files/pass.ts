import { setTimeout as delay } from 'node:timers/promises';
import type { Input, OperationName, Output } from '../../contract/contract.ts';
import { Failure } from '../../contract/errors.ts';
import type { KeptFile, KeptState } from '../../contract/kept-files.ts';
import type { PaperQuery } from '../../contract/views.ts';
import type { Disk } from '../disk/disk.ts';
import { writeKept } from './write.ts';

/** Asks the open library; an expected error is thrown as a Failure. */
export type Ask = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>;
export type Wanted = Omit<KeptFile, 'id'>;

/** Makes a kept file as the library is now. Every failure is a state. */
export async function keepOnce(ask: Ask, disk: Disk, memory: string, { file, format, options, of }: Wanted, replace = false): Promise<KeptState> {
  const trouble = (reason: 'no-list' | 'failed', message: string): KeptState => ({ at: null, count: null, trouble: { reason, message } });
  try {
    if (!(await isThere(ask, of))) return trouble('no-list', 'The collection or tag that it is of is no longer there.');
    const made = await ask('export.text', { selection: { query: await listOf(ask, of), except: [] }, format, options });
    const failed = await writeKept({ disk, file, memory }, made.text, replace);
    return failed === null ? { at: new Date().toISOString(), count: made.count, trouble: null } : { at: null, count: null, trouble: failed };
  } catch (error) {
    if (error instanceof Failure) return trouble('failed', error.error.message);
    return trouble('failed', error instanceof Error ? error.message : String(error));
  }
}

/** A list of what was deleted would be empty, and the file with it. */
async function isThere(ask: Ask, { scope, tags }: PaperQuery): Promise<boolean> {
  if (scope.in !== 'collection' && scope.in !== 'tag' && tags.length === 0) return true;
  const known = await ask('library.overview', {});
  const [hasTag, hasCollection] = [(id: string) => known.tags.some((one) => one.id === id), (id: string) => known.collections.some((one) => one.id === id)];
  return tags.every(hasTag) && (scope.in !== 'tag' || hasTag(scope.tag)) && (scope.in !== 'collection' || hasCollection(scope.collection));
}

const EVERY = 100;
const LONGEST = 120_000;

/** The list's handle; one that looks for words waits until all abstracts can be searched. */
async function listOf(ask: Ask, of: PaperQuery): Promise<string> {
  for (let waited = 0; ; waited += EVERY) {
    const { query, indexing } = await ask('papers.query', of);
    if (!indexing || of.text === '' && of.scope.in !== 'collection' || waited > LONGEST) return query;
    await delay(EVERY);
  }
}
