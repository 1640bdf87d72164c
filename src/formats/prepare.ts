import type { WriteOptions } from '../contract/exports.ts';
import type { CslItem, CslName } from '../model/csl.ts';
import type { Mark, Outgoing } from './format.ts';
import { finished, sortedInSteps } from './steps.ts';

/** Papers between two pauses. */
const STEP = 100;

/** Papers as they are to be written: in their order, without what stays out, with what goes along. What one format alone knows is its own; `holdsMarks` where it holds marks as they are. */
export const prepared = (papers: readonly Outgoing[], options: WriteOptions, shortNames?: ReadonlyMap<string, string>, holdsMarks?: boolean): Outgoing[] => finished(preparedSteps(papers, options, shortNames, holdsMarks));

/** The same in steps, for whole libraries. */
export function* preparedSteps(papers: readonly Outgoing[], options: WriteOptions, shortNames: ReadonlyMap<string, string> = new Map(), holdsMarks = false): Generator<number, Outgoing[]> {
  const out = new Set(options.leaveOut);
  const ready: Outgoing[] = [];
  for (const paper of yield* sorted(papers, options.order)) if (ready.push(preparedOne(paper, options, out, shortNames, holdsMarks)) % STEP === 0) yield ready.length / papers.length;
  return ready;
}

function preparedOne({ annotations, ...paper }: Outgoing, options: WriteOptions, out: ReadonlySet<string>, shortNames: ReadonlyMap<string, string>, holdsMarks: boolean): Outgoing {
  const asNote = options.annotations && !holdsMarks;
  return {
    ...without(paper, out),
    ...(options.annotations && holdsMarks && annotations !== undefined ? { annotations } : {}),
    item: journal(linked(itemWithout(paper.item, out), options.fields === 'better-bibtex' && options.links === 'url' ? 'both' : options.links), options.journals, shortNames),
    ...(options.files === 'none' ? { files: [] } : {}),
    notes: [...(options.notes ? paper.notes ?? [] : []), ...(asNote && paper.marks?.length ? [marksAsNote(paper.marks)] : [])],
  };
}

const without = (paper: Outgoing, out: ReadonlySet<string>): Outgoing => ({ ...paper, ...(out.has('tags') ? { tags: [] } : {}), ...(out.has('collections') ? { collections: [] } : {}) });
const itemWithout = (item: CslItem, out: ReadonlySet<string>): CslItem => (out.size === 0 ? item : { ...Object.fromEntries(Object.entries(item).filter(([variable]) => !out.has(variable))), type: item.type });

/** Of DOI and address, where a paper has both, the one that is wished. */
function linked(item: CslItem, wish: WriteOptions['links']): CslItem {
  if (wish === 'both' || item.DOI === undefined || item.URL === undefined) return item;
  return itemWithout(item, new Set([wish === 'doi' ? 'URL' : 'DOI']));
}

/** The journal by its short name, where the paper or another one of the library has it. */
function journal(item: CslItem, wish: WriteOptions['journals'], shortNames: ReadonlyMap<string, string>): CslItem {
  const full = item['container-title'];
  if (wish === 'full' || full === undefined) return item;
  const short = item['container-title-short'] ?? shortNames.get(full.toLowerCase());
  if (short === undefined) return item;
  return itemWithout({ ...item, 'container-title': short }, new Set(['container-title-short']));
}

/** The short names of journals that papers give, by the full name in small letters. */
export const shortNamesOf = (items: Iterable<CslItem>): Map<string, string> => new Map([...items].flatMap((item): [string, string][] => (item['container-title'] && item['container-title-short'] ? [[item['container-title'].toLowerCase(), item['container-title-short']]] : [])));

const SORTS: Record<Exclude<WriteOptions['order'], 'list'>, (paper: Outgoing) => string> = {
  key: ({ citationKey }) => citationKey,
  author: ({ item }) => `${(item.author ?? item.editor ?? []).map(family).join(' ')} ${yearOf(item)} ${item.title ?? ''}`,
  year: ({ item }) => `${yearOf(item)} ${(item.author ?? []).map(family).join(' ')}`,
  title: ({ item }) => (item.title ?? '').replace(/^(?:the|an?|der|die|das|le|la|les)\s+/i, ''),
};
const family = (name: CslName): string => name.family ?? name.literal ?? '';
const yearOf = (item: CslItem): string => String(item.issued?.['date-parts']?.[0]?.[0] ?? '9999').padStart(4, '0');

function* sorted(papers: readonly Outgoing[], order: WriteOptions['order']): Generator<number, readonly Outgoing[]> {
  if (order === 'list') return papers;
  const { compare } = new Intl.Collator('en', { numeric: true });
  const keyed = papers.map((paper) => ({ paper, by: SORTS[order](paper) }));
  return (yield* sortedInSteps(keyed, (a, b) => compare(a.by, b.by))).map(({ paper }) => paper);
}

/** Marks as a note in Markdown: each passage as a quotation, with its page and what was written to it. */
export function marksAsNote(marks: readonly Mark[]): string {
  const parts = marks.map(({ quote, comment, page }) => [quote && `> ${quote.replace(/(?:(?<!\s)\s+)?\n\s*/g, ' ')}${page === undefined ? '' : ` (p. ${page})`}`, comment].filter(Boolean).join('\n\n'));
  return `## Marks\n\n${parts.filter(Boolean).join('\n\n')}`;
}
