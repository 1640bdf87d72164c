import { resolve } from 'node:path';
import type { PdfHit } from '../../contract/pdf-texts.ts';
import { STATUSES } from '../../model/paper.ts';
import { asksPdfs, queryFor } from '../../search/in-pdfs.ts';
import { collectionNamed } from './collection.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, line, print } from '../output.ts';
import type { ListedQuery, ShownPaper } from '../papers.ts';
import { authorsOf, papersOf, yearOf } from '../papers.ts';
import { hitLine, hitsIn, readAllPdfs, withHit } from '../pdf-search.ts';

/** What a list is narrowed to besides words. */
export interface Narrowing { collection?: string; tag?: string[]; status?: string; rating?: string; cited?: string }

/** `sheaf list` and `sheaf search WORDS`: a line a paper, or `{"papers":[…]}`. */
export async function listPapers(library: Library, text: string, options: { json?: boolean; limit?: number; pdfs?: boolean } & Narrowing): Promise<void> {
  const limit = options.limit ?? Infinity;
  const narrowed = await narrowing(library, options);
  const pdfs = asksPdfs(queryFor(text, options.pdfs));
  if (pdfs) await readAllPdfs(library);
  const wanted = (paper: ShownPaper): boolean => narrowed.rating === null || narrowed.rating(paper.rating ?? 0);
  let shown = 0;
  if (options.json) await print('{"papers":[');
  for await (const page of papersOf(library, text, { ...narrowed.query, pdfs: options.pdfs === true })) {
    const taken = page.filter(wanted).slice(0, limit - shown);
    const hits = pdfs ? await hitsIn(library, text, taken) : new Map<string, PdfHit>();
    if (taken.length > 0) await print(options.json ? (shown > 0 ? ',' : '') + taken.map((paper) => JSON.stringify(withHit(paper, hits.get(paper.id)))).join(',\n') : taken.map((paper) => lineOf(paper) + hitLine(hits.get(paper.id))).join('\n'));
    shown += taken.length;
    if (shown >= limit) break;
  }
  if (options.json) await print(']}');
  if (shown === 0 && (text !== '' || narrowed.any)) throw new Exit(EXIT.nothing, options.json ? '' : 'Nothing found.');
}

export async function narrowing(library: Library, { collection, tag = [], status, rating, cited }: Narrowing): Promise<{ query: ListedQuery; rating: ((stars: number) => boolean) | null; any: boolean }> {
  if ([collection, status, cited].filter((one) => one !== undefined).length > 1) throw new Exit(EXIT.usage, 'Give a collection, a status or a manuscript, not two of them; "is:STATUS" in a search goes with each.');
  const { tags } = await library.call('library.overview', {});
  const ids = tag.map((name) => {
    const known = tags.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!known) throw new Exit(EXIT.nothing, `There is no tag "${name}".`);
    return known.id;
  });
  const scope: ListedQuery['scope'] = cited !== undefined ? { in: 'cited', manuscript: resolve(cited) } : collection === undefined ? (status === undefined ? { in: 'all' } : { in: 'status', status: statusOf(status) }) : { in: 'collection', collection: await collectionNamed(library, collection) };
  return { query: { scope, tags: ids }, rating: rating === undefined ? null : ratingTest(rating), any: cited !== undefined || collection !== undefined || status !== undefined || rating !== undefined || tag.length > 0 };
}

function statusOf(word: string): (typeof STATUSES)[number] {
  const status = STATUSES.find((one) => one === word);
  if (status === undefined) throw new Exit(EXIT.usage, `"${word}" is no status; there are ${STATUSES.join(', ')}.`);
  return status;
}

/** `4`, `3..` and `2..4`. */
function ratingTest(word: string): (stars: number) => boolean {
  const [, from = '', dots, to = ''] = /^([0-5])?(\.\.)?([0-5])?$/.exec(word) ?? [];
  if (from === '' && to === '') throw new Exit(EXIT.usage, `"${word}" is no rating; give 4, 3.. or 2..4.`);
  const [low, high] = [Number(from || 0), Number(dots === undefined ? from : to || 5)];
  return (stars) => stars >= low && stars <= high;
}

function lineOf(paper: ShownPaper): string {
  return line([paper.citationKey.padEnd(28), yearOf(paper.item).padEnd(4), authorsOf(paper.item), paper.item.title ?? '', paper.tags.map((tag) => `#${tag}`).join(' ')]);
}
