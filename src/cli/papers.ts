import type { Input } from '../contract/contract.ts';
import type { CslItem, CslName } from '../model/csl.ts';
import type { Id } from '../model/id.ts';
import type { Paper } from '../model/paper.ts';
import type { Library } from './library.ts';
import { EXIT, Exit, progress } from './output.ts';

const PAGE = 1000;

/** A paper as `--json` shows it: CSL item, names of tags and collections instead of ids. */
export type ShownPaper = Omit<Paper, 'tags' | 'collections'> & { tags: string[]; collections: string[] };

/** Where a list looks, the tags its papers must have, whether words are looked for in PDFs too. */
export type ListedQuery = Pick<Input<'papers.query'>, 'scope' | 'tags' | 'pdfs'>;

/** The ids of the papers people named, in their order. Ends with exit code 3 when one is not there, 2 when it is not clear which. */
export async function idsOf(library: Library, names: string[]): Promise<Id[]> {
  const now = await library.call('papers.find', { names });
  const before = await formerly(library, now.filter(({ ids }) => ids.length === 0).map(({ name }) => name));
  for (const { name, key } of before) sayRenamed(name, key);
  const found = now.map(({ name, ids }) => ({ name, ids: ids.length > 0 ? ids : before.filter((one) => one.name === name).map(({ id }) => id) }));
  return found.map(({ name, ids }) => {
    if (ids.length > 1) throw new Exit(EXIT.usage, `"${name}" may be ${ids.length} papers; give the citation key or more of the id.`);
    if (!ids[0]) throw new Exit(EXIT.nothing, `No paper is called "${name}". "sheaf search WORDS" finds it.`);
    return ids[0];
  });
}

/** The papers that had these keys before, with the keys that they have now; names that were never one are left out. */
export async function formerly(library: Library, names: string[]): Promise<{ name: string; id: Id; key: string }[]> {
  const known = names.filter((name) => name !== '');
  if (known.length === 0) return [];
  const found = (await library.call('papers.formerly', { keys: known })).flatMap(({ name, ids }) => ids.map((id) => ({ name, id })));
  const papers = new Map((await papersByIds(library, [...new Set(found.map(({ id }) => id))])).map((paper) => [paper.id, paper.citationKey]));
  return found.flatMap(({ name, id }) => ({ name, id, key: papers.get(id) ?? '' }));
}

/** Says on stderr that a key is one of before. */
export const sayRenamed = (name: string, key: string): void => { process.stderr.write(`sheaf: "${name}" is called ${key} now.\n`); };

/** All papers that words find, the best first; all papers as they came in when there are no words. In pages, so that a large library does not sit in memory twice. */
export async function* papersOf(library: Library, text: string, narrowed?: ListedQuery): AsyncGenerator<ShownPaper[]> {
  yield* pages(library, { query: await queryOf(library, text, narrowed), except: [] });
}

/** A query's handle. One with words waits until the library's full text can be searched. */
export async function queryOf(library: Library, text: string, narrowed: ListedQuery = { scope: { in: 'all' } }): Promise<string> {
  const ask = () => library.call('papers.query', { ...narrowed, text, sort: text ? 'relevance' : 'added', descending: text !== '' });
  let done = (): void => undefined;
  const indexed = new Promise<void>((resolve) => { done = resolve; });
  const stop = library.on((name) => { if (name === 'indexed') done(); });
  const bar = progress('Reading the abstracts');
  try {
    const handle = await ask();
    if (text === '' || !handle.indexing) return handle.query;
    bar.say();
    await indexed;
    return (await ask()).query;
  } finally {
    stop();
    bar.end();
  }
}

export async function papersByIds(library: Library, ids: Id[]): Promise<ShownPaper[]> {
  const all: ShownPaper[] = [];
  for await (const page of pages(library, { ids })) all.push(...page);
  return all;
}

async function* pages(library: Library, selection: { ids: Id[] } | { query: string; except: Id[] }): AsyncGenerator<ShownPaper[]> {
  const named = await namer(library);
  for (let from = 0; ; from += PAGE) {
    const { papers, total } = await library.call('papers.list', { selection, from, count: PAGE });
    if (papers.length > 0) yield papers.map(named);
    if (from + PAGE >= total) return;
  }
}

async function namer(library: Library): Promise<(paper: Paper) => ShownPaper> {
  const { tags, collections } = await library.call('library.overview', {});
  const names = new Map([...tags, ...collections].map(({ id, name }) => [id, name]));
  const nameAll = (ids: Id[]): string[] => ids.map((id) => names.get(id) ?? id);
  return (paper) => ({ ...paper, tags: nameAll(paper.tags), collections: nameAll(paper.collections) });
}

export const yearOf = (item: CslItem): string => String(item.issued?.['date-parts']?.[0]?.[0] ?? '');

export function authorsOf(item: CslItem): string {
  const names = (item.author ?? item.editor ?? []).map(nameOf);
  return names.length > 2 ? `${names[0] ?? ''} et al.` : names.join(' and ');
}

const nameOf = (name: CslName): string => name.family ?? name.literal ?? name.given ?? '';
