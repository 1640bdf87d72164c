import type { Loss } from '../contract/exports.ts';
import { CslDate, type CslItem, type CslName } from '../model/csl.ts';
import type { Draft, Format, FormatOptions, Outgoing } from './format.ts';

/** A variable that one paper would not have any more, or differently, after it was written and read. */
export interface Gap { variable: string; changed: boolean }

/** What a format does not hold of a paper, found by reading what it writes; `reader` where a twin of the format reads it, `options` as it is to be written. */
export function gapsOf(format: Format, paper: Outgoing, reader: Format = format, options?: Partial<FormatOptions>): Gap[] {
  if (!format.write || !reader.read) return [];
  const back = reader.read(format.write([paper], options).text).drafts.at(-1);
  return [...gapsInItem(paper.item, back?.item), ...gapsBeside(paper, back)];
}

/** The same over many papers: each variable with the number of papers, the most frequent first. */
export function summed(gaps: Iterable<readonly Gap[]>): Loss[] {
  const losses = new Map<string, Loss>();
  for (const of of gaps) for (const { variable, changed } of of) {
    const key = `${variable} ${String(changed)}`;
    const loss = losses.get(key) ?? { variable, changed, papers: 0 };
    losses.set(key, { ...loss, papers: loss.papers + 1 });
  }
  return [...losses.values()].sort((a, b) => Number(a.changed) - Number(b.changed) || b.papers - a.papers);
}

/** What a format cannot hold of these papers. Empty for a format that is only written. */
export const lost = (format: Format, papers: readonly Outgoing[], reader: Format = format): Loss[] => summed(papers.map((paper) => gapsOf(format, paper, reader)));

function gapsInItem(item: CslItem, back: CslItem | undefined): Gap[] {
  return Object.entries(item).flatMap(([variable, value]): Gap[] => {
    if (meaning(value) === '') return [];
    const found = meaning(back?.[variable]);
    return found === meaning(value) ? [] : [{ variable, changed: found !== '' }];
  });
}

function gapsBeside(paper: Outgoing, back: Draft | undefined): Gap[] {
  const pairs: [string, readonly string[], readonly string[]][] = [
    ['tags', paper.tags, back?.tags ?? []],
    ['files', (paper.files ?? []).map(({ path }) => path), (back?.files ?? []).map(({ path }) => path)],
    ['notes', (paper.notes ?? []).map(words), (back?.notes ?? []).map(words)],
    ['collections', (paper.collections ?? []).map((path) => path.join('/')), (back?.collections ?? []).map((path) => path.join('/'))],
    ['citationKey', [paper.citationKey].filter(Boolean), [back?.citationKey ?? ''].filter(Boolean)],
  ];
  return pairs.flatMap(([variable, had, has]) => (had.every((one) => has.includes(one)) ? [] : [{ variable, changed: has.length > 0 }]));
}

/** A note's words: formats have their own ways to set paragraphs. */
const words = (note: string): string => note.replace(/<[^>]*>|[#>*_\s]+/g, '');

/** A value in a form in which the same meaning is the same text; empty for none. */
function meaning(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/\s+/g, ' ').replace(/(?<=\d)\s*[–—-]+\s*(?=\d)/g, '-').trim();
  if (Array.isArray(value)) return value.map(nameOf).join('; ');
  return CslDate.safeParse(value).success ? dateOf(CslDate.parse(value)) : '';
}

const nameOf = (name: CslName | string): string => (typeof name === 'string' ? name : JSON.stringify([name.literal, name['dropping-particle'], name['non-dropping-particle'], name.family, name.given, name.suffix]));
const dateOf = (date: CslDate): string => JSON.stringify([(date['date-parts'] ?? []).map((part) => part.map(Number)), date.season === undefined ? '' : String(date.season), Boolean(date.circa), date['date-parts'] ? '' : date.literal ?? date.raw ?? date.edtf ?? '']);
